import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildFunctions } from '../../infra/build.ts';
import { synthesize } from '../../infra/synth.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    assemblyDirectory: string;
    stackName: string;
  }
}

/** Builds the functions and synthesizes the local stage once, for all tests that run the stack. */
export const setup = async ({ provide }: Pick<TestProject, 'provide'>): Promise<() => void> => {
  const directory = mkdtempSync(join(tmpdir(), 'gazette-test-'));
  const distDirectory = join(directory, 'dist');
  await buildFunctions({ distDirectory });
  const { assemblyDirectory, stackNames } = synthesize('local', {
    validate: false,
    outdir: join(directory, 'cdk.out'),
    distDirectory,
  });
  provide('assemblyDirectory', assemblyDirectory);
  provide('stackName', stackNames[0] ?? '');
  return () => rmSync(directory, { recursive: true });
};
