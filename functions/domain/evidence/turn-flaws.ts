import type { Draft } from '../draft.ts';
import type { Decision } from '../facts.ts';
import { decidersOf, votersOf } from '../policy.ts';
import { tally } from '../tally.ts';
import { ballotsOf, stepsOf } from './ballots.ts';
import { graceMilliseconds } from './grace.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** The approvals that somebody who decided at `at` may have seen: all that had been made, and had not been taken back for long. */
const approvalsBy = (said: Said, draft: Draft, at: number): Decision[] => {
  const gone = stepsOf(said, draft.draft).flatMap((step) =>
    step.step === 'taken-back' && Date.parse(step.at) + graceMilliseconds < at
      ? [`${step.approver} ${step.round}`]
      : [],
  );
  return ballotsOf(said, draft)
    .filter(({ round, decision }) => !gone.includes(`${decision.approver} ${round}`))
    .map(({ decision }) => decision)
    .filter(({ decision, decidedAt }) => decision === 'approve' && Date.parse(decidedAt) <= at);
};

/** What is wrong with the order of decisions: nobody of a later stage decides before the groups of the earlier ones are met. */
export const turnFlaws = (said: Said): Flaw[] =>
  said.decisions.flatMap(({ key, decision: { draft: number, approver, decidedAt } }) => {
    const draft = said.drafts.get(number);
    if (draft === undefined || !votersOf(draft).includes(approver)) return [];
    const { stage } = tally(draft, approvalsBy(said, draft, Date.parse(decidedAt)));
    return flawIf(
      !decidersOf(draft, new Date(decidedAt), stage).includes(approver),
      'It was made before the groups of an earlier stage were met.',
      key,
    );
  });
