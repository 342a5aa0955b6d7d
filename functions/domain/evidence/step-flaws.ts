import { ballotsOf, stepsOf } from './ballots.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/**
 * What is wrong with the steps of drafts: they have no gap, each takes back a decision that stands, or counts some of those
 * that do, and none follows the one that counts.
 */
export const stepFlaws = (said: Said): Flaw[] =>
  said.steps.flatMap(({ key, number, step }) => {
    const draft = said.drafts.get(step.draft);
    if (draft === undefined) return [{ what: 'The draft that took this step is missing.', key }];
    const steps = stepsOf(said, step.draft);
    const before = steps.slice(0, number - 1);
    const named = step.step === 'ended' ? step.counted : [step];
    const made = ballotsOf(said, draft);
    const isThere = ({ approver, round }: (typeof named)[number]): boolean =>
      made.some((other) => other.round === round && other.decision.approver === approver);
    const isGone = ({ approver, round }: (typeof named)[number]): boolean =>
      before.some(
        (other) => other.step === 'taken-back' && other.approver === approver && other.round === round,
      );
    return [
      ...flawIf(
        steps[number - 1] !== step || before.some((other) => other.step === 'ended'),
        'The draft took a step that it cannot take.',
        key,
      ),
      ...flawIf(!named.every(isThere), 'It is about a decision that is missing.', key),
      ...flawIf(named.some(isGone), 'It is about a decision that was taken back before.', key),
    ];
  });
