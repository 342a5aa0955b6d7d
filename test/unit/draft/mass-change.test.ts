import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventFact } from '../../../functions/domain/event.ts';
import { heldSchema, mailSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { draftRelease, makeWork } from '../../../functions/draft/handler.ts';
import type { DraftPorts } from '../../../functions/draft/ports.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { eventOf } from '../../support/draft.ts';
import { draftPorts, expectSurvival, type MemoryDraftPorts, post } from '../../support/drafting.ts';

/** The departure of one of many, in a release of its own. */
const departure = (number: number, changes: Partial<EventFact> = {}): EventFact => {
  const event = eventOf(`hr~leaves-${number}`);
  const person = { id: `officer-${number}`, name: `Officer Number${number}` };
  return {
    ...event,
    release: `iec-electronics.officer-${number}`,
    receivedAt: '2002-06-06T09:10:00Z',
    data: { ...event.data, acts: [{ kind: 'officer-departure', person, title: 'Director', manner: 'left' }] },
    ...changes,
  };
};
const departures = (count: number): EventFact[] =>
  Array.from({ length: count }, (_, index) => departure(index));

const keysOf = ({ ledger }: MemoryDraftPorts, ending: string): string[] =>
  [...ledger.facts.keys()].filter((key) => key.endsWith(ending));
const tally = (ports: MemoryDraftPorts) => ({
  drafts: keysOf(ports, '/draft.json').length,
  held: [...ports.ledger.facts.keys()].filter((key) => key.includes('/held/')).length,
  digests: keysOf(ports, 'mass-change-hr-20020606T0900Z.mail.json').length,
});

/** The same ports, each call of which takes a turn or more, as the random numbers say. */
const unhurried = (ports: MemoryDraftPorts, turns: () => number): DraftPorts => {
  const slow = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          for (let turn = turns(); turn > 0; turn -= 1) await Promise.resolve();
          return member.apply(target, args);
        };
      },
    });
  return { ...ports, ledger: slow(ports.ledger), desk: slow(ports.desk) };
};

