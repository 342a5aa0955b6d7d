import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { schemes } from '../../../functions/sources/schemes.ts';
import { sourceSchema, sourcesSchema } from '../../../functions/sources/source.ts';
import { schemeNames, signedScheme } from './deliveries.ts';
import { octokit } from './oracles/octokit.ts';
import { standardwebhooks } from './oracles/standardwebhooks.ts';
import { stripe } from './oracles/stripe.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'signatures.md'), 'utf8');

/** The rows below a table's heading, as lists of cells. */
const rowsBelow = (heading: string): string[][] => {
  const lines = page.split('\n');
  const rows = lines.slice(lines.indexOf(heading) + 2);
  const end = rows.findIndex((row) => !row.startsWith('|'));
  return rows.slice(0, end === -1 ? undefined : end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

const manifest = v.object({ devDependencies: v.record(v.string(), v.string()) });
const { devDependencies } = v.parse(manifest, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

describe('docs/signatures.md', () => {
  const rows = rowsBelow(
    '| scheme | header | signed | algorithm, encoding | time | same delivery if same | how sure we are |',
  );

  it('lists every scheme', () => {
    expect(rows.map(([name]) => name)).toEqual(schemeNames.map((name) => `\`${name}\``));
  });

  it.each(schemeNames)('says what %s is', (name) => {
    const [, header, signed, how = '', time = '', same] = rows.find(([cell]) => cell === `\`${name}\``) ?? [];
    const scheme = signedScheme(name);
    expect(header).toBe(`\`${schemes[name].header}\``);
    expect(signed).toBe(scheme === undefined ? 'nothing' : `\`${scheme.signs}\``);
    expect(same).toBe(schemes[name].delivery === 'id' ? `\`${scheme?.id}\`` : 'body');
    for (const { algorithm, encoding, prefix = '' } of scheme?.signatures ?? [])
      expect(how).toMatch(new RegExp(`${algorithm}, ${encoding}\\b.*${prefix}`));
    expect(time === 'none').toBe(scheme?.timestamp === undefined);
    expect(time).toContain(scheme?.timestamp?.header ?? scheme?.timestamp?.prefix ?? 'none');
  });

  it('has examples that are good', () => {
    const [first, second] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) =>
      JSON.parse(json),
    );
    expect(v.safeParse(sourcesSchema, first).issues).toBeUndefined();
    expect(v.safeParse(sourceSchema, second).issues).toBeUndefined();
  });

  it.each([
    ['| library | takes, and we refuse |', 'lenient'],
    ['| library | refuses, and we take |', 'stricter'],
  ] as const)('has what is tested below %s', (heading, side) => {
    const tested = [standardwebhooks, stripe, octokit].flatMap((oracle) =>
      oracle[side].map(({ name }) => [`${oracle.library} ${devDependencies[oracle.library]}`, name]),
    );
    expect(rowsBelow(heading)).toEqual(tested);
  });
});
