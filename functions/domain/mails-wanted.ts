import { type Draft, isApprovable } from './draft.ts';
import type { DraftMailKind, Outcome } from './facts.ts';
import { mailIds, operationsReader } from './mail-ids.ts';
import { askedOf } from './policy.ts';
import type { Ballot } from './standing-decisions.ts';
import type { Tally } from './tally.ts';

/** A mail that must be asked for: to an approver, to whoever runs Gazette, or to the owner where neither is said. */
export interface WantedMail {
  id: string;
  kind: DraftMailKind;
  approver?: string;
  operations?: true;
}

interface State {
  draft: Draft;
  outcome: Outcome | undefined;
  ballots: readonly Ballot[];
  tally: Tally;
  keys: { mails: ReadonlySet<string> };
}

const toApprover = (kind: DraftMailKind, draft: number, approver: string, number?: number): WantedMail => ({
  id: mailIds.of(kind, draft, approver, number),
  kind,
  approver,
});

const toOwner = (kind: DraftMailKind, draft: number): WantedMail => ({ id: mailIds.of(kind, draft), kind });

const toOperations = (kind: DraftMailKind, draft: number): WantedMail => ({
  id: mailIds.of(kind, draft, operationsReader),
  kind,
  operations: true,
});

/** The editors whom a draft that lacks something, or for which changes are asked, is put before. */
const edits = ({ draft }: Pick<State, 'draft'>, told: readonly string[]): WantedMail[] =>
  draft.approvers
    .filter(({ id, editor, recused }) => editor === true && recused === undefined && !told.includes(id))
    .map(({ id }) => toApprover('edit', draft.draft, id));

/** The owner, who watches; those who are asked in this stage or an earlier one, and those who are told that somebody stands in for them. */
const asks = ({ draft, tally: { stage } }: State): WantedMail[] => {
  const members = draft.groups.filter((group) => group.stage <= stage).flatMap(({ approvers }) => approvers);
  return [
    toOwner('drafted', draft.draft),
    ...askedOf(draft, stage)
      .filter((id) => draft.carried.every(({ approver }) => approver !== id))
      .map((id) => toApprover('ask', draft.draft, id)),
    ...draft.delegations
      .filter(({ approver }) => members.includes(approver))
      .map(({ approver }) => toApprover('delegated', draft.draft, approver)),
    // Who is asked sees on the page that they can.
    ...(isApprovable(draft) ? [] : edits({ draft }, askedOf(draft, stage))),
  ];
};

/** A receipt for every decision, and for every one that was taken back, so that nobody decides in another's name unseen. */
const receipts = ({ draft, ballots }: State): WantedMail[] =>
  ballots.flatMap(({ round, decision: { approver }, fate }) => [
    ...(round > 0 ? [toApprover('receipt', draft.draft, approver, round)] : []),
    ...(fate === 'taken-back' ? [toApprover('taken-back', draft.draft, approver, round)] : []),
  ]);

/** The end is told to those who were asked: by what they did, whether it came out so or that they need not act any more. */
const endings = (state: State, { outcome, by, counted }: Outcome): WantedMail[] => {
  const { draft, ballots, keys } = state;
  const number = draft.draft;
  const asked = askedOf(draft).filter((id) => keys.mails.has(mailIds.of('ask', number, id)));
  const decided = new Set(ballots.map(({ decision }) => decision.approver));
  const idle = asked.filter((id) => !decided.has(id)).map((id) => toApprover('no-action', number, id));
  const others = [...decided].filter((id) => id !== by).map((id) => toApprover('outcome', number, id));
  switch (outcome) {
    case 'approved':
      // Who was counted hears of the publication.
      return [...idle, ...others.filter(({ approver = '' }) => !counted.includes(approver))];
    case 'changes-requested':
      return [toOwner('changes-requested', number), ...edits(state, []), ...idle, ...others];
    case 'expired':
      return [toOwner('expired', number), toOperations('expired', number), ...idle, ...others];
    case 'withdrawn':
      return [toOwner('withdrawn', number), ...asked.map((id) => toApprover('withdrawn', number, id))];
    case 'frozen':
      return [toOwner('frozen', number), toOperations('frozen', number)];
    case 'superseded':
      return [];
  }
};

/** Every mail that the state of a draft asks for, whether it was asked for yet or not; what is due by the clock is not among them. */
export const mailsWanted = (state: State): WantedMail[] => [
  ...(state.outcome === undefined ? asks(state) : endings(state, state.outcome)),
  ...receipts(state),
];
