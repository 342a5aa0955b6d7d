import type { Draft } from './draft.ts';
import type { Decision, EndStep, Step } from './facts.ts';

/** How often an approver may take a decision on one draft back and decide anew. */
export const roundLimit = 9;

/** A decision on a draft, and the round in which its approver made it; round 0 is one that the draft has carried over. */
export interface Ballot {
  round: number;
  decision: Decision;
  /** Whether its approver has taken it back, or a step that ended the draft counts it; neither while it stands. */
  fate: 'counted' | 'taken-back' | undefined;
}

/** The decisions that a draft begins with: what was decided on an earlier one and holds for it. */
export const carriedBallots = ({ carried }: Pick<Draft, 'carried'>): Omit<Ballot, 'fate'>[] =>
  carried.map((decision) => ({ round: 0, decision }));

/** The step by which the decisions on a draft ended it, the last that it took; undefined while they can be taken back. */
export const endStepOf = (steps: readonly Step[]): EndStep | undefined =>
  steps.find((step) => step.step === 'ended');

/** What became of decisions by the steps of their draft, in order. */
export const withFates = (made: readonly Omit<Ballot, 'fate'>[], steps: readonly Step[]): Ballot[] => {
  const counted = endStepOf(steps)?.counted ?? [];
  const takenBack = steps.flatMap((step) => (step.step === 'taken-back' ? [step] : []));
  return made.map(({ round, decision }) => {
    const isIt = (other: { approver: string; round: number }): boolean =>
      other.approver === decision.approver && other.round === round;
    return {
      round,
      decision,
      fate: takenBack.some(isIt) ? 'taken-back' : counted.some(isIt) ? 'counted' : undefined,
    };
  });
};

/** The decisions that stand: of each approver that of the last round, unless it was taken back. Order does not matter. */
export const standingBallots = (ballots: readonly Ballot[]): Ballot[] => {
  const last = new Map<string, Ballot>();
  for (const ballot of ballots) {
    const { approver } = ballot.decision;
    const known = last.get(approver);
    if (known === undefined || known.round < ballot.round) last.set(approver, ballot);
  }
  return [...last.values()].filter(({ fate }) => fate !== 'taken-back');
};

/** The round in which an approver may decide next; undefined where a decision stands, or too many were taken back. */
export const nextRound = (ballots: readonly Ballot[], approver: string): number | undefined => {
  const own = ballots.filter(({ decision }) => decision.approver === approver);
  if (standingBallots(own).length > 0) return undefined;
  const next = Math.max(0, ...own.map(({ round }) => round)) + 1;
  return next > roundLimit ? undefined : next;
};
