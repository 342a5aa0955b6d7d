import { longTime } from '../domain/dates.ts';
import type { Draft } from '../domain/draft.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import type { View } from '../domain/templates.ts';
import type { Notice } from './notice.ts';

const eastern = 'America/New_York';

/** The time zones of a mail: its reader's where the profile has one, then the company's. */
export const zonesOf = ({ ask, company }: Pick<Notice, 'ask' | 'company'>): string[] => {
  const own = company.approvers.find(({ id }) => id === ask.approver)?.timeZone;
  return [...(own === undefined ? [] : [own]), company.timeZone];
};

/** The time as a clock in the zone shows it, without UTC. */
const clockTime = (instant: Date, timeZone: string): string =>
  longTime(instant, timeZone).replace(/ \([^)]*\)$/, '');

/**
 * An instant in these zones, and in Eastern time, by which is filed: a line for each that differs, such as
 * `November 18, 2026, 9:00 PM PST`; where all agree, one line with UTC.
 */
export const timesOf = (instant: string, zones: readonly string[]): string[] => {
  const at = new Date(instant);
  const shown = [...new Set([...zones, eastern].map((zone) => clockTime(at, zone)))];
  return shown.length === 1 ? [longTime(at, eastern)] : shown;
};

/** By when the first filing that is certain is due, and whether that is over at `now`; null where none is known. */
export const filingView = (
  { disclosure }: Pick<Draft, 'disclosure'>,
  zones: readonly string[],
  now: Date,
): View | null => {
  const due = firstDue(disclosure);
  return due === undefined ? null : { over: new Date(due) <= now, by: timesOf(due, zones) };
};
