import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActOf } from '../../../functions/domain/acts.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { type MergedAct, mergeActs } from '../../../functions/domain/merge-acts.ts';
import { standingActs } from '../../../functions/domain/standing-acts.ts';
import { eventOf } from '../../support/draft.ts';

type Departure = ActOf<'officer-departure'>;

/** An event `{source}~{id}` with these acts, at a second of its own. */
const telling = (name: string, second: number, ...acts: EventFact['data']['acts']): EventFact => {
  const event = eventOf(name);
  return {
    ...event,
    time: `2026-11-19T18:00:${String(second).padStart(2, '0')}Z`,
    data: { ...event.data, acts },
  };
};

const merge = (...events: EventFact[]): MergedAct[] => mergeActs(standingActs(events).tellings);

const departure = (facts: Partial<Departure> = {}): Departure => ({
  kind: 'officer-departure',
  person: { id: 'cfo', name: 'Ann Lee' },
  manner: 'left',
  ...facts,
});

/** What two events together say of a departure. */
const merged = (first: Partial<Departure>, second: Partial<Departure>): MergedAct => {
  const [act, ...others] = merge(
    telling('hr~1', 1, departure(first)),
    telling('board~2', 2, departure(second)),
  );
  if (act === undefined || others.length > 0) throw new Error('not one act');
  return act;
};

const differing = ({ differences }: MergedAct): unknown[] =>
  differences.map(({ field, values }) => [field, ...values.map(({ value }) => value)]);

describe('two events about one departure', () => {
  it('that agree are one act, and each fact names both', () => {
    const act = merged({ title: 'Treasurer' }, { title: 'Treasurer' });
    expect(act.act).toMatchObject({ title: 'Treasurer' });
    expect(act.origins.get('title')).toEqual(['hr~1', 'board~2']);
    expect(act.differences).toEqual([]);
  });

  it('each add what the other lacks, and each fact names where it comes from', () => {
    const act = merged(
      { title: 'Treasurer', consulting: {} },
      { effective: '2026-12-31', consulting: { until: '2027-06-30' } },
    );
    expect(act.act).toMatchObject({
      title: 'Treasurer',
      effective: { date: '2026-12-31' },
      consulting: { until: '2027-06-30' },
    });
    expect(Object.fromEntries(act.origins)).toMatchObject({
      title: ['hr~1'],
      'effective.date': ['board~2'],
      'consulting.until': ['board~2'],
    });
  });

  it.each<[string, Partial<Departure>, Partial<Departure>, unknown[]]>([
    ['two titles', { title: 'Treasurer' }, { title: 'Secretary' }, [['title', 'Treasurer', 'Secretary']]],
    [
      'two precise manners',
      { manner: 'resigned' },
      { manner: 'removed' },
      [['manner', 'resigned', 'removed']],
    ],
    [
      'two days',
      { effective: '2026-12-31' },
      { effective: { date: '2026-12-30', source: 'end' } },
      [['effective.date', '2026-12-31', '2026-12-30']],
    ],
    [
      'an unclear day that is not the clear one',
      { effective: { asSent: '05/06/2026' } },
      { effective: '2026-07-05' },
      [['effective', '2026-07-05', '05/06/2026']],
    ],
    [
      'two names that neither holds the other',
      { person: { id: 'cfo', name: 'Ann B. Lee' } },
      { person: { id: 'cfo', name: 'Ann Lee-Chen' } },
      [['person.name', 'Ann B. Lee', 'Ann Lee-Chen']],
    ],
    [
      'two ends of a contract',
      { consulting: { until: '2027-01-01' } },
      { consulting: { until: '2027-02-01' } },
      [['consulting.until', '2027-01-01', '2027-02-01']],
    ],
  ])('differ on %s', (_what, first, second, expected) => {
    expect(differing(merged(first, second))).toEqual(expected);
  });

  it.each<[string, Partial<Departure>, Partial<Departure>, object]>([
    ['a manner that is neutral', { manner: 'left' }, { manner: 'removed' }, { manner: 'removed' }],
    [
      'a name without an initial',
      { person: { id: 'cfo', name: 'Ann B. Lee' } },
      { person: { id: 'cfo', name: 'Ann Lee' } },
      { person: { name: 'Ann B. Lee' } },
    ],
    [
      'a day that can be read as the clear one',
      { effective: { asSent: '05/06/2026' } },
      { effective: '2026-06-05' },
      { effective: { date: '2026-06-05' } },
    ],
    [
      'a day without the words for it',
      { effective: '2026-06-05' },
      { effective: { date: '2026-06-05', phrase: 'at once' } },
      { effective: { date: '2026-06-05', phrase: 'at once' } },
    ],
    [
      'words of a day to come without the day',
      { effective: { phrase: 'by year end', future: true } },
      { effective: '2026-12-31' },
      { effective: { date: '2026-12-31', phrase: 'by year end' } },
    ],
  ])('do not differ where one has %s', (_what, first, second, expected) => {
    for (const act of [merged(first, second), merged(second, first)]) {
      expect(act.differences).toEqual([]);
      expect(act.act).toMatchObject(expected);
    }
  });

  it.each<[string, Partial<Departure>, Partial<Departure>, object]>([
    [
      'a time that begins with the day',
      { effective: { asSent: '2026-12-31T00:00:04.12' } },
      { effective: '2026-12-31' },
      { effective: { date: '2026-12-31' } },
    ],
  ])('do not differ where one has %s', (_what, first, second, expected) => {
    for (const act of [merged(first, second), merged(second, first)]) {
      expect(act.differences).toEqual([]);
      expect(act.act).toMatchObject(expected);
    }
  });

  it('differ on a time that begins with another day', () => {
    const act = merged({ effective: { asSent: '2026-12-13T00:00' } }, { effective: '2026-12-31' });
    expect(differing(act)).toEqual([['effective', '2026-12-31', '2026-12-13T00:00']]);
  });

  it('that name two offices differ on the title, even within one event', () => {
    const [act] = merge(
      telling('hr~1', 1, departure({ title: 'Treasurer' }), departure({ title: 'Secretary' })),
    );
    expect(act && differing(act)).toEqual([['title', 'Treasurer', 'Secretary']]);
  });
});

