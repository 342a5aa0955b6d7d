import type { Draft } from '../draft.ts';
import type { EndStep, Step } from '../facts.ts';
import { type Ballot, carriedBallots, endStepOf, standingBallots, withFates } from '../standing-decisions.ts';
import { graceMilliseconds } from './grace.ts';
import type { Said } from './said.ts';

/** The steps that a draft has taken, in order. */
export const stepsOf = ({ steps }: Said, draft: number): Step[] =>
  steps
    .filter(({ step }) => step.draft === draft)
    .toSorted((a, b) => a.number - b.number)
    .map(({ step }) => step);

/** The step that counted the decisions on a draft. */
export const countedOf = (said: Said, draft: number): EndStep | undefined => endStepOf(stepsOf(said, draft));

/** Every decision on a draft, also those that were taken back, and what became of it. */
export const ballotsOf = (said: Said, draft: Draft): Ballot[] => {
  const made = said.decisions.filter(({ decision }) => decision.draft === draft.draft);
  return withFates([...carriedBallots(draft), ...made], stepsOf(said, draft.draft));
};

/** The decisions that a step which ends a draft had to go by: those that it counts, and those that had stood for long enough to be seen. */
export const knownTo = ({ at }: EndStep, ballots: readonly Ballot[]): Ballot[] =>
  standingBallots(
    ballots.filter(
      ({ fate, decision }) =>
        fate === 'counted' || Date.parse(decision.decidedAt) + graceMilliseconds <= Date.parse(at),
    ),
  );
