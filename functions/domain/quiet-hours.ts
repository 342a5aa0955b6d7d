import type { Policy } from './policy-schema.ts';

/** The hours in which nobody is reminded: times of day `HH:MM`, from the first until before the second. */
export type Quiet = Policy['quiet'];

const minute = 60_000;

/** No day of any zone has more minutes: clocks have been set back by up to a whole day. */
const longestDayMinutes = 48 * 60;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of day on a clock of this zone, as `HH:MM`. */
const timeOfDay = (instant: Date, timeZone: string): string => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format.format(instant);
};

/** Whether it is quiet at an instant for somebody in this IANA zone; hours that end when they begin are none. */
export const isQuiet = (instant: Date, { from, until }: Quiet, timeZone: string): boolean => {
  const time = timeOfDay(instant, timeZone);
  return from <= until ? from <= time && time < until : from <= time || time < until;
};

// Minute by minute, as no arithmetic on a day holds where clocks are set forward or back.
const searchFrom = (instant: Date, quiet: Quiet, timeZone: string, step: 1 | -1): Date => {
  const whole = Math.floor(instant.getTime() / minute) * minute;
  for (let minutes = 1; minutes <= longestDayMinutes; minutes += 1) {
    const time = new Date(whole + step * minutes * minute);
    if (!isQuiet(time, quiet, timeZone)) return time;
  }
  throw new Error('The quiet hours have no end');
};

/** The first instant from this one on at which it is not quiet: itself, or the minute in which the night ends. */
export const afterQuiet = (instant: Date, quiet: Quiet, timeZone: string): Date =>
  isQuiet(instant, quiet, timeZone) ? searchFrom(instant, quiet, timeZone, 1) : instant;

/** How long before the night a reminder goes out that would come too late in the morning. */
const eveningMinutes = 30;

/** Half an hour before the night began in which an instant lies. */
const eveningBefore = (instant: Date, quiet: Quiet, timeZone: string): Date =>
  new Date(searchFrom(instant, quiet, timeZone, -1).getTime() - (eveningMinutes - 1) * minute);

/**
 * When a reminder that is planned for an instant goes out: in the morning where that is at night, or in the evening before
 * where decisions are due by the morning; undefined where that evening is before the draft was made.
 */
export const reminderTime = (
  planned: Date,
  { createdAt, decideBy }: { createdAt: string; decideBy: string },
  { quiet, timeZone }: { quiet: Quiet; timeZone: string },
): Date | undefined => {
  const morning = afterQuiet(planned, quiet, timeZone);
  if (morning < new Date(decideBy)) return morning;
  if (!isQuiet(planned, quiet, timeZone)) return undefined;
  const evening = eveningBefore(planned, quiet, timeZone);
  return evening > new Date(createdAt) ? evening : undefined;
};
