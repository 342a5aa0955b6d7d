import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'test',
    include: ['**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    isolate: false,
    // Modules are imported as Node imports them, so that tests run what the command line runs.
    deps: { interopDefault: false },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
