import * as v from 'valibot';
import { localDate, longDate } from '../dates.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Days of the week as `weekdayOf` counts them. */
export const [sunday, monday, thursday, friday, saturday] = [0, 1, 4, 5, 6];

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The same text, if it is a day such as `2026-06-05` that exists; else a RangeError says how to write one. */
export const requireDay = (text: string): string => {
  if (v.is(localDate, text)) return text;
  throw new RangeError(`"${text}" is not a day that exists: write it like 2026-06-05.`);
};

/** The calendar day that comes a number of days after another, or before it where the number is negative. */
export const addDays = (day: string, days: number): string =>
  new Date(midnight(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => midnight(day).getUTCDay();

export const isWeekend = (day: string): boolean => [sunday, saturday].includes(weekdayOf(day));

/** Writes a day with its weekday: `Thursday, June 11, 2026`. */
export const dayWithWeekday = (day: string): string => `${weekdays[weekdayOf(day)]}, ${longDate(day)}`;

/** The first day after another that is as wanted. */
export const firstAfter = (day: string, isWanted: (day: string) => boolean): string => {
  const next = addDays(day, 1);
  return isWanted(next) ? next : firstAfter(next, isWanted);
};
