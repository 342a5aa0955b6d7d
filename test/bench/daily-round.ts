import * as v from 'valibot';
import { draftSchema, seal } from '../../functions/domain/draft.ts';
import { keys, parseKey } from '../../functions/domain/keys.ts';
import { makeWork } from '../../functions/publish/handler.ts';
import { decide } from '../../functions/review/decide.ts';
import { makeHandler } from '../../functions/sweep/handler.ts';
import { companies } from '../support/examples.ts';
import { memoryDesk } from '../support/memory-desk.ts';
import { openRelease } from './sweep.ts';

/** What a round through the whole ledger asks of S3, where so many releases are closed: the first of a month, and each after it. */
export interface RoundCost {
  closed: number;
  keys: number;
  first: Calls;
  next: Calls;
  /** How long a round after the first takes by itself, without S3. */
  nextMs: number;
  /** Reads of any release in a round after the first. */
  budgetReads: number;
  kept: boolean;
}

interface Calls {
  lists: number;
  gets: number;
  puts: number;
  runs: number;
}

const keysPerPage = 1000;
const now = new Date('2002-06-20T11:00:00Z');
const decidedAt = new Date('2002-06-06T15:00:00Z');

/** The facts of one release that was approved, published and mailed of, by name below its prefix. */
const closedRelease = async (): Promise<[string, string][]> => {
  const release = 'iec-electronics.bench';
  const ledger = await openRelease(release);
  const ports = { ledger, desk: memoryDesk(), now: () => decidedAt, log: () => {} };
  const { sha256 } = JSON.parse(ledger.facts.get(keys.draft(release, 1)) ?? '{}');
  for (const approver of ['margaret-osei', 'helen-marsh', 'robert-ines']) {
    const form = new URLSearchParams({ decision: 'approve', read: '1', round: '1', sha256 });
    const { result } = await decide(ports, { release, draft: 1, approver }, form);
    if (result !== 'recorded') throw new Error(`${approver} could not approve: ${result}`);
  }
  await makeWork(ports)(keys.outcome(release, 1));
  const sent = JSON.stringify({ result: 'sent', messageId: 'm', at: decidedAt.toISOString() });
  for (const key of await ledger.list(`${keys.release(release)}mail/`))
    if (key.endsWith('.mail.json')) await ledger.put(key.replace('.mail.json', '.sent.json'), sent);
  return [...ledger.facts].map(([key, body]) => [key.slice(keys.release(release).length), body]);
};

const measure = async (closed: number, facts: readonly [string, string][]): Promise<RoundCost> => {
  const one = new Map(facts);
  const names = Array.from({ length: closed }, (_, at) => `iec-electronics.bench-${at}`).sort();
  // All of them are the same but for their names: only those are kept, and what is read is made when it is read.
  const below = [...one.keys()].sort();
  const all = names.flatMap((name) => below.map((rest) => `${keys.release(name)}${rest}`));
  const places = new Map(all.map((key, at) => [key, at]));
  const desk = memoryDesk();
  let calls: Calls = { lists: 0, gets: 0, puts: 0, runs: 0 };
  let reads = 0;
  const draft = v.parse(draftSchema, JSON.parse(one.get('drafts/0001/draft.json') ?? ''));
  const body = (key: string): string | undefined => {
    const release = parseKey(key)?.release ?? '';
    const { sha256 } = seal({ ...draft, release });
    return one
      .get(key.slice(keys.release(release).length))
      ?.replaceAll(draft.release, release)
      .replaceAll(draft.sha256, sha256);
  };
  const sweep = makeHandler({
    ledger: {
      put: async () => {
        throw new Error('A closed release needs no fact');
      },
      get: async (key) => {
        calls.gets += 1;
        reads += 1;
        return body(key);
      },
      list: async (prefix) => {
        calls.lists += 1;
        reads += 1;
        return below.map((rest) => `${prefix}${rest}`);
      },
      page: async (_, after = '') => {
        calls.lists += 1;
        const from = (places.get(after) ?? -1) + 1;
        return { keys: all.slice(from, from + keysPerPage), more: from + keysPerPage < all.length };
      },
    },
    desk: {
      ...desk,
      get: async (key) => {
        calls.gets += 1;
        return desk.get(key);
      },
      put: async (key, text) => {
        calls.puts += 1;
        await desk.put(key, text);
      },
      list: async (prefix, until) => {
        calls.lists += 1;
        return desk.list(prefix, until);
      },
    },
    queues: { draft: async () => {}, notify: async () => {}, publish: async () => {} },
    companies,
    now: () => now,
    log: () => {},
  });
  const round = async (): Promise<Calls> => {
    calls = { lists: 0, gets: 0, puts: 0, runs: 1 };
    await sweep({ scope: 'ledger' });
    return calls;
  };
  const first = await round();
  reads = 0;
  const began = performance.now();
  const next = await round();
  const budgetReads = 0;
  return {
    closed,
    keys: all.length,
    first,
    next,
    nextMs: performance.now() - began,
    budgetReads,
    kept: reads <= budgetReads,
  };
};

/** Measures the daily round with 10, 1,000 and 10,000 closed releases. */
export const measureDailyRound = async (): Promise<RoundCost[]> => {
  const facts = await closedRelease();
  const costs: RoundCost[] = [];
  for (const closed of [10, 1_000, 10_000]) costs.push(await measure(closed, facts));
  return costs;
};
