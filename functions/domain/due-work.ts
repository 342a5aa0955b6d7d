import type { Hours } from './absentees.ts';
import { awaitedOf } from './awaited.ts';
import type { Draft } from './draft.ts';
import type { Decision } from './facts.ts';
import { firstDue } from './filing/disclosure.ts';
import { mailIds, operationsReader } from './mail-ids.ts';
import { afterQuiet, type Quiet, reminderTime } from './quiet-hours.ts';
import type { Tally } from './tally.ts';
import type { WantedMail } from './wanted-mail.ts';

type Profile = Hours & { policy: { quiet: Quiet } };

/** Where an open draft stands. */
interface OpenState {
  draft: Draft;
  decisions: readonly Decision[];
  tally: Tally;
  keys: { mails: ReadonlySet<string> };
}

/** What the clock asks for on an open draft. */
interface DueWork {
  mails: WantedMail[];
  /** When it is to be looked at next, for reminders, escalation, overdue decisions or expiry, as an ISO time. */
  next: string;
}

const hour = 3_600_000;

const zoneOf = ({ approvers, timeZone }: Profile, id: string): string =>
  approvers.find((approver) => approver.id === id)?.timeZone ?? timeZone;

/** When an approver is reminded, in order; what the night has moved is left out where it comes within an hour of another. */
const reminderTimes = (draft: Draft, profile: Profile, approver: string): Date[] => {
  const night = { quiet: profile.policy.quiet, timeZone: zoneOf(profile, approver) };
  const times: Date[] = [];
  for (const planned of draft.remindAt) {
    const at = reminderTime(new Date(planned), draft, night);
    const isMoved = at?.toISOString() !== planned;
    if (at && !(isMoved && times.some((other) => Math.abs(other.getTime() - at.getTime()) < hour)))
      times.push(at);
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
};

/** When somebody who is awaited at `now` was asked, or later: nobody is reminded within an hour of that. */
const askedAt = ({ draft, decisions, tally: { stage } }: OpenState, id: string, now: Date): number =>
  Math.max(
    Date.parse(draft.createdAt),
    ...(stage > 1 ? decisions.map(({ decidedAt }) => Date.parse(decidedAt)) : []),
    ...draft.delegations
      .flatMap(({ approver, delegate, begins, ends }) => [
        ...(delegate === id ? [begins] : []),
        ...(approver === id ? [ends] : []),
      ])
      .map((at) => Date.parse(at))
      .filter((at) => at <= now.getTime()),
  );

/** The reminder that is due to an approver, and when there is one next. */
const reminderOf = (
  state: OpenState,
  profile: Profile,
  approver: string,
  now: Date,
): { due: WantedMail[]; next: Date[] } => {
  const { draft, keys } = state;
  const times = reminderTimes(draft, profile, approver);
  const number = times.filter((time) => time <= now).length;
  const later = times.slice(number, number + 1);
  const id = mailIds.of('reminder', draft.draft, approver, number);
  if (number === 0 || keys.mails.has(id)) return { due: [], next: later };
  const rested = new Date(Math.max(now.getTime(), askedAt(state, approver, now) + hour));
  const ready = afterQuiet(rested, profile.policy.quiet, zoneOf(profile, approver));
  if (ready >= new Date(draft.decideBy)) return { due: [], next: later };
  return ready > now
    ? { due: [], next: [ready, ...later] }
    : { due: [{ id, kind: 'reminder', approver }], next: later };
};

/** The mails to the owner and to whoever runs Gazette that decisions are awaited, once for each draft. */
const escalation = ({ draft, tally: { outcome } }: OpenState, now: Date): WantedMail[] =>
  outcome === 'open' && new Date(draft.escalateAt) <= now
    ? [
        { id: mailIds.of('escalation', draft.draft), kind: 'escalation' },
        {
          id: mailIds.of('escalation', draft.draft, operationsReader),
          kind: 'escalation',
          operations: true,
        },
      ]
    : [];

/** What is due on an open draft at `now`, and when something is due next, whatever anybody does until then. */
export const dueWork = (state: OpenState, profile: Profile, now: Date): DueWork => {
  const { draft, tally, keys } = state;
  const reminders = (tally.outcome === 'open' ? awaitedOf(state, now) : []).map((approver) =>
    reminderOf(state, profile, approver, now),
  );
  const filing = firstDue(draft.disclosure);
  const lastCall = filing === undefined ? [] : [Date.parse(filing) - draft.coolingOffMinutes * 60_000];
  const times = [
    ...reminders.flatMap(({ next }) => next.map((time) => time.getTime())),
    ...[draft.escalateAt, draft.decideBy, draft.expiresAt].map((at) => Date.parse(at)),
    // Somebody else is asked then.
    ...draft.delegations.flatMap(({ begins, ends }) => [Date.parse(begins), Date.parse(ends)]),
    ...lastCall,
  ].filter((time) => time > now.getTime());
  return {
    mails: [...reminders.flatMap(({ due }) => due), ...escalation(state, now)].filter(
      ({ id }) => !keys.mails.has(id),
    ),
    // An open draft that has expired is ended when it is next looked at.
    next: new Date(times.length > 0 ? Math.min(...times) : now.getTime()).toISOString(),
  };
};
