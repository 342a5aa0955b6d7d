import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test. */
export const temporary = (): string => mkdtempSync(join(tmpdir(), 'gazette-local-'));

/** A folder with a bundle: the source of `index.mjs`. */
export const bundle = (source: string): string => {
  const directory = temporary();
  writeFileSync(join(directory, 'index.mjs'), source);
  return directory;
};

/** Writes a cloud assembly as small as a test needs: a template, and one asset for each source of a function. */
export const writeAssembly = (template: object, sources: Readonly<Record<string, string>> = {}): string => {
  const directory = temporary();
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(join(directory, `asset.${name}`));
    writeFileSync(join(directory, `asset.${name}`, 'index.mjs'), source);
  }
  const files = Object.keys(sources).map((name) => [
    name,
    { source: { path: `asset.${name}`, packaging: 'zip' } },
  ]);
  writeFileSync(join(directory, 'Test.assets.json'), JSON.stringify({ files: Object.fromEntries(files) }));
  writeFileSync(join(directory, 'Test.template.json'), JSON.stringify(template));
  return directory;
};

/** Where the templates of tests pretend to be. */
export const world = {
  region: 'local',
  account: '000000000000',
  baseUrl: 'http://localhost:3000',
  endpoint: 'http://127.0.0.1:3001',
};

/** Whether a process runs; one that is dead but has not been waited for does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'));
  } catch {
    return false;
  }
};
