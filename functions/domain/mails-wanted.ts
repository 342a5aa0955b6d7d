import { asks, coolings } from './asks-wanted.ts';
import { ownerReader } from './company.ts';
import type { Draft } from './draft.ts';
import type { Decision, Outcome, Step } from './facts.ts';
import { asksTo, mailIds, operationsReader } from './mail-ids.ts';
import { votersOf } from './policy.ts';
import type { Ballot } from './standing-decisions.ts';
import type { Tally } from './tally.ts';
import { toApprover, toEditors, toOperations, toOwner, type WantedMail } from './wanted-mail.ts';

interface State {
  draft: Draft;
  outcome: Outcome | undefined;
  steps: readonly Step[];
  ballots: readonly Ballot[];
  decisions: readonly Decision[];
  tally: Tally;
  newerEvents: readonly string[];
  keys: { mails: ReadonlySet<string>; notMe: readonly string[] };
}

/** A receipt for every decision, and for every one that was taken back, so that nobody decides in another's name unseen. */
const receipts = ({ draft, ballots }: State): WantedMail[] =>
  ballots.flatMap(({ round, decision: { approver }, fate }) => [
    ...(round > 0 ? [toApprover('receipt', draft.draft, approver, round)] : []),
    ...(fate === 'taken-back' ? [toApprover('taken-back', draft.draft, approver, round)] : []),
  ]);

/** Those who were to be asked about a draft, for themselves or in another's place. */
const askedAbout = ({ draft, keys }: Pick<State, 'draft' | 'keys'>): string[] =>
  votersOf(draft).filter((id) => asksTo(keys.mails, draft.draft, id).length > 0);

/**
 * That a release is frozen is told to its owner, to whoever runs Gazette and to the approver who said so; those who were asked
 * about the draft that it ended need not act. Whoever runs Gazette comes last: what was cut off before then is done again.
 */
export const frozenMails = (
  { draft, outcome, keys }: Pick<State, 'draft' | 'outcome' | 'keys'>,
  by: string,
): WantedMail[] => {
  const number = draft.draft;
  const idle = outcome?.outcome === 'frozen' ? askedAbout({ draft, keys }).filter((id) => id !== by) : [];
  return [
    ...draft.approvers
      .filter(({ id, recused }) => id === by && recused === undefined)
      .map(({ id }) => toApprover('frozen', number, id)),
    ...idle.map((id) => toApprover('no-action', number, id)),
    toOwner('frozen', number),
    toOperations('frozen', number),
  ];
};

/** The end is told to those who were asked: by what they did, whether it came out so or that they need not act any more. */
const endings = (state: State, { outcome, by, counted }: Outcome): WantedMail[] => {
  const { draft, ballots } = state;
  const number = draft.draft;
  const asked = askedAbout(state);
  const decided = new Set(ballots.map(({ decision }) => decision.approver));
  const idle = asked.filter((id) => !decided.has(id)).map((id) => toApprover('no-action', number, id));
  const others = [...decided].filter((id) => id !== by).map((id) => toApprover('outcome', number, id));
  switch (outcome) {
    case 'approved':
      // Who was counted hears of the publication.
      return [...idle, ...others.filter(({ approver = '' }) => !counted.includes(approver))];
    case 'changes-requested':
      return [toOwner('changes-requested', number), ...toEditors(state, []), ...idle, ...others];
    case 'expired':
      return [toOwner('expired', number), toOperations('expired', number), ...idle, ...others];
    case 'withdrawn':
      return [toOwner('withdrawn', number), ...asked.map((id) => toApprover('withdrawn', number, id))];
    case 'frozen':
      return frozenMails(state, by);
    case 'superseded':
      return [];
  }
};

/** The owner and whoever runs Gazette hear of everyone who says, of what was published, that it was not them. */
const disowned = ({ draft: { draft }, keys: { notMe } }: State): WantedMail[] =>
  notMe.flatMap((by): WantedMail[] => [
    { id: mailIds.notMe(draft, by, ownerReader), kind: 'not-me' },
    { id: mailIds.notMe(draft, by, operationsReader), kind: 'not-me', operations: true },
  ]);

/** Every mail that the state of a draft asks for, whether it was asked for yet or not; what is due by the clock is not among them. */
export const mailsWanted = (state: State, now: Date): WantedMail[] => [
  ...(state.outcome === undefined
    ? [...asks(state, now), ...coolings(state)]
    : endings(state, state.outcome)),
  ...receipts(state),
  ...disowned(state),
];
