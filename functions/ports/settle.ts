import { isApprovable } from '../domain/draft.ts';
import { type Fate, fateSchema, type Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { openKey } from '../domain/open-marker.ts';
import { type Ballot, standingBallots } from '../domain/standing-decisions.ts';
import type { Desk } from './desk.ts';
import { lastFreeze } from './last-freeze.ts';
import { type Ledger, putFact, readRequiredFact } from './ledger.ts';
import { askForMails } from './mails-due.ts';
import { readOutcome } from './release.ts';
import { readStanding, type Standing } from './standing.ts';

interface SettlePorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
  now: () => Date;
}

/** What the decisions that stand bring about, and when: an approval holds once everybody has had time to take theirs back. */
interface Ending extends Pick<Outcome, 'outcome' | 'by' | 'counted'> {
  notBefore: Date;
}

/** The end that the decisions bring about, and whose decision did; none while a newer event waits for its draft. */
export const endingOf = ({ draft, decisions, tally, newerEvents }: Standing): Ending | undefined => {
  if (tally.outcome === 'open') return undefined;
  if (tally.outcome === 'approved' && (newerEvents.length > 0 || !isApprovable(draft))) return undefined;
  const deciders = tally.outcome === 'approved' ? tally.approvedBy : tally.changesRequestedBy;
  const inOrder = decisions
    .filter(({ approver }) => deciders.includes(approver))
    .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt));
  const decisive = tally.outcome === 'approved' ? inOrder.at(-1) : inOrder[0];
  // What was decided once the draft had expired comes too late, though nobody had looked at it yet.
  if (decisive === undefined || new Date(decisive.decidedAt) >= new Date(draft.expiresAt)) return undefined;
  const patience = tally.outcome === 'approved' ? draft.coolingOffMinutes * 60_000 : 0;
  return {
    outcome: tally.outcome,
    by: decisive.approver,
    counted: deciders,
    notBefore: new Date(Date.parse(decisive.decidedAt) + patience),
  };
};

/** The end of a draft whose time is over, if it is; whoever looks at it first ends it. */
const expiryOf = ({ draft: { expiresAt } }: Standing, now: Date): Ending | undefined =>
  new Date(expiresAt) <= now
    ? { outcome: 'expired', by: 'sweep', counted: [], notBefore: new Date(expiresAt) }
    : undefined;

/** The end of a draft that was on its way when its release was frozen: nothing that was decided before the thaw counts. */
const thawOf = ({ draft }: Standing, freeze: Awaited<ReturnType<typeof lastFreeze>>): Ending | undefined =>
  freeze !== undefined && Date.parse(draft.createdAt) <= Date.parse(freeze.voidUntil)
    ? { outcome: 'frozen', by: freeze.by, counted: [], notBefore: new Date(0) }
    : undefined;

/** Fixes that a decision is counted, unless it was taken back; whichever is put first stands. */
export const count = async (
  { ledger, now }: Pick<SettlePorts, 'ledger' | 'now'>,
  { release, draft }: Standing['draft'],
  { round, decision: { approver } }: Ballot,
): Promise<Fate['fate']> => {
  const key = keys.fate(release, draft, approver, round);
  const fate: Fate = { fate: 'counted', approver, draft, at: now().toISOString() };
  if ((await putFact(ledger, key, fate)) === 'written') return 'counted';
  return (await readRequiredFact(ledger, key, fateSchema)).fate;
};

/** Ends a draft by its decisions; undefined where one of them was taken back before it could be counted. */
const endDraft = async (
  ports: SettlePorts,
  standing: Standing,
  { outcome, by, counted }: Ending,
): Promise<Outcome | undefined> => {
  const { release, draft, sha256 } = standing.draft;
  const ballots = standingBallots(standing.ballots).filter(({ decision }) =>
    counted.includes(decision.approver),
  );
  const fates = await Promise.all(ballots.map((ballot) => count(ports, standing.draft, ballot)));
  if (fates.includes('taken-back')) return undefined;
  const end: Outcome = { outcome, by, counted, draft, sha256, at: ports.now().toISOString() };
  const result = await putFact(ports.ledger, keys.outcome(release, draft), end);
  return result === 'written' ? end : readOutcome(ports.ledger, release, draft);
};

const tries = 10;

/**
 * Ends a draft if its decisions do and nothing stands against it, or if it has expired, and asks for the mails that are due
 * then; answers with the outcome that stands. Reads everything anew and writes nothing twice, so that whoever comes next
 * (the same approver, another one, sweep) finishes what was cut off after any write.
 */
export const settleDraft = async (
  ports: SettlePorts,
  release: string,
  draft: number,
): Promise<Outcome | undefined> => {
  const { ledger, desk, now } = ports;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const standing = await readStanding(ledger, release, draft);
    const freeze = await lastFreeze(ledger, standing.keys);
    const ending =
      standing.outcome === undefined
        ? (thawOf(standing, freeze) ?? endingOf(standing) ?? expiryOf(standing, now()))
        : undefined;
    if (ending !== undefined && freeze?.still !== true) {
      if (ending.notBefore <= now()) {
        if ((await endDraft(ports, standing, ending)) === undefined) continue;
        return settleDraft(ports, release, draft);
      }
      await desk.put(openKey({ due: ending.notBefore.toISOString(), release, draft }), '{}');
    }
    await askForMails(ledger, standing, now());
    return standing.outcome;
  }
  throw new Error('Decisions were taken back ten times in a row while they were counted');
};
