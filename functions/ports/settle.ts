import { isApprovable } from '../domain/draft.ts';
import type { Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { type Ledger, putFact } from './ledger.ts';
import { readOutcome } from './release.ts';
import { readStanding, type Standing } from './standing.ts';

/** The outcome that the decisions bring about, and whose decision did; none while a newer event waits for its draft. */
const outcomeOf = ({
  draft,
  decisions,
  tally,
  newerEvents,
}: Standing): Pick<Outcome, 'outcome' | 'by' | 'counted'> | undefined => {
  if (tally.outcome === 'open') return undefined;
  if (tally.outcome === 'approved' && (newerEvents.length > 0 || !isApprovable(draft))) return undefined;
  const deciders = tally.outcome === 'approved' ? tally.approvedBy : tally.changesRequestedBy;
  const inOrder = decisions
    .filter(({ approver }) => deciders.includes(approver))
    .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt));
  const decisive = tally.outcome === 'approved' ? inOrder.at(-1) : inOrder[0];
  return decisive && { outcome: tally.outcome, by: decisive.approver, counted: deciders };
};

const endDraft = async (
  ledger: Ledger,
  standing: Standing,
  now: () => Date,
): Promise<Outcome | undefined> => {
  const found = outcomeOf(standing);
  if (found === undefined) return undefined;
  const { release, draft, sha256 } = standing.draft;
  const outcome: Outcome = { ...found, draft, sha256, at: now().toISOString() };
  const result = await putFact(ledger, keys.outcome(release, draft), outcome);
  return result === 'written' ? outcome : readOutcome(ledger, release, draft);
};

/**
 * Ends a draft if its decisions do, and asks for the mail that tells the owner of changes; answers with the outcome
 * that stands. Reads everything anew and writes nothing twice, so that whoever comes next (the same approver, another
 * one, sweep) finishes what was cut off after any write.
 */
export const settleDraft = async (
  ledger: Ledger,
  release: string,
  draft: number,
  now: () => Date,
): Promise<Outcome | undefined> => {
  const standing = await readStanding(ledger, release, draft);
  const outcome = standing.outcome ?? (await endDraft(ledger, standing, now));
  const mail = mailIds.changesRequested(draft);
  if (outcome?.outcome === 'changes-requested' && !standing.keys.mails.has(mail))
    await putFact(ledger, keys.mail(release, mail), {
      kind: 'changes-requested',
      draft,
      askedAt: outcome.at,
    });
  return outcome;
};
