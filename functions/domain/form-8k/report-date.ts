import { notInForce } from '../filing/filing-deadline.ts';
import type { Reported } from '../filing/reported-items.ts';

/** Whether the items of today are in force on the day of a release; they began on August 23, 2004 (Release 33-8400). */
export const hasItems = (announced: string): boolean => notInForce('8.01', announced) === undefined;

const earliestOf = (items: readonly Reported[], announced: string): string =>
  items.reduce((earliest, { day }) => (day !== undefined && day < earliest ? day : earliest), announced);

/**
 * The date of the report: the earliest event that is or may be reported, else the day of the release, which it is never
 * after. `otherwise` is the date where what only may be reported is not; `open` says that the day of an event that is
 * reported was not sent.
 */
export const reportDate = (
  items: readonly Reported[],
  announced: string,
): { day: string; open: boolean; otherwise: string | undefined } => {
  const sure = items.filter(({ certain }) => certain);
  const [day, otherwise] = [earliestOf(items, announced), earliestOf(sure, announced)];
  return {
    day,
    open: sure.some((item) => item.day === undefined),
    otherwise: otherwise === day ? undefined : otherwise,
  };
};
