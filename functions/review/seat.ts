import { roundFor } from '../domain/awaited.ts';
import type { Draft } from '../domain/draft.ts';
import { decidersOf, votersOf } from '../domain/policy.ts';
import { type StandIn, standInsBetween } from '../domain/stand-ins.ts';
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

type Seat = (typeof seats)[number];

/** What a reader of a draft may do at an instant, as it stands. */
export const seatOf = (standing: Standing, reader: string, now: Date): Seat => {
  const { draft, outcome, endStep, decisions, newerEvents, tally } = standing;
  if (draft.approvers.some(({ id, changed }) => id === reader && changed === true)) return 'changed';
  if (!votersOf(draft).includes(reader)) return 'reads';
  const round = roundFor(standing, reader, now);
  const isOver = outcome !== undefined || endStep !== undefined || newerEvents.length > 0;
  const hasDecided = decisions.some(({ approver }) => approver === reader);
  if (hasDecided && (isOver || round === undefined)) return 'decided';
  if (isOver) return 'closed';
  if (!decidersOf(draft, now).includes(reader)) return 'reads';
  if (!decidersOf(draft, now, tally.stage).includes(reader)) return 'later';
  return round === undefined ? 'spent' : 'decides';
};

/** The groups that must be met before a reader is asked, by name. */
export const groupsBefore = (
  { draft, tally }: Pick<Standing, 'draft' | 'tally'>,
  reader: string,
): string[] => {
  const stages = draft.groups.map(({ stage }) => stage);
  const own = Math.min(...stages.filter((stage) => votersOf(draft, stage).includes(reader)));
  return tally.groups.filter(({ stage, met }) => stage < own && !met).map(({ name }) => name);
};

/** When a reader stands in for others, by now or later. */
export const stoodInFor = (draft: Draft, reader: string, now: Date): StandIn[] =>
  standInsBetween(draft, now, draft.expiresAt).filter(({ delegate }) => delegate === reader);
