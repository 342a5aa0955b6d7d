import fc from 'fast-check';
import { addDays } from '../../../../functions/domain/filing/calendar.ts';

/** Any calendar day on which Form 8-K has had its four business days, to the year 2060. */
export const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2004-08-23', days));

/** Days that a stage may close beyond the known ones, crowded so that they meet the days of the tests. */
export const closuresNear = (day: string) =>
  fc.array(
    fc.integer({ min: -10, max: 30 }).map((days) => addDays(day, days)),
    { maxLength: 12 },
  );

/** All days of a year. */
export const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) =>
    day.startsWith(`${year}`),
  );
