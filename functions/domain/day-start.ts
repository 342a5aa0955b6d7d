import { localDateOf } from './dates.ts';

const minute = 60_000;

const hour = 60 * minute;

/** The first minute of a calendar day on clocks in a time zone, also where the clocks change at midnight or leave it out. */
export const dayStart = (day: string, timeZone: string): Date => {
  // No zone is further than this from UTC.
  let before = Date.parse(`${day}T00:00:00Z`) - 16 * hour;
  let from = before + 32 * hour;
  while (from - before > minute) {
    const middle = before + Math.floor((from - before) / 2 / minute) * minute;
    if (localDateOf(new Date(middle), timeZone) < day) before = middle;
    else from = middle;
  }
  return new Date(from);
};

/** The calendar day after a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
