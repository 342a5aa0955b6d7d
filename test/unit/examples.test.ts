import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cloudEventSchema } from '../../functions/domain/event.ts';
import { releaseIdOf } from '../../functions/domain/release.ts';
import { readConfig } from '../../infra/config.ts';

const root = join(import.meta.dirname, '..', '..');
const { companies, sources } = readConfig();
const asText = (file: string): string => readFileSync(join(root, file), 'utf8');

const isEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'specversion' in value;

const files = globSync('examples/**/*.json', { cwd: root, exclude: ['examples/corpus/**'] }).sort();
/** The page of acts repeats the examples of acts. */
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].filter(
  (page) => page !== 'docs/acts.md',
);

const shown = [
  ...files.map((file) => ({ file, value: JSON.parse(asText(file)) })),
  ...pages.flatMap((file) =>
    [...asText(file).matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => ({
      file,
      value: JSON.parse(json),
    })),
  ),
]
  .filter(({ value }) => isEvent(value))
  .map(({ file, value }) => ({ file, text: JSON.stringify(value), event: v.parse(cloudEventSchema, value) }));

const companyOf = (id: string) => {
  const company = companies.find((one) => one.id === id);
  if (company === undefined) throw new Error(`There is no profile ${id}`);
  return company;
};

describe('the events of examples/ and of the documents', () => {
  it('are there', () => {
    expect(shown.length).toBeGreaterThan(40);
  });

  it('have each an id of its own, so that any can be sent after any other', () => {
    const ids = shown.map(({ event }) => event.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(shown)('can be sent: $file', ({ event }) => {
    const source = event.source.split('/')[1] ?? '';
    expect(sources[source]?.companies).toContain(event.data.company);
  });

  it('meet in a release only where they tell one story', () => {
    const folders = Map.groupBy(shown, ({ event }) =>
      releaseIdOf(event, companyOf(event.data.company).timeZone),
    );
    const shared = [...folders].filter(([, all]) => new Set(all.map(({ file }) => dirname(file))).size > 1);
    expect(shared.map(([release]) => release)).toEqual(['halden-optics.marcus-thiele']);
    for (const [release, all] of folders)
      if (all.some(({ file }) => file.startsWith('examples/acts')))
        expect([release, all.length]).toEqual([release, 1]);
  });

  it.each(shown)('name people by ids of the profile: $file', ({ event, text }) => {
    const { officers, approvers } = companyOf(event.data.company);
    const known = new Map([...officers, ...approvers].map(({ id, name }) => [id, name]));
    const named = [...text.matchAll(/\{"id":"([^"]+)","name":"([^"]+)"/g)].map(([, id = '', name]) => [
      id,
      name,
    ]);
    expect(named.filter(([id = '', name]) => known.get(id) !== name)).toEqual([]);
  });
});
