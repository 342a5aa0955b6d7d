import { type Awaited, awaitedSeats } from './awaited.ts';
import { type Draft, isApprovable } from './draft.ts';
import { coolingUntil } from './ending.ts';
import type { Decision, Step } from './facts.ts';
import { mailIds } from './mail-ids.ts';
import { askedOf } from './policy.ts';
import type { Ballot } from './standing-decisions.ts';
import type { Tally } from './tally.ts';
import { toApprover, toEditors, toOwner, type WantedMail } from './wanted-mail.ts';

/** Where an open draft stands. */
interface State {
  draft: Draft;
  steps: readonly Step[];
  ballots: readonly Ballot[];
  decisions: readonly Decision[];
  tally: Tally;
  newerEvents: readonly string[];
}

/** The mail that asks somebody; of its own where who decides anyway is asked in place of one who went away since. */
const askOf = ({ draft }: State, { id, standIn }: Awaited): WantedMail => {
  const isMember = draft.groups.some(({ approvers }) => approvers.includes(id));
  const isLater = standIn !== undefined && Date.parse(standIn.begins) > Date.parse(draft.createdAt);
  return isMember && isLater
    ? { id: mailIds.standIn(draft.draft, id, standIn.approver), kind: 'ask', approver: id }
    : toApprover('ask', draft.draft, id);
};

/**
 * The owner, who watches; those who are asked in this stage or an earlier one, and those who are told that somebody stands in
 * for them. Where somebody was away meanwhile, who stands in, and they themselves once they are back, only if they are needed.
 */
export const asks = (state: State, now: Date): WantedMail[] => {
  const { draft, tally } = state;
  const awaited = awaitedSeats(state, now);
  const wasHere = (id: string): boolean =>
    draft.delegations.every(({ approver, begins }) => approver !== id || now < new Date(begins));
  const members = draft.groups
    .filter(({ stage }) => stage <= tally.stage)
    .flatMap(({ approvers }) => approvers);
  const seats = [
    ...[...new Set(members)].filter(wasHere).map((id): Awaited => ({ id, standIn: undefined })),
    ...awaited.filter(({ id, standIn }) => standIn !== undefined || !wasHere(id)),
  ];
  return [
    toOwner('drafted', draft.draft),
    ...seats
      .filter(({ id, standIn }) => standIn || draft.carried.every(({ approver }) => approver !== id))
      .map((seat) => askOf(state, seat)),
    ...awaited.flatMap(({ standIn }) =>
      standIn === undefined ? [] : [toApprover('delegated', draft.draft, standIn.approver)],
    ),
    // Who is asked sees on the page that they can.
    ...(isApprovable(draft) ? [] : toEditors({ draft }, askedOf(draft, now, tally.stage))),
  ];
};

/** That all approvals are there, and until when one can be taken back: to those who gave them and to the owner, each time anew. */
export const coolings = (state: State): WantedMail[] => {
  const { draft, steps, tally } = state;
  if (coolingUntil(state) === undefined) return [];
  const time = steps.length + 1;
  return [undefined, ...tally.approvedBy].map((approver) => ({
    id: mailIds.of('cooling', draft.draft, approver, time),
    kind: 'cooling',
    ...(approver !== undefined && { approver }),
  }));
};
