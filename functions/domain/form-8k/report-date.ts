import { notInForce } from '../filing/filing-deadline.ts';
import type { Reported } from '../filing/reported-items.ts';

/** Whether the items of today are in force on the day of a release; they began on August 23, 2004 (Release 33-8400). */
export const hasItems = (announced: string): boolean => notInForce('8.01', announced) === undefined;

/**
 * The date of the report: the earliest event among the items that are certain, else the day of the release, which it is
 * never after; `open` where the day of such an event was not sent, or what is in doubt is earlier.
 */
export const reportDate = (items: readonly Reported[], announced: string): { day: string; open: boolean } => {
  const days = items.filter(({ certain }) => certain).map(({ day }) => day);
  const [earliest = announced] = days.filter((day) => day !== undefined).sort();
  const day = earliest < announced ? earliest : announced;
  const isEarlier = items.some((item) => item.day !== undefined && item.day < day);
  return { day, open: days.includes(undefined) || isEarlier };
};
