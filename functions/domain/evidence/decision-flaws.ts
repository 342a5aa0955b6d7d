import { type Draft, isApprovable } from '../draft.ts';
import type { EndStep, Outcome } from '../facts.ts';
import { decidersOf } from '../policy.ts';
import { stoodInBy } from '../stand-ins.ts';
import type { Ballot } from '../standing-decisions.ts';
import { type Tally, tally } from '../tally.ts';
import { ballotsOf, countedOf, knownTo } from './ballots.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

const isTakenBack = ({ steps }: Said, draft: number, approver: string, round: number): boolean =>
  steps.some(
    ({ step }) =>
      step.step === 'taken-back' &&
      step.draft === draft &&
      step.approver === approver &&
      step.round === round,
  );

/** Whether somebody went away between two decisions of the one who stands in for them, who was then asked anew. */
const isAskedAnew = ({ decisions }: Said, draft: Draft, approver: string, round: number): boolean => {
  const standsInFor = (number: number): string[] =>
    decisions.flatMap(({ round: of, decision }) =>
      of === number && decision.draft === draft.draft && decision.approver === approver
        ? stoodInBy(draft, approver, new Date(decision.decidedAt))
        : [],
    );
  const before = standsInFor(round - 1);
  return standsInFor(round).some((absent) => !before.includes(absent));
};

/** What is wrong with decisions and with what became of them. */
export const decisionFlaws = (said: Said): Flaw[] => [
  ...said.decisions.flatMap(({ key, round, decision: { draft: number, approver, decidedAt } }) => {
    const draft = said.drafts.get(number);
    if (draft === undefined) return [{ what: 'The draft that it is on is missing.', key }];
    return [
      ...flawIf(
        !decidersOf(draft, new Date(decidedAt)).includes(approver),
        'It is by somebody who does not decide on this draft.',
        key,
      ),
      ...flawIf(
        Date.parse(decidedAt) < Date.parse(draft.createdAt),
        'It was made before the draft that it is on.',
        key,
      ),
      ...flawIf(
        round > 1 &&
          !isTakenBack(said, number, approver, round - 1) &&
          !isAskedAnew(said, draft, approver, round),
        'It is a second decision, and the first was not taken back.',
        key,
      ),
    ];
  }),
];

/** Whether an outcome says what the step before it has fixed. */
const isAsCounted = (outcome: Outcome, step: EndStep | undefined): boolean => {
  const approvers = (list: readonly string[]): string => list.toSorted().join(' ');
  return (
    step !== undefined &&
    step.outcome === outcome.outcome &&
    step.by === outcome.by &&
    Date.parse(step.at) <= Date.parse(outcome.at) &&
    approvers(step.counted.map(({ approver }) => approver)) === approvers(outcome.counted)
  );
};

/** When the decision was made that ended the draft, in milliseconds since 1970: the last approval, or the first objection. */
const decisiveOf = (counted: readonly Ballot[], { outcome }: Outcome): number => {
  const times = counted.map(({ decision }) => Date.parse(decision.decidedAt));
  return outcome === 'approved' ? Math.max(...times) : Math.min(...times);
};

const resultOf = (draft: Draft, ballots: readonly Ballot[]): Tally['outcome'] =>
  tally(
    draft,
    ballots.map(({ decision }) => decision),
  ).outcome;

/** What is wrong with an end that decisions brought about; `known` are those that stood when they were counted. */
const decidedFlaws = (
  key: string,
  draft: Draft,
  outcome: Outcome,
  { counted, known }: Record<'counted' | 'known', readonly Ballot[]>,
): Flaw[] => {
  const isApproval = outcome.outcome === 'approved';
  const patience = isApproval ? draft.coolingOffMinutes * 60_000 : 0;
  const isBorneOut = resultOf(draft, counted) === outcome.outcome;
  return [
    ...flawIf(!isBorneOut, 'The decisions do not bear the outcome out.', key),
    ...flawIf(
      isBorneOut && resultOf(draft, known) !== outcome.outcome,
      'A decision that stood against the outcome was not counted.',
      key,
    ),
    ...flawIf(!outcome.counted.includes(outcome.by), 'The outcome is by somebody who was not counted.', key),
    ...flawIf(isApproval && !isApprovable(draft), 'The draft has errors.', key),
    ...flawIf(
      decisiveOf(counted, outcome) + patience > Date.parse(outcome.at),
      'The draft ended before its decisions had stood for as long as they must.',
      key,
    ),
    ...flawIf(
      decisiveOf(counted, outcome) >= Date.parse(draft.expiresAt),
      'A decision was counted that came after the draft had expired.',
      key,
    ),
  ];
};

/** What is wrong with the ends of drafts: each counts only what was decided and not taken back, and the policy bears it out. */
export const outcomeFlaws = (said: Said): Flaw[] =>
  [...said.outcomes].flatMap(([number, { key, outcome }]) => {
    const draft = said.drafts.get(number);
    if (draft === undefined) return [{ what: 'The draft that has ended is missing.', key }];
    const ballots = ballotsOf(said, draft);
    const counted = ballots.filter(
      ({ decision, fate }) => fate === 'counted' && outcome.counted.includes(decision.approver),
    );
    const step = countedOf(said, number);
    const known = step === undefined ? counted : knownTo(step, ballots);
    const byDecision = outcome.outcome === 'approved' || outcome.outcome === 'changes-requested';
    return [
      ...flawIf(outcome.sha256 !== draft.sha256, 'The outcome is of another text.', key),
      ...flawIf(
        new Set(counted.map(({ decision }) => decision.approver)).size !== outcome.counted.length,
        'The outcome counts a decision that is missing, or was taken back.',
        key,
      ),
      ...flawIf(
        byDecision && !isAsCounted(outcome, step),
        'The outcome is not what the decisions were counted for.',
        key,
      ),
      ...(byDecision ? decidedFlaws(key, draft, outcome, { counted, known }) : []),
    ];
  });
