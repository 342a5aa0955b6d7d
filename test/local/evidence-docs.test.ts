import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceOf, forged, publishedOffice } from '../support/evidence.ts';
import { temporary } from './assembly.ts';

const root = join(import.meta.dirname, '..', '..');
const [, script = ''] =
  /```python\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', 'evidence.md'), 'utf8')) ?? [];
const hasPython = spawnSync('python3', ['--version']).status === 0;

it.skipIf(!hasPython)(
  'the script of docs/evidence.md finds a whole chain whole, and a broken one broken',
  async () => {
    const directory = temporary();
    const file = await evidenceOf((await publishedOffice()).facts);
    const run = (content: unknown) => {
      const path = join(directory, 'evidence.json');
      writeFileSync(path, JSON.stringify(content));
      return spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    };
    expect(run(file).stdout).toBe(`The chain is whole. Head: ${file.head}\n`);
    const { facts } = forged(file, (_, body) => `${body} `);
    for (const changed of [
      { ...file, facts },
      { ...file, facts: file.facts.slice(1) },
      { ...file, release: 'x' },
    ])
      expect(run(changed).status).toBe(1);
  },
);
