import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventFact } from '../../../functions/domain/event.ts';
import { hasStandingActs, standingActs, takesBack } from '../../../functions/domain/standing-acts.ts';
import { eventOf } from '../../support/draft.ts';

type Person = EventFact['data']['retracts'][number]['person'];

const at = (name: string, hour: number, data: Partial<EventFact['data']>): EventFact => {
  const event = eventOf(name);
  return {
    ...event,
    time: new Date(Date.UTC(2026, 10, 19, hour)).toISOString(),
    data: { ...event.data, acts: [], ...data },
  };
};
const ann: Person = { id: 'cfo', name: 'Ann Lee' };
const leaves = (name: string, hour: number, person = ann): EventFact =>
  at(name, hour, { acts: [{ kind: 'officer-departure', person, manner: 'left' }] });
const cancels = (name: string, hour: number, person = ann): EventFact =>
  at(name, hour, { retracts: [{ kind: 'officer-departure', person }] });

const standing = (...events: EventFact[]): string[] =>
  standingActs(events).tellings.map(({ event }) => event);

describe('a retraction', () => {
  it.each<[string, EventFact, string[]]>([
    ['of an earlier departure, from another system', leaves('hr~1', 9), []],
    ['of a departure at the same time', leaves('hr~1', 10), []],
    ['of a departure of later time, which stands', leaves('hr~1', 11), ['hr~1']],
    ['of somebody else', leaves('hr~1', 9, { id: 'coo', name: 'Ann Lee' }), ['hr~1']],
    ['of one whom only the name tells', leaves('hr~1', 9, { name: 'LEE, Ann' }), ['hr~1']],
    ['of one whom only the name tells, in another spelling', leaves('hr~1', 9, { name: 'ANN LEE' }), []],
  ])('%s', (_what, departure, expected) => {
    const cancel = cancels('board~2', 10);
    expect(standing(departure, cancel)).toEqual(expected);
    expect(standing(cancel, departure)).toEqual(expected);
  });

  it('takes back every departure of its person, from whatever system, and no appointment', () => {
    const appointed = at('hr~3', 9, { acts: [{ kind: 'officer-appointment', person: ann }] });
    expect(standing(leaves('hr~1', 8), leaves('board~2', 9), appointed, cancels('hr~4', 10))).toEqual([
      'hr~3',
    ]);
  });

  it.each<[string, string, object, string[]]>([
    ['is met by an earlier word of another source', 'board~2', {}, []],
    [
      'outlives one that is more than a week older, or a new departure would be lost',
      'board~2',
      { hour: 10 - 7 * 24 },
      ['hr~1'],
    ],
    ['is met by a word of its own source that is not before it', 'hr~2', { hour: 12 }, []],
    ['outlives an earlier word of its own source, which knows what it has taken back', 'hr~2', {}, ['hr~1']],
  ])(
    'of a departure without a time of its own: that %s',
    (_, name, { hour = 8 }: { hour?: number }, expected) => {
      const departure = { ...leaves('hr~1', 11), untimed: true } as const;
      expect(standing(departure, cancels(name, hour))).toEqual(expected);
      expect(standing(cancels(name, hour), departure)).toEqual(expected);
    },
  );

  it('of what its event replaces has met that, whatever the times', () => {
    const rescinded = { ...cancels('hr~2', 11), data: { ...cancels('hr~2', 11).data, replaces: ['1'] } };
    const { tellings, retractions } = standingActs([rescinded, leaves('hr~1', 9)]);
    expect(tellings).toEqual([]);
    expect(retractions.map(({ met }) => met.map(({ event }) => event))).toEqual([['hr~1']]);
  });

  it('that was replaced takes nothing back', () => {
    const mended = at('board~3', 11, { replaces: ['2'] });
    expect(standing(leaves('hr~1', 9), cancels('board~2', 10), mended)).toEqual(['hr~1']);
  });

  it('beside the act stated anew puts that one in the place of the others', () => {
    const anew = at('board~2', 10, {
      retracts: [{ kind: 'officer-departure', person: ann }],
      acts: [{ kind: 'officer-departure', person: ann, manner: 'retired' }],
    });
    expect(standing(leaves('hr~1', 9), anew)).toEqual(['board~2']);
  });

  it('of what nobody has told leaves nothing to announce, and is known to have met nothing', () => {
    expect(hasStandingActs([cancels('hr~1', 10)])).toBe(false);
    expect(standingActs([cancels('hr~1', 10)]).retractions.map(({ met }) => met)).toEqual([[]]);
  });

  it('wins or not by time alone, in whatever order events come', () => {
    const events = [leaves('hr~1', 8), cancels('hr~2', 10), leaves('board~3', 9), leaves('board~4', 11)];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(standing(...shuffled)).toEqual(['board~4']);
      }),
    );
  });
});

describe('an event that comes too late', () => {
  it.each<[string, EventFact, boolean]>([
    ['takes back what was announced by retracting it', cancels('board~2', 10), true],
    ['takes back what was announced by replacing it', at('hr~2', 10, { replaces: ['1'] }), true],
    ['takes nothing back where it is of an earlier time', cancels('board~2', 8), false],
    [
      'takes nothing back where it replaces an event of another source',
      at('board~2', 10, { replaces: ['1'] }),
      false,
    ],
    ['takes nothing back where it says more', leaves('board~2', 10), false],
  ])('%s', (_what, event, expected) => {
    expect(takesBack(event, [leaves('hr~1', 9)])).toBe(expected);
  });

  it('takes nothing back that had been taken back before', () => {
    expect(takesBack(cancels('board~3', 11), [leaves('hr~1', 9), cancels('hr~2', 10)])).toBe(false);
  });
});

describe('the day of an event’s decision', () => {
  it('is that of each of its acts that has none of its own', () => {
    const event = at('hr~1', 9, {
      decided: '2026-11-16',
      acts: [
        { kind: 'officer-departure', person: ann, manner: 'left' },
        { kind: 'listing-transfer', decided: '2026-11-17' },
        { kind: 'statement', speaker: ann, paragraphs: ['A'] },
      ],
    });
    expect(standingActs([event]).tellings.map(({ act }) => 'decided' in act && act.decided)).toEqual([
      '2026-11-16',
      '2026-11-17',
      false,
    ]);
  });
});
