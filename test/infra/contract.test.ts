import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { money } from '../../functions/domain/acts/common.ts';
import { actKind } from '../../functions/domain/acts.ts';
import { moneyText } from '../../functions/domain/compose/amounts.ts';
import { cloudEventSchema } from '../../functions/domain/event.ts';
import { readConfig } from '../../infra/config.ts';
import { actsPage } from '../../infra/contract/acts-page.ts';
import { readAskedFor } from '../../infra/contract/asked-for.ts';
import { readActExample } from '../../infra/contract/examples.ts';
import { actNotes, attributeNotes, dataNotes } from '../../infra/contract/fields.ts';
import { eventSchemaFile, eventSchemas, typeName } from '../../infra/contract/json-schema.ts';
import { fieldNotes, ownNotes } from '../../infra/contract/notes/fields-of-acts.ts';
import { typeNotes } from '../../infra/contract/notes/types.ts';
import { openApiDocument } from '../../infra/contract/openapi.ts';
import { problemTypes } from '../../infra/contract/problem-types.ts';
import { fieldsOf, fieldsOfType } from '../../infra/contract/values.ts';
import { readContract } from '../support/contract.ts';
import { valuesOf } from './json-values.ts';

const root = join(import.meta.dirname, '..', '..');
const text = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const contract = readContract(openApiDocument());
const named = eventSchemas((name) => name);
const isEvent = (value: unknown): boolean => contract.faultsOf('Event', value).length === 0;

/** What the schema of an event can say in words only: each is a rule that receive has besides. */
const inWords = [
  'must be one line of text, not empty, without control characters and without a space at either end',
  'must be a day that exists',
  'must be a time that exists',
  'must be "application/json"',
  'must have an act, or name what it replaces or retracts',
  'must be the subject of the event',
];

const descriptionsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'description' && typeof one === 'string' ? one.split('; ') : descriptionsIn(one),
  );
};

