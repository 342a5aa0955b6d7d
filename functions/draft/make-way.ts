import type { Draft } from '../domain/draft.ts';
import type { EventFact } from '../domain/event.ts';
import type { Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { putFact } from '../ports/ledger.ts';
import { askForMails } from '../ports/mails-due.ts';
import { readOutcome } from '../ports/release.ts';
import { readStanding } from '../ports/standing.ts';
import { forward } from './forward.ts';
import { holdMassChange } from './mass-change.ts';
import type { DraftPorts } from './ports.ts';

/** Ends the latest draft for a newer one, unless it has ended already; answers with how it ended. */
const endLatest = async (
  { ledger, now }: DraftPorts,
  latest: Draft,
  outcome: 'superseded' | 'withdrawn',
  by: string,
): Promise<Outcome['outcome']> => {
  const { release, draft, sha256 } = latest;
  const end: Outcome = { outcome, draft, sha256, at: now().toISOString(), by, counted: [] };
  if ((await putFact(ledger, keys.outcome(release, draft), end)) === 'written') return outcome;
  return (await readOutcome(ledger, release, draft))?.outcome ?? outcome;
};

/** Asks for the mails about a draft that has ended with nothing to announce. Doing it again does nothing. */
const tellWithdrawal = async ({ ledger, now }: DraftPorts, { release, draft }: Draft): Promise<void> => {
  const standing = await readStanding(ledger, release, draft);
  const { outcome } = standing;
  if (outcome === undefined) throw new Error('A draft that has not ended is not withdrawn');
  await askForMails(ledger, { ...standing, outcome: { ...outcome, outcome: 'withdrawn' } }, now());
};

/** Ends the latest draft for the next one, and tells whom it concerns; answers whether the next one may follow. */
const follow = async (
  ports: DraftPorts,
  latest: Draft,
  next: Draft | undefined,
  news: readonly [string, ...string[]],
): Promise<boolean> => {
  const ended = await endLatest(ports, latest, next === undefined ? 'withdrawn' : 'superseded', news[0]);
  if (ended === 'approved') {
    await forward(ports, latest, news);
    return false;
  }
  // Cut off between the end of this draft and the next one, it may have ended as superseded and have none that follows.
  const hasNoNext = next === undefined && ended === 'superseded';
  if (ended === 'withdrawn' || hasNoNext) await tellWithdrawal(ports, latest);
  return next !== undefined;
};

/**
 * Makes way for the next draft, undefined where there is nothing to announce; answers whether it may be written. A release
 * that has closed or is held has none.
 */
export const makeWay = async (
  ports: DraftPorts,
  known: ReleaseKeys,
  {
    latest,
    next,
    events,
    news,
  }: {
    latest: Draft | undefined;
    next: Draft | undefined;
    events: readonly EventFact[];
    news: readonly [string, ...string[]];
  },
): Promise<boolean> => {
  if (latest !== undefined) return follow(ports, latest, next, news);
  if (next === undefined) return false;
  return known.resumed || !(await holdMassChange(ports, known, events));
};
