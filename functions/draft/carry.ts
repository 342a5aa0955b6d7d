import type { Company } from '../domain/company.ts';
import { isCosmetic } from '../domain/cosmetic.ts';
import type { Draft } from '../domain/draft.ts';
import type { Decision } from '../domain/facts.ts';
import { standingBallots } from '../domain/standing-decisions.ts';
import { count } from '../ports/settle.ts';
import { readStanding } from '../ports/standing.ts';
import type { DraftPorts } from './ports.ts';

const standIns = ({ delegations }: Draft): string =>
  JSON.stringify(delegations.map(({ approver, delegate }) => [approver, delegate]));

/**
 * The approvals of a draft that hold for the one that follows it, where the profile allows that and both are proved to say the
 * same. The draft must have ended, for the newer one alone: what was decided by then is fixed as counted, unless it was taken
 * back, and so nobody can take back there what holds here. `twin` is the next draft under the number of the earlier one, made
 * only when it is needed. Doing it again gives the same.
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
  const { ballots, outcome, tally } = await readStanding(ports.ledger, earlier.release, earlier.draft);
  if (outcome?.outcome !== 'superseded') return [];
  const approvals = standingBallots(ballots).filter(
    ({ decision: { approver, decision, decidedAt } }) =>
      decision === 'approve' &&
      tally.approvedBy.includes(approver) &&
      Date.parse(decidedAt) <= Date.parse(outcome.at),
  );
  const counted = await Promise.all(
    approvals.map(async (ballot) =>
      (await count(ports, earlier, ballot)) === 'counted' ? [ballot.decision] : [],
    ),
  );
  return counted.flat().toSorted((a, b) => (a.approver < b.approver ? -1 : 1));
};
