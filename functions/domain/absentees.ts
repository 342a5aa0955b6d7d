import { localDateOf } from './dates.ts';
import type { Draft } from './draft.ts';
import type { MailFate } from './keys.ts';
import { type MailKeys, unreachedOf } from './mail-reach.ts';
import type { StandIn } from './stand-ins.ts';

/** Why an approver of a group cannot be counted on; `required` where the group is not met without this one. */
export type Absentee = { group: string; approver: string; required: boolean } & (
  | { kind: 'recused' | 'changed' }
  /** Away on these days, the day of the deadline among them. */
  | { kind: 'absent'; from: string; until: string }
  | { kind: 'unreachable'; fate: MailFate }
);

type Group = Draft['groups'][number];

/** What a company's profile says of when its approvers can be asked. */
export interface Hours {
  timeZone: string;
  approvers: readonly {
    id: string;
    timeZone?: string | undefined;
    absences: readonly { from: string; until: string }[];
  }[];
}

/** Who of a draft's approvers cannot be counted on to decide by a deadline. */
export interface Doubtful {
  /** By the days on which each is away, in their own time zone, where the day of the deadline is one of them. */
  away: Map<string, { from: string; until: string }>;
  /** By what SES told of the mail to each. */
  unreached: Map<string, MailFate>;
}

/** Finds who cannot be counted on by the deadline `by`; whoever is back by then, or leaves only after it, can. */
export const doubtfulOf = (
  draft: Pick<Draft, 'draft' | 'approvers'>,
  keys: MailKeys,
  { approvers, timeZone }: Hours,
  by: string,
): Doubtful => {
  const away = new Map(
    approvers.flatMap(({ id, timeZone: own, absences }) => {
      const day = localDateOf(new Date(by), own ?? timeZone);
      const absence = absences.find(({ from, until }) => from <= day && day <= until);
      return absence === undefined ? [] : [[id, absence] as const];
    }),
  );
  return { away, unreached: unreachedOf(draft, keys) };
};

/** Those of a group who are out for good, for what the release says or for what they did to the draft. */
export const outOf = (
  { approvers }: Pick<Draft, 'approvers'>,
  { id: group, recused, required }: Group,
): Absentee[] =>
  recused.map((approver) => ({
    kind: approvers.some(({ id, changed }) => id === approver && changed) ? 'changed' : 'recused',
    group,
    approver,
    required: required.includes(approver),
  }));

/** Those of a group, and those who stand in for them, of whose mail came back what they are. */
export const unreachedIn = (
  { id: group, required }: Group,
  awaited: readonly string[],
  { unreached }: Doubtful,
): Absentee[] =>
  awaited.flatMap((approver) => {
    const fate = unreached.get(approver);
    return fate === undefined
      ? []
      : [{ kind: 'unreachable', group, approver, required: required.includes(approver), fate }];
  });

/** Those of a group who are away, and for whom nobody stands in who can be counted on. */
export const awayIn = (
  standIns: readonly StandIn[],
  { id: group, required }: Group,
  awaited: readonly string[],
  { away, unreached }: Doubtful,
): Absentee[] =>
  awaited.flatMap((approver) => {
    const days = away.get(approver);
    const isStoodIn = standIns.some(
      (other) => other.approver === approver && !away.has(other.delegate) && !unreached.has(other.delegate),
    );
    return days === undefined || isStoodIn
      ? []
      : [{ kind: 'absent', group, approver, required: required.includes(approver), ...days }];
  });
