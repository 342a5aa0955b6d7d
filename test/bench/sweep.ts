import { keys } from '../../functions/domain/keys.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import { openKey } from '../../functions/domain/open-marker.ts';
import { finishDraft } from '../../functions/draft/finish.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { listRelease } from '../../functions/ports/release.ts';
import { makeHandler } from '../../functions/sweep/handler.ts';
import { companies, companyOfId, recordedExamples } from '../support/examples.ts';
import { type MemoryLedger, memoryLedger } from '../support/memory-ledger.ts';
import { templates } from '../support/templates.ts';
import { headerAsWordFile } from '../support/word-file.ts';

/** What one round of sweep asks of S3, with so many open releases, of which on so many a reminder is due. */
export interface SweepCost {
  open: number;
  due: number;
  lists: number;
  gets: number;
  puts: number;
  deletes: number;
  /** Calls beyond one listing for each 1,000 markers that are due. */
  callsPerDue: number;
  dollars: number;
  budgetPerDue: number;
  kept: boolean;
}

const keysPerList = 1000;
/** S3 Standard, us-east-1: per 1,000 calls; a delete is free. */
const dollarsPerThousand = { lists: 0.005, puts: 0.005, gets: 0.0004 } as const;
const budgetPerDue = 16;

const made = new Date('2002-06-06T13:00:00Z');
const due = new Date('2002-06-07T11:00:00Z');

/** All that the ledger has of one open release of which everybody was asked. */
export const openRelease = async (release: string): Promise<MemoryLedger> => {
  const ledger = memoryLedger();
  const company = companyOfId('iec-electronics');
  const events = recordedExamples('iec-2002').map((event) => ({ ...event, release }));
  for (const event of events) await putFact(ledger, keys.event(release, event.source, event.id), event);
  const draft = makeDraft({ company, release, number: 1, events, now: made }, templates);
  if (draft === undefined) throw new Error('The example makes no draft');
  await putFact(ledger, keys.draft(release, 1), draft);
  const desk = { put: async () => {} };
  await finishDraft(
    { ledger, desk, templates, wordFile: headerAsWordFile },
    draft,
    await listRelease(ledger, release),
    made,
  );
  const sent = { result: 'sent', messageId: 'm', at: made.toISOString() };
  for (const key of await ledger.list(`${keys.release(release)}mail/`))
    await putFact(ledger, key.replace('.mail.json', '.sent.json'), sent);
  return ledger;
};

const measure = async (open: number, dueCount: number): Promise<SweepCost> => {
  const releases = new Map<string, MemoryLedger>();
  const nameOf = (at: number): string => `iec-electronics.bench-${at}`;
  for (let at = 0; at < dueCount; at += 1) releases.set(nameOf(at), await openRelease(nameOf(at)));
  const dueAt = (at: number): string =>
    (at < dueCount ? due : new Date(due.getTime() + at + 1)).toISOString();
  const markers = new Set(
    Array.from({ length: open }, (_, at) =>
      openKey({ due: dueAt(at), release: nameOf(at), draft: 1 }),
    ).sort(),
  );
  const calls = { lists: 0, gets: 0, puts: 0, deletes: 0 };
  // Of a release on which nothing is due there is nothing to read: asking for it would fail.
  const of = (key: string): MemoryLedger => {
    const found = releases.get(key.split('/')[1] ?? '');
    if (found === undefined) throw new Error(`${key} is of a release on which nothing is due`);
    return found;
  };
  const listed = (found: string[]): string[] => {
    calls.lists += Math.max(1, Math.ceil(found.length / keysPerList));
    return found;
  };
  const sweep = makeHandler({
    ledger: {
      put: (key, body) => {
        calls.puts += 1;
        return of(key).put(key, body);
      },
      get: (key) => {
        calls.gets += 1;
        return of(key).get(key);
      },
      list: async (prefix) => listed(await of(prefix).list(prefix)),
      page: async () => {
        throw new Error('A round of what is due goes through the ledger');
      },
    },
    desk: {
      put: async (key) => {
        calls.puts += 1;
        markers.add(key);
      },
      get: async () => {
        calls.gets += 1;
        return undefined;
      },
      delete: async (key) => {
        calls.deletes += 1;
        markers.delete(key);
      },
      list: async (_, until = '') => listed([...markers].filter((key) => key <= until)),
    },
    queues: { draft: async () => {}, notify: async () => {}, publish: async () => {} },
    companies,
    now: () => due,
    log: () => {},
  });
  const { releases: looked } = await sweep({ scope: 'due' });
  if (looked !== dueCount) throw new Error(`${looked} releases were looked at, and ${dueCount} were due`);
  const all = calls.lists + calls.gets + calls.puts + calls.deletes;
  const callsPerDue = (all - Math.ceil(dueCount / keysPerList)) / dueCount;
  const dollars =
    (calls.lists * dollarsPerThousand.lists +
      calls.puts * dollarsPerThousand.puts +
      calls.gets * dollarsPerThousand.gets) /
    1000;
  return {
    open,
    due: dueCount,
    ...calls,
    callsPerDue,
    dollars,
    budgetPerDue,
    kept: callsPerDue <= budgetPerDue,
  };
};

/** Measures sweep with 10, 1,000 and 100,000 open releases, first with as many due on each, and then with more. */
export const measureSweep = async (): Promise<SweepCost[]> => {
  const costs: SweepCost[] = [];
  for (const [open, dueCount] of [
    [10, 10],
    [1_000, 10],
    [100_000, 10],
    [100_000, 1_000],
  ] as const)
    costs.push(await measure(open, dueCount));
  return costs;
};
