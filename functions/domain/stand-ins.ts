import type { Company } from './company.ts';
import { dayAfter, dayStart } from './day-start.ts';
import type { Draft } from './draft.ts';

type Profile = Pick<Company, 'approvers' | 'policy' | 'timeZone'>;

/** A time in which one approver is asked in place of another, who is away; its end is no longer part of it. */
export type StandIn = Draft['delegations'][number];

/** A time in which somebody is away, in milliseconds since 1970, and the last day of it where they are. */
interface Away {
  begins: number;
  ends: number;
  until: string;
}

/** When an approver is away, in order; what touches is one time. */
const awayTimes = (
  { timeZone }: Profile,
  { timeZone: own, absences }: Profile['approvers'][number],
): Away[] => {
  const zone = own ?? timeZone;
  const times: Away[] = [];
  for (const { from, until } of absences.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = dayStart(from, zone).getTime();
    const ends = dayStart(dayAfter(until), zone).getTime();
    const last = times.at(-1);
    if (last === undefined || last.ends < begins) times.push({ begins, ends, until });
    else if (last.ends < ends) Object.assign(last, { ends, until });
  }
  return times;
};

/**
 * Who is asked in place of whom, and when, while a draft can be decided on: from `now` to `expiresAt`. An approver who is away
 * is stood in for by their delegate or, where that one is away too, by that one's own. Whoever is `out` (recused, or has
 * changed the draft) is passed over and not stood in for, and so is a delegate who has a seat of their own in one of the
 * groups: an approval counts once in a group.
 */
export const standInsOf = (
  profile: Profile,
  out: ReadonlySet<string>,
  { now, expiresAt }: { now: Date; expiresAt: string },
): StandIn[] => {
  const { approvers, policy } = profile;
  const away = new Map(approvers.map((approver) => [approver.id, awayTimes(profile, approver)]));
  const isAway = (id: string, at: number): boolean =>
    away.get(id)?.some(({ begins, ends }) => begins <= at && at < ends) === true;
  const shareGroup = (a: string, b: string): boolean =>
    policy.groups.some((group) => group.approvers.includes(a) && group.approvers.includes(b));
  const delegateAt = (absent: string, at: number): string | undefined => {
    const passed = new Set([absent]);
    for (;;) {
      const last = [...passed].at(-1);
      const delegate = approvers.find(({ id }) => id === last)?.delegate;
      if (delegate === undefined || passed.has(delegate)) return undefined;
      if (!isAway(delegate, at) && !out.has(delegate) && !shareGroup(absent, delegate)) return delegate;
      passed.add(delegate);
    }
  };
  const changes = [...away.values()].flatMap((times) => times.flatMap(({ begins, ends }) => [begins, ends]));
  const members = new Set(policy.groups.flatMap((group) => group.approvers));

  const during = (approver: string, { begins, ends, until }: Away): StandIn[] => {
    const within = changes.filter((at) => begins < at && at < ends);
    const starts = [...new Set([begins, ...within])].sort((a, b) => a - b);
    const found: StandIn[] = [];
    for (const [index, start] of starts.entries()) {
      const delegate = delegateAt(approver, start);
      const end = new Date(starts[index + 1] ?? ends).toISOString();
      const last = found.at(-1);
      const isSame = last?.delegate === delegate && last?.ends === new Date(start).toISOString();
      if (last !== undefined && isSame) found[found.length - 1] = { ...last, ends: end };
      else if (delegate !== undefined)
        found.push({ approver, delegate, begins: new Date(start).toISOString(), ends: end, until });
    }
    return found;
  };
  return approvers
    .filter(({ id }) => members.has(id) && !out.has(id))
    .flatMap(({ id }) => (away.get(id) ?? []).flatMap((time) => during(id, time)))
    .filter(
      ({ begins, ends }) => Date.parse(ends) > now.getTime() && Date.parse(begins) < Date.parse(expiresAt),
    );
};

type Delegated = Pick<Draft, 'delegations'>;

/** Whether somebody stands in at an instant. */
export const isInForce = ({ begins, ends }: StandIn, at: Date): boolean =>
  Date.parse(begins) <= at.getTime() && at.getTime() < Date.parse(ends);

/** Who is asked in an approver's place at an instant; undefined where they are asked themselves. */
export const standInFor = ({ delegations }: Delegated, approver: string, at: Date): StandIn | undefined =>
  delegations.find((other) => other.approver === approver && isInForce(other, at));

/** Those in whose place somebody decides at an instant, by their ids. */
export const stoodInBy = ({ delegations }: Delegated, delegate: string, at: Date): string[] =>
  delegations.flatMap((other) =>
    other.delegate === delegate && isInForce(other, at) ? [other.approver] : [],
  );

/** Who stands in at some time between two instants. */
export const standInsBetween = ({ delegations }: Delegated, from: Date, until: string): StandIn[] =>
  delegations.filter(
    ({ begins, ends }) => Date.parse(begins) < Date.parse(until) && Date.parse(ends) > from.getTime(),
  );
