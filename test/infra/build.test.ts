import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchedCompany } from '../../functions/sweep/companies.ts';
import { buildFunctions, eagerBytes, eagerOutputs } from '../../infra/build.ts';
import { readConfig } from '../../infra/config.ts';
import { type Verb, verbs } from '../../infra/verbs.ts';
import { environmentOf } from './synthesized.ts';

const directory = mkdtempSync(join(tmpdir(), 'gazette-build-'));
const dist = join(directory, 'dist');
afterAll(() => rmSync(directory, { recursive: true }));

let metafiles: Awaited<ReturnType<typeof buildFunctions>>;
beforeAll(async () => {
  metafiles = await buildFunctions({ distDirectory: dist });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

const digests = (folder: string): string[] =>
  filesIn(folder).map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}`,
  );

const json = (verb: Verb, file: string): unknown => JSON.parse(readFileSync(join(dist, verb, file), 'utf8'));

const templatesOf = (verb: Verb): Record<string, string> =>
  filesIn(join(dist, verb)).includes('templates.json')
    ? v.parse(v.record(v.string(), v.string()), json(verb, 'templates.json'))
    : {};

describe('the build', () => {
  test('gives the same bytes for the same input', async () => {
    const again = join(directory, 'again');
    await buildFunctions({ distDirectory: again });
    expect(digests(again)).toEqual(digests(dist));
  });

  test.each(verbs)('%s is one module with its lazy parts, and what it is told', (verb) => {
    const files = filesIn(join(dist, verb));
    expect(files).toContain('index.mjs');
    expect(
      files.filter((file) => !/^([a-zA-Z0-9-]+\.mjs|(config|templates|openapi)\.json)$/.test(file)),
    ).toEqual([]);
  });

  test.each(verbs)('%s starts with the environment that its stack gives it', (verb) => {
    const start = `const { handler } = await import('./index.mjs'); console.log(typeof handler);`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', start], {
      cwd: join(dist, verb),
      env: { ...environmentOf('production', verb), AWS_REGION: 'eu-west-1' },
      encoding: 'utf8',
    });
    expect(printed).toBe('function\n');
  });

  test('receive knows of companies no more than their ids, time zones and officers', () => {
    const { sources, companies } = readConfig();
    expect(json('receive', 'config.json')).toEqual({
      sources,
      companies: companies.map(({ id, timeZone, officers }) => ({ id, timeZone, officers })),
    });
  });

  test.each(['draft', 'notify', 'review'] as const)('%s knows the profiles, and no source', (verb) => {
    const { companies } = readConfig();
    expect(json(verb, 'config.json')).toEqual({ companies: JSON.parse(JSON.stringify(companies)) });
  });

  test('sweep knows when approvers can be asked, and nobody by name or address', () => {
    const { companies } = readConfig();
    const known = json('sweep', 'config.json');
    expect(known).toEqual({ companies: JSON.parse(JSON.stringify(companies.map(watchedCompany))) });
    for (const { approvers } of companies)
      for (const { name, email } of approvers)
        for (const word of [name, email]) expect(JSON.stringify(known)).not.toContain(word);
  });

  test.each(['hear', 'publish'] as const)('%s knows neither a profile nor a source', (verb) => {
    expect(filesIn(join(dist, verb))).not.toContain('config.json');
  });

  test('receive alone has the contract, and no module holds any of it', () => {
    expect(verbs.filter((verb) => filesIn(join(dist, verb)).includes('openapi.json'))).toEqual(['receive']);
    const modules = filesIn(join(dist, 'receive')).filter((file) => file.endsWith('.mjs'));
    expect(
      modules.filter((file) => readFileSync(join(dist, 'receive', file), 'utf8').includes('operationId')),
    ).toEqual([]);
  });

  test('each function has the templates that it renders, and only those', () => {
    const folders = verbs.map((verb) => [
      verb,
      [...new Set(Object.keys(templatesOf(verb)).map((path) => path.split('/')[0]))],
    ]);
    expect(folders).toEqual([
      ['receive', []],
      ['draft', ['release']],
      ['notify', ['mail']],
      ['hear', []],
      ['review', ['pages']],
      ['publish', []],
      ['sweep', []],
    ]);
    expect(templatesOf('draft')).toHaveProperty(['release/exhibit.txt']);
  });

  test('no module holds a template or a profile, so that a word is changed in one place', () => {
    const templates = verbs.flatMap((verb) => Object.values(templatesOf(verb)));
    const sentences = templates
      .flatMap((text) => text.split(/{{[^}]*}}|\n/))
      .filter((part) => part.length > 20);
    const words = [...new Set([...sentences, ...readConfig().companies.map(({ name }) => name)])];
    expect(words.length).toBeGreaterThan(10);
    for (const verb of verbs)
      for (const file of filesIn(join(dist, verb)).filter((name) => name.endsWith('.mjs'))) {
        const code = readFileSync(join(dist, verb, file), 'utf8');
        expect(words.filter((word) => code.includes(word))).toEqual([]);
      }
  });

  test.each(verbs)('%s leaves what it may not need for later', (verb) => {
    const metafile = metafiles.get(verb);
    if (metafile === undefined) throw new Error(`${verb} was not built`);
    const all = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
    const eager = eagerBytes(metafile, `functions/${verb}/index.ts`);
    expect(eager).toBeLessThan(all);
  });

  // Drafting holds every rule of what a release says and what is filed; it follows a queue, so that nobody waits for it.
  test.each([
    ['draft', 550],
    ['review', 500],
  ] as const)(
    '%s leaves the writer of Word files until one is wanted, and reads at most %i KB before it can start',
    (verb, kilobytes) => {
      const metafile = metafiles.get(verb);
      if (metafile === undefined) throw new Error(`${verb} was not built`);
      const eager = eagerOutputs(metafile, `functions/${verb}/index.ts`);
      const writers = Object.entries(metafile.outputs).filter(([, { inputs }]) =>
        Object.keys(inputs).some((path) => path.includes('/docx/')),
      );
      expect(writers.length).toBeGreaterThan(0);
      expect(writers.filter(([path]) => eager.includes(path))).toEqual([]);
      expect(eagerBytes(metafile, `functions/${verb}/index.ts`)).toBeLessThanOrEqual(kilobytes * 1024);
    },
  );

  test('receive, for which a source waits, reads at most 350 KB before it can start', () => {
    const metafile = metafiles.get('receive');
    if (metafile === undefined) throw new Error('receive was not built');
    expect(eagerBytes(metafile, 'functions/receive/index.ts')).toBeLessThanOrEqual(350 * 1024);
  });
});
