import { coolingUntil } from '../domain/ending.ts';
import { type Decision, type Outcome, outcomes } from '../domain/facts.ts';
import { isInForce, standInFor } from '../domain/stand-ins.ts';
import type { View } from '../domain/templates.ts';
import { timeLeft } from '../domain/time-left.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { absentView, awayView, listed, personOf } from './people-view.ts';
import { flags } from './problems.ts';
import { groupsBefore, seatOf, seats, stoodInFor } from './seat.ts';
import { namedParts } from './sections.ts';
import { clockTime } from './times.ts';

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
  /** What the form needs that mails a link to the newest draft. */
  renewal: { action: string; stamp: string };
  /** When the release was stopped, where this draft is the first since it goes on. */
  stoppedAt: string | undefined;
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
    at: clockTime(decision.decidedAt, timeZone),
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

const hasTakenBack = ({ ballots }: Standing, reader: string): boolean =>
  ballots.some(({ decision, fate }) => decision.approver === reader && fate === 'taken-back');

/** When the last of the approvals came that an outcome counted; it holds only once the time to take one back is over. */
export const completedAt = ({ decisions }: Standing, { counted, at }: Outcome): string =>
  decisions
    .filter(({ approver }) => counted.includes(approver))
    .map(({ decidedAt }) => decidedAt)
    .toSorted()
    .at(-1) ?? at;

const endedView = ({ standing, timeZone, reader, renewal, now }: Looking): View | null => {
  const { draft, outcome, keys, decisions } = standing;
  if (outcome === undefined) return null;
  const requests = decisions.filter(({ decision }) => decision === 'request-changes');
  return {
    draft: draft.draft,
    at: clockTime(outcome.at, timeZone),
    newest: keys.latest > draft.draft ? keys.latest : null,
    renewal: keys.latest > draft.draft && !keys.published ? { ...renewal, newest: keys.latest } : null,
    completedAt: clockTime(completedAt(standing, outcome), timeZone),
    cooled: draft.coolingOffMinutes > 0,
    isSilent: seatOf(standing, reader, now) === 'closed' && !hasTakenBack(standing, reader),
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
  const until = standing.outcome === undefined ? coolingUntil(standing) : undefined;
  return until === undefined
    ? null
    : {
        here,
        draft: standing.draft.draft,
        until: clockTime(until, timeZone),
        completedAt: clockTime(
          new Date(until.getTime() - standing.draft.coolingOffMinutes * 60_000),
          timeZone,
        ),
        isRunning: timeLeft(until, now) !== undefined,
        left: leftView(until, now),
      };
};

/** Seats of which the page says something by themselves. */
const spokenSeats = seats.filter((seat) => seat !== 'closed');

/** Where the draft stands for the one who reads it: what they decided, how it ended, whether a newer one is coming. */
export const standingView = (looking: Looking): View => {
  const { standing, reader, stoppedAt, timeZone, now } = looking;
  const { draft, outcome, newerEvents, tally, decisions } = standing;
  const away = standInFor(draft, reader, now);
  return {
    draft: draft.draft,
    stoppedAt: stoppedAt === undefined ? null : clockTime(stoppedAt, timeZone),
    ...flags(spokenSeats, seatOf(standing, reader, now)),
    after: listed(groupsBefore(standing, reader)),
    standsInFor: stoodInFor(draft, reader, now).map((stoodIn) => ({
      ...absentView(standing, stoodIn),
      from: isInForce(stoodIn, now) ? null : clockTime(stoodIn.begins, timeZone),
    })),
    away: away === undefined ? null : awayView(standing, away),
    mine: mineView(looking),
    takenBack: hasTakenBack(standing, reader) && decisions.every(({ approver }) => approver !== reader),
    ended: endedView(looking),
    cooling: coolingView(looking),
    newerEvent: outcome === undefined && newerEvents.length > 0,
    open: outcome === undefined && newerEvents.length === 0,
    approvable: canBeApproved(draft, tally),
  };
};
