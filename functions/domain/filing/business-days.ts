import { firstAfter, isWeekend, requireDay } from './calendar.ts';
import { edgarClosures } from './edgar-closures.ts';
import {
  christmasDay,
  columbusDay,
  holidayFinder,
  independenceDay,
  juneteenth,
  kingsBirthday,
  laborDay,
  memorialDay,
  newYearsDay,
  observed,
  thanksgivingDay,
  veteransDay,
  washingtonsBirthday,
} from './holidays.ts';

/**
 * The federal holidays of 5 U.S.C. 6103(a), on which EDGAR takes no filing (Regulation S-T Rule 12(c)). Inauguration Day
 * is a holiday only for pay and leave around Washington, and is counted, which makes no deadline later. Good Friday
 * closes the exchanges, not EDGAR.
 */
const federalHolidays = [
  newYearsDay,
  kingsBirthday,
  washingtonsBirthday,
  memorialDay,
  juneteenth,
  independenceDay,
  laborDay,
  columbusDay,
  veteransDay,
  thanksgivingDay,
  christmasDay,
];

const federalHolidayOn = holidayFinder(federalHolidays, observed);

/** Why EDGAR is closed on a day other than a weekend; `closures` are days that are closed beyond those known here. */
export const closureOn = (day: string, closures: readonly string[] = []): string | undefined =>
  federalHolidayOn(day)?.name ??
  edgarClosures.find((closure) => closure.day === day)?.reason ??
  (closures.map(requireDay).includes(day) ? 'closed by configuration' : undefined);

/** Whether a day is a business day of the Commission: Monday to Friday, and EDGAR is open. */
export const isBusinessDay = (day: string, closures: readonly string[] = []): boolean =>
  !isWeekend(requireDay(day)) && closureOn(day, closures) === undefined;

/** The nth business day after a day, which need not be one itself; `count` is at least 1. */
export const businessDayAfter = (day: string, count: number, closures: readonly string[] = []): string => {
  const next = firstAfter(requireDay(day), (candidate) => isBusinessDay(candidate, closures));
  return count > 1 ? businessDayAfter(next, count - 1, closures) : next;
};

/** The day itself if it is a business day, else the next one (Exchange Act Rule 0-3(a)). */
export const businessDayFrom = (day: string, closures: readonly string[] = []): string =>
  isBusinessDay(day, closures) ? day : businessDayAfter(day, 1, closures);

/** How many business days come after a day, up to and with another that is not earlier. */
export const businessDaysBetween = (day: string, until: string, closures: readonly string[] = []): number => {
  const next = businessDayAfter(day, 1, closures);
  return next > until ? 0 : 1 + businessDaysBetween(next, until, closures);
};
