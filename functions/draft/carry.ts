import type { Company } from '../domain/company.ts';
import { isCosmetic } from '../domain/cosmetic.ts';
import type { Draft } from '../domain/draft.ts';
import type { Decision } from '../domain/facts.ts';
import { standingBallots } from '../domain/standing-decisions.ts';
import { readStanding, type Standing } from '../ports/standing.ts';
import { stepTries, takeStep } from '../ports/steps.ts';
import type { DraftPorts } from './ports.ts';

const standIns = ({ delegations }: Draft): string =>
  JSON.stringify(delegations.map(({ approver, delegate }) => [approver, delegate]));

/** The approvals that a draft had when it ended for a newer one. */
const approvalsOf = ({ ballots, outcome, tally }: Standing): { approver: string; round: number }[] =>
  standingBallots(ballots).flatMap(({ round, decision: { approver, decision, decidedAt } }) =>
    outcome !== undefined &&
    decision === 'approve' &&
    tally.approvedBy.includes(approver) &&
    Date.parse(decidedAt) <= Date.parse(outcome.at)
      ? [{ approver, round }]
      : [],
  );

/** The approvals that a draft which a newer one has replaced was counted with, fixed by a step of its own where none did so. */
const countApprovals = async (
  { ledger, now }: Pick<DraftPorts, 'ledger' | 'now'>,
  { release, draft }: Draft,
): Promise<Decision[]> => {
  for (let attempt = 1; attempt <= stepTries; attempt += 1) {
    const standing = await readStanding(ledger, release, draft);
    const { outcome, endStep, ballots } = standing;
    if (outcome?.outcome !== 'superseded') return [];
    if (endStep !== undefined)
      return ballots.flatMap(({ fate, decision }) =>
        fate === 'counted' && decision.decision === 'approve' ? [decision] : [],
      );
    const counted = approvalsOf(standing);
    if (counted.length === 0) return [];
    const { by } = outcome;
    const at = now().toISOString();
    await takeStep(ledger, standing, { step: 'ended', draft, outcome: 'superseded', by, counted, at });
  }
  throw new Error('Others took the next step of the draft twenty times in a row');
};

/**
 * The approvals of a draft that hold for the one that follows it, where the profile allows that and both are proved to say the
 * same. The draft must have ended, for the newer one alone: what was decided by then is counted in a step, and so nobody can
 * take back there what holds here. `twin` is the next draft under the number of the earlier one, made only when it is needed.
 * Doing it again gives the same.
 */
export const carriedDecisions = async (
  ports: Pick<DraftPorts, 'ledger' | 'now'>,
  { policy }: Pick<Company, 'policy'>,
  { earlier, next }: { earlier: Draft; next: Draft },
  twin: () => Draft | undefined,
): Promise<Decision[]> => {
  if (!policy.carryCosmetic) return [];
  // Who stands in may have changed since; the twin is made as of then, so that only what it says can differ.
  if (standIns(earlier) !== standIns(next)) return [];
  const same = twin();
  if (same === undefined || !isCosmetic(earlier, same)) return [];
  const counted = await countApprovals(ports, earlier);
  return counted.toSorted((a, b) => (a.approver < b.approver ? -1 : 1));
};
