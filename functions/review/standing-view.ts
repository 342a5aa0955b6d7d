import { longTime } from '../domain/dates.ts';
import { type Decision, type Outcome, outcomes } from '../domain/facts.ts';
import type { View } from '../domain/templates.ts';
import { timeLeft } from '../domain/time-left.ts';
import { endingOf } from '../ports/settle.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { absentView, awayView, listed, personOf } from './people-view.ts';
import { flags } from './problems.ts';
import { groupsBefore, seatOf, seats, stoodInFor } from './seat.ts';
import { namedParts } from './sections.ts';

/** Who looks at a draft, and when. */
export interface Looking {
  standing: Standing;
  timeZone: string;
  reader: string;
  now: Date;
  /** The path of the page. */
  here: string;
  /** The form that takes the reader's decision back; null where there is none. */
  takeBack: View | null;
}

const units = ['minute', 'hour', 'day'] as const;

/** How long it is until an instant, as pages/left.mustache says it; null where it has passed. */
export const leftView = (until: Date, now: Date): View | null => {
  const left = timeLeft(until, now);
  return left === undefined
    ? null
    : { amount: left.amount, one: left.amount === 1, ...flags(units, left.unit) };
};

/** When somebody decided, and what they asked for; the parts that they named are shown as they are called in this draft. */
const saidView = ({ draft }: Standing, decision: Decision, timeZone: string): View => {
  const asks = decision.decision === 'request-changes' ? decision : undefined;
  const parts = namedParts(draft.content, asks?.sections ?? []);
  return {
    at: longTime(new Date(decision.decidedAt), timeZone),
    reason: asks?.reason ?? null,
    hasParts: parts.length > 0,
    parts,
  };
};

/** What somebody decided; `carriedFrom` is the number of the earlier draft where the decision was made on one. */
export const decisionView = (standing: Standing, decision: Decision, timeZone: string): View => ({
  approve: decision.decision === 'approve',
  carriedFrom: decision.draft === standing.draft.draft ? null : decision.draft,
  ...saidView(standing, decision, timeZone),
});

/** Whether a decision came when the draft had ended, and was not counted. */
const isLate = (mine: Decision, outcome: Outcome | undefined): boolean =>
  outcome !== undefined &&
  !outcome.counted.includes(mine.approver) &&
  (outcome.outcome === 'approved' ||
    (outcome.outcome === 'changes-requested' && mine.decision === 'request-changes'));

const mineView = ({ standing, timeZone, reader, here, takeBack }: Looking): View | null => {
  const mine = standing.decisions.find(({ approver }) => approver === reader);
  return mine === undefined
    ? null
    : {
        draft: standing.draft.draft,
        late: isLate(mine, standing.outcome),
        takeBack,
        receipt: `${here}/receipt`,
        awaitsOthers: mine.decision === 'approve' && standing.tally.outcome === 'open',
        ...decisionView(standing, mine, timeZone),
      };
};

const endedView = ({ standing, timeZone, reader }: Looking): View | null => {
  const { draft, outcome, keys, decisions } = standing;
  if (outcome === undefined) return null;
  const requests = decisions.filter(({ decision }) => decision === 'request-changes');
  return {
    draft: draft.draft,
    at: longTime(new Date(outcome.at), timeZone),
    newest: keys.latest > draft.draft ? keys.latest : null,
    isSilent: seatOf(standing, reader) === 'closed',
    published: keys.published,
    requests: requests
      .filter(({ approver }) => approver !== reader)
      .map((request) => ({
        ...personOf(standing, request.approver),
        ...saidView(standing, request, timeZone),
      })),
    ...flags(outcomes, outcome.outcome),
  };
};

/** Until when approvals can be taken back, where the policy is met and only that time keeps the draft open. */
const coolingView = ({ standing, timeZone, here, now }: Looking): View | null => {
  const ending = standing.outcome === undefined ? endingOf(standing) : undefined;
  return ending?.outcome === 'approved' && standing.draft.coolingOffMinutes > 0
    ? {
        here,
        draft: standing.draft.draft,
        until: longTime(ending.notBefore, timeZone),
        isRunning: timeLeft(ending.notBefore, now) !== undefined,
        left: leftView(ending.notBefore, now),
      }
    : null;
};

/** Seats of which the page says something by themselves. */
const spokenSeats = seats.filter((seat) => seat !== 'closed');

/** Where the draft stands for the one who reads it: what they decided, how it ended, whether a newer one is coming. */
export const standingView = (looking: Looking): View => {
  const { standing, reader } = looking;
  const { draft, outcome, ballots, newerEvents, tally, decisions } = standing;
  const away = draft.delegations.find(({ approver }) => approver === reader);
  return {
    draft: draft.draft,
    ...flags(spokenSeats, seatOf(standing, reader)),
    after: listed(groupsBefore(standing, reader)),
    standsInFor: stoodInFor(draft, reader).map((stoodIn) => absentView(standing, stoodIn)),
    away: away === undefined ? null : awayView(standing, away),
    mine: mineView(looking),
    takenBack:
      ballots.some(({ decision, fate }) => decision.approver === reader && fate === 'taken-back') &&
      decisions.every(({ approver }) => approver !== reader),
    ended: endedView(looking),
    cooling: coolingView(looking),
    newerEvent: outcome === undefined && newerEvents.length > 0,
    open: outcome === undefined && newerEvents.length === 0,
    approvable: canBeApproved(draft, tally),
  };
};
