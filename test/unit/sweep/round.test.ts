import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { roundKey } from '../../../functions/domain/open-marker.ts';
import type { LedgerPages } from '../../../functions/ports/ledger.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { makeHandler } from '../../../functions/sweep/handler.ts';
import { company, draftOf, putDraft, putEvent } from '../../support/draft.ts';
import { type MemoryDesk, memoryDesk } from '../../support/memory-desk.ts';
import { type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';
import { makeClock } from '../../support/office.ts';

let ledger: MemoryLedger;
let desk: MemoryDesk;
let clock: ReturnType<typeof makeClock>;
let reads: string[];

beforeEach(() => {
  ledger = memoryLedger();
  desk = memoryDesk();
  clock = makeClock();
  reads = [];
});

/** A round of sweep, in which each page of the ledger takes so many minutes to list. */
const sweep = (scope: 'due' | 'ledger', minutesOfPage = 0, page: LedgerPages['page'] = ledger.page) =>
  makeHandler({
    ledger: {
      ...ledger,
      get: async (key) => {
        reads.push(key.split('/')[1] ?? '');
        return ledger.get(key);
      },
      page: async (prefix, after) => {
        clock.pass(minutesOfPage);
        return page(prefix, after);
      },
    },
    desk,
    queues: { draft: async () => {}, notify: async () => {}, publish: async () => {} },
    companies: new Map([[company.id, company]]),
    now: clock.now,
    log: () => {},
  })({ scope });

/** Pages of so many keys. */
const pagesOf =
  (size: number): LedgerPages['page'] =>
  async (prefix, after = '') => {
    const left = (await ledger.list(prefix)).filter((key) => key > after);
    return { keys: left.slice(0, size), more: left.length > size };
  };

/** A release whose one draft was withdrawn, and everybody told. */
const closed = async (release: string): Promise<void> => {
  const draft = await putDraft(ledger, draftOf({ release }));
  const files = ['exhibit99-1.txt', 'exhibit99-1.htm', 'exhibit99-1.docx', 'form8-k.htm'];
  for (const file of files) await ledger.put(keys.draftFile(release, 1, file), file);
  await putFact(ledger, keys.outcome(release, 1), {
    outcome: 'withdrawn',
    draft: 1,
    sha256: draft.sha256,
    at: clock.now().toISOString(),
    by: 'hr~evt-1',
  });
  await sendAll(release, 'withdrawn-0001');
};

const sendAll = async (release: string, mail: string): Promise<void> => {
  const at = clock.now().toISOString();
  await putFact(ledger, keys.mail(release, mail), { kind: 'withdrawn', draft: 1, askedAt: at });
  await putFact(ledger, keys.sent(release, mail), { result: 'sent', messageId: 'm', at });
};

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `iec-electronics.release-${String(at).padStart(2, '0')}`);

const markers = (): string[] => [...desk.papers.keys()].filter((key) => key.startsWith('open/')).sort();

describe('the daily round', () => {
  it('reads nothing of a release on which there was nothing to do and which has no new fact', async () => {
    for (const release of names(3)) await closed(release);
    expect(await sweep('ledger')).toEqual({ releases: 3, mended: 0 });
    expect(new Set(reads)).toEqual(new Set(names(3)));
    reads = [];
    expect(await sweep('ledger')).toEqual({ releases: 0, mended: 0 });
    expect(reads).toEqual([]);
    expect(markers()).toEqual([]);
  });

  it('looks again at one that has a new fact', async () => {
    for (const release of names(3)) await closed(release);
    await sweep('ledger');
    reads = [];
    await putEvent(ledger, 'hr~later', 'iec-electronics.release-01');
    await sweep('ledger');
    expect(new Set(reads)).toEqual(new Set(['iec-electronics.release-01']));
  });

  it('looks at all of them once a month, whatever it has noted', async () => {
    for (const release of names(2)) await closed(release);
    await sweep('ledger');
    clock.pass(30 * 1440);
    expect(await sweep('ledger')).toEqual({ releases: 2, mended: 0 });
  });

  it('begins its notes anew where they are none', async () => {
    await closed('iec-electronics.release-00');
    await sweep('ledger');
    for (const key of desk.papers.keys()) if (key.startsWith('rest/')) desk.papers.set(key, 'torn {');
    expect(await sweep('ledger')).toEqual({ releases: 1, mended: 0 });
    expect(await sweep('ledger')).toEqual({ releases: 0, mended: 0 });
  });

  it('looks each day at an open release, and at one that cannot be mended', async () => {
    await putDraft(ledger, draftOf());
    ledger.facts.set('releases/iec-electronics.broken/drafts/0001/draft.json', '{}');
    for (let day = 0; day < 2; day += 1) {
      reads = [];
      await expect(sweep('ledger')).rejects.toThrow('1 releases could not be mended');
      expect(new Set(reads)).toEqual(new Set(['iec-electronics.broken', draftOf().release]));
    }
  });

  it.each([1, 3, 7, 1000])('finds every release whole by pages of %i keys', async (size) => {
    for (const release of names(5)) await closed(release);
    expect(await sweep('ledger', 0, pagesOf(size))).toEqual({ releases: 5, mended: 0 });
    expect(await sweep('ledger', 0, pagesOf(size === 3 ? 7 : 3))).toEqual({ releases: 0, mended: 0 });
  });

  it('puts no marker for a release that another one has looked at by then', async () => {
    await putDraft(ledger, draftOf());
    await sweep('ledger');
    const before = markers();
    expect(before).toHaveLength(1);
    clock.pass(5);
    await sweep('ledger');
    expect(markers()).toEqual(before);
  });
});

describe('a round that takes longer than a run', () => {
  const page = () => pagesOf(9);

  it('stops in time, and the next runs go on where it stopped until it has been everywhere once', async () => {
    for (const release of names(6)) await closed(release);
    let looked = (await sweep('ledger', 2, page())).releases;
    expect(looked).toBeLessThan(6);
    let runs = 1;
    for (; markers().length > 0; runs += 1) {
      expect(markers()).toHaveLength(1);
      looked += (await sweep('due', 2, page())).releases;
    }
    expect(looked).toBe(6);
    expect(runs).toBeGreaterThan(2);
    expect(new Set(reads)).toEqual(new Set(names(6)));
  });

  it('goes on from the same release where a run dies on its way', async () => {
    for (const release of names(6)) await closed(release);
    await sweep('ledger', 2, page());
    const [marker] = markers();
    await expect(
      sweep('due', 2, async () => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(markers()).toEqual([marker]);
  });

  it('is one round with one that began later and is behind it', async () => {
    for (const release of names(4)) await closed(release);
    const due = clock.now().toISOString();
    for (const after of ['iec-electronics.release-02', 'iec-electronics.release-00'])
      await desk.put(roundKey({ due, after }), '{}');
    expect(await sweep('due')).toEqual({ releases: 3, mended: 0 });
    expect(markers()).toEqual([]);
  });
});
