import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A copy of what render and build read, in a folder of its own, whose templates and profiles a test may change. */
export const copyCheckout = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'gazette-checkout-'));
  const names = ['config', 'functions', 'infra', 'local', 'templates', 'package.json', 'tsconfig.json'];
  for (const name of names) cpSync(join(root, name), join(copy, name), { recursive: true });
  cpSync(join(root, 'examples', 'acts'), join(copy, 'examples', 'acts'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};