describe('departures of officers who are not named', () => {
  const titlesOf = (...titles: (string | undefined)[]) =>
    merge(
      ...titles.map((title, index) =>
        telling(`${index === 0 ? 'hr' : 'board'}~${index}`, index, departure({ person: undefined, title })),
      ),
    ).map(({ act }) => 'title' in act && act.title);

  it.each([
    [['Treasurer', 'Treasurer'], 1],
    [['Treasurer', 'Secretary'], 2],
    [['Treasurer', undefined], 2],
    [[undefined, undefined], 2],
  ])('%j are %i', (titles, count) => {
    expect(titlesOf(...titles)).toHaveLength(count);
  });

  it('are not that of one who is named', () => {
    const named = telling('hr~1', 1, departure({ title: 'Treasurer' }));
    const unnamed = telling('board~2', 2, departure({ person: undefined, title: 'Treasurer' }));
    expect(merge(named, unnamed)).toHaveLength(2);
  });
});

describe('two events of one source about one departure', () => {
  const twice = (first: Partial<Departure>, second: Partial<Departure>): MergedAct | undefined =>
    merge(telling('hr~1', 1, departure(first)), telling('hr~2', 2, departure(second)))[0];

  it.each<[string, Partial<Departure>, Partial<Departure>, object]>([
    [
      'a day',
      { effective: '2026-12-31' },
      { effective: '2027-01-31' },
      { effective: { date: '2027-01-31' } },
    ],
    [
      'a day whose words are no longer true',
      { effective: { date: '2026-12-31', phrase: 'at the end of the year' } },
      { effective: '2027-01-31' },
      { effective: { date: '2027-01-31' } },
    ],
    [
      'a day by an unclear one',
      { effective: '2026-12-31' },
      { effective: { asSent: '01/02/2027' } },
      { effective: { asSent: '01/02/2027' } },
    ],
    ['a title', { title: 'Treasurer' }, { title: 'Secretary' }, { title: 'Secretary' }],
    ['a manner', { manner: 'resigned' }, { manner: 'removed' }, { manner: 'removed' }],
  ])('correct %s: the later one stands', (_what, first, second, expected) => {
    const act = twice(first, second);
    expect(act?.differences).toEqual([]);
    expect(act?.act).toMatchObject(expected);
    expect(act?.act).not.toHaveProperty('effective.phrase');
  });

  it.each<[string, Partial<Departure>, Partial<Departure>]>([
    ['nothing of a fact', { title: 'Treasurer', effective: '2026-12-31' }, {}],
    ['less of it', { manner: 'retired' }, { manner: 'left' }],
    [
      'the day without its words',
      { effective: { date: '2026-12-31', phrase: 'soon' } },
      { effective: '2026-12-31' },
    ],
    ['the day in doubt', { effective: '2026-06-05' }, { effective: { asSent: '05/06/2026' } }],
  ])('leave what the earlier one says where the later one says %s', (_what, first, second) => {
    const [alone] = merge(telling('hr~1', 1, departure(first)));
    expect([twice(first, second)?.act, twice(first, second)?.differences]).toEqual([alone?.act, []]);
  });
});

describe('what is one act', () => {
  const count = (...people: Departure['person'][]): number =>
    merge(...people.map((person, index) => telling(`hr~${index}`, index, departure({ person })))).length;

  it.each<[string, number, Departure['person'][]]>([
    ['one name in two spellings', 1, [{ name: 'José García' }, { name: 'JOSE GARCIA' }]],
    [
      'one id under two names',
      1,
      [
        { id: 'cfo', name: 'Ann Lee' },
        { id: 'cfo', name: 'Ann Chen' },
      ],
    ],
    [
      'two ids under one name',
      2,
      [
        { id: 'cfo', name: 'Ann Lee' },
        { id: 'coo', name: 'Ann Lee' },
      ],
    ],
    [
      'two ids under one name, and the name without an id, which may be either',
      1,
      [{ id: 'cfo', name: 'Ann Lee' }, { id: 'coo', name: 'Ann Lee' }, { name: 'Ann Lee' }],
    ],
    ['two names that have no letter', 2, [{ name: '...' }, { name: '---' }]],
  ])('%s: %i', (_what, expected, people) => {
    expect(count(...people)).toBe(expected);
  });

  it('is never two kinds, statements with other words, or two measures of one event', () => {
    const speaker = { name: 'Ann Lee' };
    const acts = merge(
      telling('hr~1', 1, departure(), { kind: 'listing-transfer' }, { kind: 'listing-transfer' }),
      telling('hr~2', 2, { kind: 'officer-appointment', person: { id: 'cfo', name: 'Ann Lee' } }),
      telling('hr~3', 3, { kind: 'statement', speaker, paragraphs: ['A'] }),
      telling('hr~4', 4, { kind: 'statement', speaker, paragraphs: ['B'] }),
    );
    expect(acts).toHaveLength(6);
  });
});

