import { type Draft, isApprovable } from './draft.ts';
import type { Decision, EndStep } from './facts.ts';
import { type Ballot, standingBallots } from './standing-decisions.ts';
import type { Tally } from './tally.ts';

/** Where an open draft stands, as far as its decisions may end it. */
interface Decided {
  draft: Draft;
  ballots: readonly Ballot[];
  decisions: readonly Decision[];
  tally: Tally;
  newerEvents: readonly string[];
}

/** What the decisions that stand bring about, and when: an approval holds once everybody has had time to take theirs back. */
export interface Ending extends Pick<EndStep, 'by' | 'counted'> {
  outcome: 'approved' | 'changes-requested';
  notBefore: Date;
}

/** The end that the decisions bring about, and whose decision did; none while a newer event waits for its draft. */
export const endingOf = ({ draft, ballots, decisions, tally, newerEvents }: Decided): Ending | undefined => {
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
    counted: standingBallots(ballots).flatMap(({ round, decision: { approver } }) =>
      deciders.includes(approver) ? [{ approver, round }] : [],
    ),
    notBefore: new Date(Date.parse(decisive.decidedAt) + patience),
  };
};

/** Until when approvals can be taken back, where the policy is met and only the time for that keeps the draft open. */
export const coolingUntil = (state: Decided): Date | undefined => {
  const ending = endingOf(state);
  return ending?.outcome === 'approved' && state.draft.coolingOffMinutes > 0 ? ending.notBefore : undefined;
};
