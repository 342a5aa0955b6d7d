import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { readEventFiles, UsageError } from '../../local/event-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'gazette-events-'));
afterAll(() => rmSync(directory, { recursive: true }));

const { sources } = readConfig();
const example = (kind: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'acts', `${kind}.json`), 'utf8'));

/** What is said of a file with this content, without the file's name. */
const saidOf = (content: string): string => {
  const file = join(directory, 'event.json');
  writeFileSync(file, content);
  try {
    readEventFiles([file], sources);
    return '';
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replaceAll(`${file}: `, '');
  }
};

const saidOfAct = (kind: string, act: object): string => {
  const event = example(kind);
  event.data.acts = [{ kind, ...act }];
  return saidOf(JSON.stringify(event));
};

describe('an event file is refused', () => {
  it('with the fields that there are, where one is not known', () => {
    expect(saidOfAct('board-size-change', { size: 8 })).toBe(
      '/data/acts/0/size: is not a known field; there are kind, from, to, decided, noticed, effective, details, reason',
    );
  });

  it('with the field that is nearly the same', () => {
    expect(saidOfAct('dividend', { per_share: 0.2 })).toBe(
      '/data/acts/0/per_share: is not a known field; there is perShare',
    );
    expect(saidOfAct('dividend', { perShare: { ammount: 2, amount: 1 } })).toMatch(/perShare/);
    expect(
      saidOf(JSON.stringify({ ...example('dividend'), data: { ...example('dividend').data, anounce: 'x' } })),
    ).toBe('/data/anounce: is not a known field; there is announce');
  });

  it('with the values that there are, where one is missing', () => {
    expect(saidOfAct('officer-departure', { title: 'CFO' })).toBe(
      '/data/acts/0/manner: is missing; it may be left, resigned, retired, stepped-down, not-returning, terminated, removed',
    );
    expect(saidOfAct('committee-change', { person: { name: 'A B' }, change: 'joins' })).toBe(
      '/data/acts/0/committee: is missing',
    );
  });

  it('with the fields of a person or of an item of a list', () => {
    expect(saidOfAct('officer-departure', { manner: 'left', person: { name: 'A B', family: 'B' } })).toBe(
      '/data/acts/0/person/family: is not a known field; there are id, name, honorific, familyName',
    );
    expect(
      saidOfAct('compensation-change', { amounts: [{ What: 'base salary', amount: 5 }] }).split('\n'),
    ).toContain('/data/acts/0/amounts/0/What: is not a known field; there is what');
  });

  it('by its qualifier, which has few values', () => {
    expect(saidOfAct('workforce-reduction', { positions: { count: 5, qualifier: 'approximately' } })).toMatch(
      /^\/data\/acts\/0\/positions: .*qualifier.*about, up to, more than, at least, less than$/,
    );
  });

  it('by its time, where the receiver would not take it yet', () => {
    expect(saidOf(JSON.stringify({ ...example('dividend'), time: '2127-01-01T00:00:00Z' }))).toBe(
      '/time: has not come; the receiver takes what is at most 300 seconds ahead',
    );
  });

  it('by line and column where it is not JSON, and is taken for nobody else’s words', () => {
    const said = saidOf(`${JSON.stringify(example('dividend')).slice(0, -1)},}`);
    expect(said).toMatch(/stops being JSON at line 1, column \d+/);
    expect(said).not.toMatch(/--source/);
  });

  it.each(['{"type":"employee.updated"}', 'id=7&status=active', ''])(
    'with what to do where another system may send it: %s',
    (content) => {
      expect(saidOf(content)).toMatch(
        /\nIf another system sends this, send it as it is: gazette send FILE --source ID$/,
      );
    },
  );
});
