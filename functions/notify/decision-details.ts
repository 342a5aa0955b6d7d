import { numberedMail } from '../domain/mail-ids.ts';
import type { Ballot } from '../domain/standing-decisions.ts';
import type { View } from '../domain/templates.ts';
import { type Notice, readerOf, UnfitMailError } from './notice.ts';
import { timesOf, zonesOf } from './times.ts';

/** The decision that a mail is about: its reader's, of the round that the mail's id ends with. */
const ballotOf = ({ id, ask, standing: { ballots } }: Notice): Ballot => {
  const reader = readerOf(ask);
  const named = numberedMail(ask.kind, id);
  const ballot = ballots.find(
    ({ decision, round }) =>
      decision.approver === reader && named?.approver === reader && round === named.number,
  );
  if (ballot === undefined) throw new UnfitMailError('The mail is about a decision that nobody made');
  return ballot;
};

/** What a receipt says of its reader's decision. Throws UnfitMailError where there is none. */
export const receiptDetails = (notice: Notice): View => {
  const { standing } = notice;
  const { decision } = ballotOf(notice);
  return {
    approved: decision.decision === 'approve',
    at: timesOf(decision.decidedAt, zonesOf(notice)),
    ended: standing.outcome !== undefined,
    coolingOffMinutes: standing.draft.coolingOffMinutes,
  };
};

/** What is said of a decision that was taken back. Throws UnfitMailError where there is none. */
export const takenBackDetails = (notice: Notice): View => {
  const { round, decision } = ballotOf(notice);
  const { steps, outcome } = notice.standing;
  const step = steps.find(
    (other) => other.step === 'taken-back' && other.approver === decision.approver && other.round === round,
  );
  if (step === undefined) throw new UnfitMailError('The mail is about a decision that stands');
  return { at: timesOf(step.at, zonesOf(notice)), ended: outcome !== undefined };
};
