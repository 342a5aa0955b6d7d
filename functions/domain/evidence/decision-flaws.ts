import { type Draft, isApprovable } from '../draft.ts';
import type { Fate, Outcome } from '../facts.ts';
import { decidersOf } from '../policy.ts';
import { type Ballot, carriedBallots } from '../standing-decisions.ts';
import { tally } from '../tally.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

const fateOf = ({ fates }: Said, draft: number, approver: string, round: number): Fate['fate'] | undefined =>
  fates.find(
    (other) => other.round === round && other.fate.draft === draft && other.fate.approver === approver,
  )?.fate.fate;

/** Every ballot on a draft, also those that were taken back. */
const ballotsOf = (draft: Draft, said: Said): Ballot[] =>
  [...carriedBallots(draft), ...said.decisions.filter(({ decision }) => decision.draft === draft.draft)].map(
    ({ round, decision }) => ({
      round,
      decision,
      fate: fateOf(said, draft.draft, decision.approver, round),
    }),
  );

/** What is wrong with decisions and with what became of them. */
export const decisionFlaws = (said: Said): Flaw[] => [
  ...said.decisions.flatMap(({ key, round, decision: { draft: number, approver, decidedAt } }) => {
    const draft = said.drafts.get(number);
    if (draft === undefined) return [{ what: 'The draft that it is on is missing.', key }];
    return [
      ...flawIf(
        !decidersOf(draft).includes(approver),
        'It is by somebody who does not decide on this draft.',
        key,
      ),
      ...flawIf(
        Date.parse(decidedAt) < Date.parse(draft.createdAt),
        'It was made before the draft that it is on.',
        key,
      ),
      ...flawIf(
        round > 1 && fateOf(said, number, approver, round - 1) !== 'taken-back',
        'It is a second decision, and the first was not taken back.',
        key,
      ),
    ];
  }),
  ...said.fates.flatMap(({ key, round, fate: { draft: number, approver } }) => {
    const draft = said.drafts.get(number);
    const ballots = draft === undefined ? [] : ballotsOf(draft, said);
    const isThere = ballots.some((other) => other.round === round && other.decision.approver === approver);
    return flawIf(!isThere, 'It is about a decision that is missing.', key);
  }),
];

/** When the decision was made that ended the draft, in milliseconds since 1970: the last approval, or the first objection. */
const decisiveOf = (counted: readonly Ballot[], { outcome }: Outcome): number => {
  const times = counted.map(({ decision }) => Date.parse(decision.decidedAt));
  return outcome === 'approved' ? Math.max(...times) : Math.min(...times);
};

/** What is wrong with an end that decisions brought about. */
const decidedFlaws = (key: string, draft: Draft, outcome: Outcome, counted: readonly Ballot[]): Flaw[] => {
  const isApproval = outcome.outcome === 'approved';
  const patience = isApproval ? draft.coolingOffMinutes * 60_000 : 0;
  const found = tally(
    draft,
    counted.map(({ decision }) => decision),
  ).outcome;
  return [
    ...flawIf(found !== outcome.outcome, 'The decisions do not bear the outcome out.', key),
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
    const counted = ballotsOf(draft, said).filter(
      ({ decision, fate }) => fate === 'counted' && outcome.counted.includes(decision.approver),
    );
    const byDecision = outcome.outcome === 'approved' || outcome.outcome === 'changes-requested';
    return [
      ...flawIf(outcome.sha256 !== draft.sha256, 'The outcome is of another text.', key),
      ...flawIf(
        new Set(counted.map(({ decision }) => decision.approver)).size !== outcome.counted.length,
        'The outcome counts a decision that is missing, or was taken back.',
        key,
      ),
      ...(byDecision ? decidedFlaws(key, draft, outcome, counted) : []),
    ];
  });
