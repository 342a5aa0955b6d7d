import { localDateOf } from '../dates.ts';

const timeZone = 'America/New_York';
const offset = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * The instant at which clocks in New York show a time such as `17:30` on a day. The clocks change at two in the morning,
 * so the offset of noon UTC is that of every hour from three in the morning on; no rule here has an earlier one.
 */
export const easternInstant = (day: string, time: string): Date =>
  new Date(`${day}T${time}:00${offset.format(new Date(`${day}T12:00:00Z`)).slice(-6)}`);

/** The day and the time, such as `17:30`, that calendars and clocks in New York show at an instant. */
export const easternTimeOf = (instant: Date): { day: string; time: string } => ({
  day: localDateOf(instant, timeZone),
  time: clock.format(instant),
});

/** The instant a number of minutes later, or earlier where it is negative, in ISO 8601 and UTC. */
export const minutesFrom = (instant: Date, minutes: number): string =>
  new Date(instant.getTime() + minutes * 60_000).toISOString();