describe('the schema of an event', () => {
  /** Its rule has no pattern to make good ones of, and the subject is one of two. */
  const attributes = fc.record(
    {
      datacontenttype: fc.constantFrom('application/json', 'APPLICATION/JSON; charset=UTF-8', 'text/json'),
      subject: fc.constantFrom('Zoë', 'finance-office', ' '),
    },
    { requiredKeys: [] },
  );
  const events = fc.tuple(valuesOf(named['Event'] ?? {}, named), attributes).map(([event, more]) => {
    const { subject, datacontenttype, ...rest } = v.parse(v.looseObject({}), event);
    return { ...rest, ...more };
  });

  test('takes whatever receive takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(events, (event) => {
        if (!v.is(cloudEventSchema, event)) return;
        taken += 1;
        expect(contract.faultsOf('Event', event)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test('takes what receive refuses only for rules that it tells of in words, or for how characters are counted', () => {
    let refused = 0;
    fc.assert(
      fc.property(events, (event) => {
        const { issues = [] } = v.safeParse(cloudEventSchema, event);
        if (issues.length === 0 || !isEvent(event)) return;
        refused += 1;
        // One of the forms of a date says what all of them want.
        const leaves = issues.flatMap((issue) => issue.issues ?? [issue]).map(({ message }) => message);
        expect(
          leaves.some((message) => inWords.includes(message) || /^must have at most/.test(message)),
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test('tells of each such rule', () => {
    const told = new Set(descriptionsIn(named));
    expect(inWords.filter((rule) => !told.has(rule))).toEqual([]);
  });

  const [dividend] = [JSON.parse(readActExample('dividend'))];
  test.each([
    ['that says nothing', { ...dividend, data: { company: 'halden-optics', acts: [] } }],
    ['of a day that does not exist', { ...dividend, data: { ...dividend.data, decided: '2026-02-30' } }],
    ['with a space around its subject', { ...dividend, subject: ' dividend' }],
    ['from a source that is no URI', { ...dividend, source: '/hr payroll' }],
  ])('refuses an event %s', (_, event) => {
    expect(isEvent(dividend)).toBe(true);
    expect(isEvent(event)).toBe(false);
  });

  test('stands by itself as well', () => {
    const file = JSON.stringify(eventSchemaFile());
    const referred = new Set([...file.matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name));
    const { $defs } = v.parse(v.looseObject({ $defs: v.record(v.string(), v.unknown()) }), eventSchemaFile());
    expect([...referred].filter((name) => name === undefined || !(name in $defs))).toEqual([]);
  });
});

describe('the contract', () => {
  const document = JSON.stringify(openApiDocument());

  test('refers only to what it has', () => {
    const { components } = v.parse(
      v.looseObject({ components: v.record(v.string(), v.record(v.string(), v.unknown())) }),
      openApiDocument(),
    );
    const referred = [...document.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter(([, kind = '', name = '']) => components[kind]?.[name] === undefined)).toEqual([]);
  });

  test('names no source and no company, but those of the examples', () => {
    const { sources, companies } = readConfig();
    const examples = actKind.options.map(readActExample).join('');
    for (const { name } of companies) if (!examples.includes(name)) expect(document).not.toContain(name);
    for (const { name } of Object.values(sources)) expect(document).not.toContain(`"${name}"`);
    for (const { id } of companies) if (!examples.includes(id)) expect(document).not.toContain(id);
  });

  test('has every problem that receive answers with, and no other', () => {
    const rooms = ['receive', 'sources'].flatMap((room) =>
      globSync(`functions/${room}/**/*.ts`, { cwd: root }),
    );
    const code = [...rooms, 'functions/domain/validation.ts', 'functions/adapters/problem.ts']
      .map((path) => text(path))
      .join('\n');
    const thrown = [
      ...[...code.matchAll(/new Problem\(\s*(\d{3}),\s*'([a-z-]+)'/g)].map(
        ([, status, kind]) => `${status} ${kind}`,
      ),
      ...[...code.matchAll(/unsupported\(\s*'([a-z-]+)'/g)].map(([, kind]) => `415 ${kind}`),
    ];
    const listed = Object.entries(problemTypes).map(([kind, { status }]) => `${status} ${kind}`);
    expect([...new Set(thrown)].sort()).toEqual(listed.sort());
  });
});

describe('examples/acts', () => {
  test('has one for each kind of act, and no other', () => {
    const files = readdirSync(join(root, 'examples', 'acts')).sort();
    expect(files).toEqual(actKind.options.map((kind) => `${kind}.json`).sort());
  });

  test.each(actKind.options)('has an event with an act of kind %s', (kind) => {
    const { data } = v.parse(cloudEventSchema, JSON.parse(readActExample(kind)));
    expect(data.acts.map((act) => act.kind)).toContain(kind);
  });
});

describe('the documents', () => {
  const page = text('docs', 'events.md');
  const rowsOf = (cells: readonly string[][]): string =>
    cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
  const must = (schema: string, name: string) => (named[schema]?.required?.includes(name) ? 'yes' : '');

  test('docs/acts.md is what npm run docs writes', () => {
    expect(text('docs', 'acts.md')).toBe(actsPage());
  });

  const namesOf = (fields: readonly { name: string }[]): string[] =>
    fields.map(({ name }) => name).filter((name) => name !== 'kind');

  test.each(actKind.options)('docs/acts.md says of each field of %s what it is, and of no other', (kind) => {
    const fields = namesOf(fieldsOf(named[typeName(kind)] ?? {}));
    expect(fields.filter((name) => !Object.hasOwn(fieldNotes(kind), name))).toEqual([]);
    expect(Object.keys(ownNotes(kind)).filter((name) => !fields.includes(name))).toEqual([]);
  });

  test.each(Object.entries(typeNotes))('docs/acts.md says of each field of %s what it is', (name, notes) => {
    expect(Object.keys(notes.fields).sort()).toEqual(namesOf(fieldsOfType(named[name] ?? {})).sort());
  });

  test('docs/acts.md has rows that can be read at a glance', () => {
    const rows = text('docs', 'acts.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows.filter((row) => row.includes('undefined'))).toEqual([]);
    // The one that is longer lists the kinds of act.
    expect(rows.filter((row) => row.length > 400).map((row) => row.split(' ')[1])).toEqual(['`after`']);
  });

  test('docs/acts.md links only to types that it has', () => {
    const headings = [...text('docs', 'acts.md').matchAll(/^#+ (.*)$/gm)].map(([, name = '']) =>
      name.toLowerCase(),
    );
    const linked = [...text('docs', 'acts.md').matchAll(/\]\(#([^)]*)\)/g)].map(([, name = '']) => name);
    expect(linked.length).toBeGreaterThan(50);
    expect(linked.filter((name) => !headings.includes(name))).toEqual([]);
  });

  test.each([
    ['dividend', ['perShare', 'record', 'payable']],
    ['workforce-reduction', ['site', 'percent', 'effective']],
    ['listing-deficiency', ['market', 'rule', 'noticed']],
    ['restatement', ['periods', 'reason']],
  ] as const)('docs/acts.md tells what a release of %s asks for', (kind, fields) => {
    expect([...(readAskedFor().get(kind) ?? [])]).toEqual(expect.arrayContaining([...fields]));
  });

  test('docs/acts.md asks for no field that only decides what else is needed', () => {
    expect(readAskedFor().get('dividend')).not.toContain('change');
    expect(readAskedFor().get('name-change')).not.toContain('subjectTo');
  });

  test('docs/events.md has every field of an event', () => {
    const attributes = Object.entries(attributeNotes).map(([name, note]) => [
      `\`${name}\``,
      must('Event', name),
      note,
    ]);
    const data = Object.entries(dataNotes).map(([name, note]) => [
      `\`data.${name}\``,
      must('Data', name),
      note,
    ]);
    expect(page).toContain(rowsOf([...attributes, ...data]));
  });

  test('docs/events.md has every kind of act', () => {
    const rows = actKind.options.map((kind) => [
      `[\`${kind}\`](acts.md#${kind})`,
      actNotes[kind],
      `[example](../examples/acts/${kind}.json)`,
    ]);
    expect(page).toContain(rowsOf(rows));
  });

  test('docs/events.md has amounts as they are printed', () => {
    const [, section = ''] = /### Amounts\n(.*?)\n###/s.exec(page) ?? [];
    const rows = [...section.matchAll(/^\| `([^`]*)` \| (.*) \|$/gm)];
    expect(rows.length).toBeGreaterThan(3);
    for (const [, written = '', printed] of rows)
      expect(moneyText(v.parse(money, JSON.parse(written)))).toBe(printed);
  });

  test('docs/events.md has every problem', () => {
    const rows = Object.entries(problemTypes).map(([kind, { status, when, remedy }]) => [
      String(status),
      `\`${kind}\``,
      when,
      remedy,
    ]);
    expect(page).toContain(rowsOf(rows));
  });

  test('docs/events.md has events, data and answers that are as the contract says', () => {
    const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json));
    expect(
      blocks.map((block) =>
        ['Event', 'Data', 'Answer'].filter((name) => contract.faultsOf(name, block).length === 0),
      ),
    ).toEqual([['Event'], ['Answer']]);
  });
});
