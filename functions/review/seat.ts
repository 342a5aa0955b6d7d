import type { Draft } from '../domain/draft.ts';
import { decidersOf } from '../domain/policy.ts';
import { nextRound } from '../domain/standing-decisions.ts';
import type { Standing } from '../ports/standing.ts';

/** What a reader of a draft has to do with it. */
export const seats = [
  /** Is asked now, and nothing stands against it. */
  'decides',
  'decided',
  /** Is asked once the groups of an earlier stage are met. */
  'later',
  /** Has changed it, and so does not approve it. */
  'changed',
  /** The owner, or an editor whom no group has. */
  'reads',
  /** Has taken too many decisions back. */
  'spent',
  /** The draft has ended, or a newer event will end it. */
  'closed',
] as const;

export type Seat = (typeof seats)[number];

/** What a reader of a draft may do, as it stands. */
export const seatOf = (standing: Standing, reader: string): Seat => {
  const { draft, outcome, decisions, ballots, newerEvents, tally } = standing;
  if (draft.approvers.some(({ id, changed }) => id === reader && changed === true)) return 'changed';
  if (!decidersOf(draft).includes(reader)) return 'reads';
  if (decisions.some(({ approver }) => approver === reader)) return 'decided';
  if (outcome !== undefined || newerEvents.length > 0) return 'closed';
  if (!decidersOf(draft, tally.stage).includes(reader)) return 'later';
  return nextRound(ballots, reader) === undefined ? 'spent' : 'decides';
};

/** The groups that must be met before a reader is asked, by name. */
export const groupsBefore = (
  { draft, tally }: Pick<Standing, 'draft' | 'tally'>,
  reader: string,
): string[] => {
  const stages = draft.groups.map(({ stage }) => stage);
  const own = Math.min(...stages.filter((stage) => decidersOf(draft, stage).includes(reader)));
  return tally.groups.filter(({ stage, met }) => stage < own && !met).map(({ name }) => name);
};

/** Those who are away and for whom a reader stands in. */
export const stoodInFor = (
  { delegations, groups }: Pick<Draft, 'delegations' | 'groups'>,
  reader: string,
): Draft['delegations'] =>
  delegations.filter(
    ({ approver, delegate }) =>
      delegate === reader && groups.some(({ approvers }) => approvers.includes(approver)),
  );
