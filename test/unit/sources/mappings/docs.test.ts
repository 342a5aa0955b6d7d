import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cloudEventSchema } from '../../../../functions/domain/event.ts';
import { isMappingName, mappingNames } from '../../../../functions/sources/mappings/names.ts';
import { isSchemeName } from '../../../../functions/sources/schemes.ts';
import { sourcesSchema } from '../../../../functions/sources/source.ts';
import { samplesOf } from './samples.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const folder = join(root, 'docs', 'sources');
const pageOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const pages = readdirSync(folder);
const products = pages.filter((file) => file !== 'README.md');

const rows = pageOf('README.md')
  .split('\n')
  .filter((line) => /^\| \[/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/sources/README.md', () => {
  it('lists every mapping and no other', () => {
    const listed = rows
      .map(([, , , mapping = '']) => mapping.replaceAll('`', ''))
      .filter((name) => name !== '');
    expect(listed.toSorted()).toEqual(mappingNames.toSorted());
  });

  it('lists every page', () => {
    expect(rows.map(([, page = '']) => /\((.*)\)/.exec(page)?.[1] ?? '').toSorted()).toEqual(
      products.toSorted(),
    );
  });

  it('names schemes that are there', () => {
    const named = rows.flatMap(([, , scheme = '']) =>
      [...scheme.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(named.filter((name) => !isSchemeName(name))).toEqual([]);
  });
});

describe.each(products)('docs/sources/%s', (file) => {
  const page = pageOf(file);

  it('says in the same order what to set, which events there are, what is missing and how sure we are', () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.filter((heading) => heading !== 'Fields')).toEqual([
      'What to set',
      'Which events, and when',
      'What Gazette still asks for',
      'How sure we are',
    ]);
  });

  it('has a source that is good, with the mapping of the page', () => {
    const [json = ''] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => block);
    const sources = v.parse(sourcesSchema, JSON.parse(json));
    const name = file.replace('.md', '');
    expect(Object.values(sources).map(({ mapping }) => mapping)).toEqual([
      isMappingName(name) ? name : undefined,
    ]);
  });
});

describe.each(mappingNames)('docs/sources/%s.md', (name) => {
  it.each(samplesOf(name))('links %s', (sample) => {
    expect(pageOf(`${name}.md`)).toContain(`](../../examples/sources/${name}/${sample})`);
  });
});

it.each(pages)('what docs/sources/%s links in the project is there', (file) => {
  const targets = [...pageOf(file).matchAll(/\]\((?!http)([^)#]+)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(dirname(join(folder, file)), target)))).toEqual([]);
});

it('the sample of our own is an event', () => {
  const sample = readFileSync(join(root, 'examples', 'sources', 'cloud-events', 'retirement.json'), 'utf8');
  expect(v.safeParse(cloudEventSchema, JSON.parse(sample)).issues).toBeUndefined();
});