const anyDividend: fc.Arbitrary<ActOf<'dividend'>> = fc.record(
  {
    kind: fc.constant('dividend' as const),
    perShare: fc.constantFrom(0.2, 0.5),
    frequency: fc.constantFrom('quarterly', 'special'),
    record: fc.constantFrom('2026-12-04', '2026-12-11'),
  },
  { requiredKeys: ['kind'] },
);
const anyDividends = fc
  .array(fc.array(anyDividend, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  .map((lists) => lists.map((acts, index) => telling(`hr-${index}~1`, index, ...acts)));

describe('measures', () => {
  it('of several events are one only where one says all that the others say, whatever their order', () => {
    fc.assert(
      fc.property(anyDividends, (events) => {
        const acts = merge(...events);
        expect(merge(...events.toReversed())).toEqual(acts);
        for (const { act, tellings, differences } of acts) {
          expect(differences).toEqual([]);
          expect(
            tellings.some(
              (one) => JSON.stringify(leaves(one.act).sort()) === JSON.stringify(leaves(act).sort()),
            ),
          ).toBe(true);
          expect(new Set(tellings.map(({ event }) => event)).size).toBe(tellings.length);
        }
        expect(acts.flatMap(({ tellings }) => tellings)).toHaveLength(
          events.flatMap(({ data }) => data.acts).length,
        );
      }),
    );
  });
});

const person = fc.record(
  { id: fc.constantFrom('cfo', 'coo'), name: fc.constantFrom('Ann Lee', 'Ann B. Lee', 'Bo Chen') },
  { requiredKeys: ['name'] },
);
const when = fc.oneof(
  fc.constantFrom('2026-06-05', '2026-12-31'),
  fc.record({ date: fc.constantFrom('2026-06-05', '2026-12-31'), phrase: fc.constantFrom('soon', 'late') }),
  fc.constantFrom({ asSent: '05/06/2026' }, { asSent: 'mid-year' }),
);
const anyDeparture: fc.Arbitrary<Departure> = fc.record(
  {
    kind: fc.constant('officer-departure' as const),
    person,
    manner: fc.constantFrom('left' as const, 'resigned' as const, 'retired' as const),
    title: fc.constantFrom('Treasurer', 'Secretary'),
    noticed: when,
    effective: when,
    consulting: fc.record({ until: fc.constantFrom('2027-01-01', '2027-02-01') }, { requiredKeys: [] }),
  },
  { requiredKeys: ['kind', 'person', 'manner'] },
);
const anyEvents = fc
  .array(fc.array(anyDeparture, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 })
  .map((lists) => lists.map((acts, index) => telling(`hr-${index}~1`, Math.floor(index / 2), ...acts)));

/** Every fact of a value. */
const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];

/** What says the same as a fact, and more. */
const saysMore: Record<string, string[]> = {
  left: ['resigned', 'retired'],
  'Ann Lee': ['Ann B. Lee'],
  '05/06/2026': ['2026-06-05'],
};

describe('merging', () => {
  it('does not depend on the order in which events came', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(merge(...shuffled)).toEqual(merge(...events));
        },
      ),
    );
  });

  it('is the same when every event is told again', () => {
    const said = (acts: MergedAct[]) => acts.map(({ tellings: _, ...act }) => act);
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(said(merge(...events, ...events))).toEqual(said(merge(...events)));
      }),
    );
  });

  it('of what has been merged changes nothing', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const { act } of merge(...events)) {
          const [again] = merge(telling('hr~merged', 1, act));
          expect([again?.act, again?.differences]).toEqual([act, []]);
        }
      }),
    );
  });

  it('loses no fact: each stands, or is among the differences, or says less than what stands', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const acts = merge(...events);
        for (const { act, tellings, differences } of acts) {
          const told = differences.flatMap(({ values }) => values.map(({ value }) => value));
          const known = new Set([...leaves(act), ...told]);
          for (const value of tellings.flatMap(({ act: sent }) => leaves(sent)))
            expect(
              [value, ...(saysMore[value] ?? [])].some((one) => known.has(one)),
              value,
            ).toBe(true);
        }
        expect(acts.flatMap(({ tellings }) => tellings)).toHaveLength(
          events.flatMap(({ data }) => data.acts).length,
        );
      }),
    );
  });
});