describe('500 departures that one system sends in a minute', () => {
  it('one after the other make ten drafts, and one mail for all the others', async () => {
    const ports = draftPorts();
    const events = departures(500);
    await post(ports, ...events);
    for (const { release } of events) await draftRelease(ports, release);
    expect(tally(ports)).toEqual({ drafts: 10, held: 490, digests: 1 });
    expect(keysOf(ports, '.mail.json')).toHaveLength(10 * 6 + 1);
    expect(ports.codes.filter((code) => code === 'MASS_CHANGE')).toHaveLength(1);
  });

  it('all at once make ten drafts at most, and one mail', async () => {
    const ports = draftPorts();
    const events = departures(500);
    await post(ports, ...events);
    let seed = 1;
    const turns = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 40;
    };
    const work = makeWork(unhurried(ports, turns));
    await Promise.all(events.map(({ release, source, id }) => work(keys.event(release, source, id))));
    const { drafts, held, digests } = tally(ports);
    expect(drafts).toBeLessThanOrEqual(10);
    expect([drafts + held, digests]).toEqual([500, 1]);
  });

  it('never pass in greater number than may, however their calls fall between each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 30 }), { minLength: 20, maxLength: 60 }), async (waits) => {
        const ports = { ...draftPorts(), massChange: { releases: 3, minutes: 60 } };
        const events = departures(7);
        await post(ports, ...events);
        let call = 0;
        const turns = (): number => {
          call += 1;
          return waits[call % waits.length] ?? 0;
        };
        await Promise.all(events.map(({ release }) => draftRelease(unhurried(ports, turns), release)));
        const { drafts, held, digests } = tally(ports);
        expect(drafts).toBeLessThanOrEqual(3);
        expect([drafts + held, digests]).toEqual([7, 1]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a release that is held', () => {
  const eleven = async (): Promise<MemoryDraftPorts> => {
    const ports = draftPorts();
    await post(ports, ...departures(11));
    for (const { release } of departures(10)) await draftRelease(ports, release);
    return ports;
  };
  const { release } = departure(10);
  const window = '20020606T0900Z';

  it('says why in the ledger, and its mail names the source and since when', async () => {
    const ports = await eleven();
    await draftRelease(ports, release);
    expect(await readRequiredFact(ports.ledger, keys.held(release, window), heldSchema)).toEqual({
      source: 'hr',
      at: '2002-06-06T13:00:00.000Z',
      until: '2002-06-06T14:00:00.000Z',
    });
    const mail = keys.mail(release, 'mass-change-hr-20020606T0900Z');
    expect(await readRequiredFact(ports.ledger, mail, mailSchema)).toEqual({
      kind: 'mass-change',
      source: 'hr',
      since: '2002-06-06T09:00:00.000Z',
      askedAt: '2002-06-06T13:00:00.000Z',
    });
    expect(ports.codes.slice(-2)).toEqual(['MASS_CHANGE', 'RELEASE_HELD']);
  });

  it.each([
    ['comes until the hold ends', { receivedAt: '2002-06-06T14:00:00Z' }],
    [
      'comes later and begins nothing',
      {
        receivedAt: '2002-06-07T14:00:01Z',
        data: { ...departure(10).data, acts: [], replaces: ['unknown'] },
      },
    ],
  ])('waits, whatever %s', async (_what, changes) => {
    const ports = await eleven();
    await draftRelease(ports, release);
    await post(ports, departure(10, { id: 'more', ...changes }));
    const before = new Map(ports.ledger.facts);
    await draftRelease(ports, release);
    expect(ports.ledger.facts).toEqual(before);
  });

  it('is begun anew by what comes once the hold has ended', async () => {
    const ports = await eleven();
    await draftRelease(ports, release);
    await post(ports, departure(10, { id: 'more', receivedAt: '2002-06-06T14:00:01Z' }));
    await draftRelease(ports, release);
    expect(ports.ledger.facts.has(keys.draft(release, 1))).toBe(true);
  });

  it('is held anew where that comes with too many others', async () => {
    const ports = await eleven();
    await draftRelease(ports, release);
    const later = { id: 'more', receivedAt: '2002-06-06T14:00:01Z' };
    const others = departures(31)
      .slice(20)
      .map((event) => ({ ...event, ...later }));
    await post(ports, ...others, departure(10, later));
    for (const other of others) await draftRelease(ports, other.release);
    await draftRelease({ ...ports, now: () => new Date('2002-06-06T14:05:00Z') }, release);
    expect(ports.ledger.facts.has(keys.draft(release, 1))).toBe(false);
    expect(keysOf(ports, '.json').filter((key) => key.startsWith(`releases/${release}/held/`))).toEqual([
      keys.held(release, window),
      keys.held(release, '20020606T1400Z'),
    ]);
    const before = new Map(ports.ledger.facts);
    await draftRelease(ports, release);
    expect(ports.ledger.facts).toEqual(before);
  });

  it('goes on once somebody has said so', async () => {
    const ports = await eleven();
    await draftRelease(ports, release);
    await putFact(ports.ledger, keys.resumed(release), {});
    await draftRelease(ports, release);
    expect(ports.ledger.facts.has(keys.draft(release, 1))).toBe(true);
  });

  it('goes on with a draft that another process was writing when it was held', async () => {
    const ports = await eleven();
    await putFact(ports.ledger, keys.resumed(release), {});
    await draftRelease(ports, release);
    ports.ledger.facts.delete(keys.resumed(release));
    await putFact(ports.ledger, keys.held(release, window), {
      source: 'hr',
      at: '2002-06-06T13:00:00Z',
      until: '2002-06-06T14:00:00Z',
    });
    await post(ports, { ...departure(10), id: 'more' });
    await draftRelease(ports, release);
    expect(ports.ledger.facts.has(keys.draft(release, 2))).toBe(true);
  });

  it('ends in the same state when the process is killed after any one call and runs again', async () => {
    expect(await expectSurvival(eleven, (ports) => draftRelease(ports, release))).toBeGreaterThan(8);
  });

  it('is none of another source, of another hour, or that goes on with what had begun', async () => {
    const ports = await eleven();
    const others = [
      departure(20, { source: 'board' }),
      departure(21, { receivedAt: '2002-06-06T10:00:00Z' }),
      { ...departure(3), id: 'more' },
    ];
    await post(ports, ...others);
    for (const { release: other } of others) await draftRelease(ports, other);
    expect(tally(ports)).toEqual({ drafts: 13, held: 0, digests: 0 });
  });

  it('is counted by events that begin one, and not by what announces nothing', async () => {
    const ports = draftPorts();
    const empty = departures(30).map((event) => ({
      ...event,
      data: { ...event.data, acts: [], replaces: ['unknown'] },
    }));
    await post(ports, ...empty, departure(50));
    for (const event of [...empty, departure(50)]) await draftRelease(ports, event.release);
    expect(tally(ports)).toEqual({ drafts: 1, held: 0, digests: 0 });
  });
});
