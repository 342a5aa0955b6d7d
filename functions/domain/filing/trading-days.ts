import { addDays, firstAfter, friday, isWeekend, saturday, sunday, weekdayOf } from './calendar.ts';
import {
  christmasDay,
  type Holiday,
  holidayFinder,
  independenceDay,
  juneteenth,
  kingsBirthday,
  laborDay,
  memorialDay,
  newYearsDay,
  observed,
  thanksgivingDay,
  washingtonsBirthday,
} from './holidays.ts';

/** Easter is the Sunday after the church's full moon, found as Gauss did; it holds from 1900 to 2199. */
const easterIn = (year: number): string => {
  const goldenNumber = year % 19;
  const moon = (19 * goldenNumber + 24) % 30;
  const early = moon === 29 || (moon === 28 && goldenNumber > 10);
  return firstAfter(addDays(`${year}-03-21`, early ? moon - 1 : moon), (day) => weekdayOf(day) === sunday);
};

const goodFriday: Holiday = { name: 'Good Friday', dayIn: (year) => addDays(easterIn(year), -2) };

const holidays = [
  newYearsDay,
  kingsBirthday,
  washingtonsBirthday,
  goodFriday,
  memorialDay,
  { ...juneteenth, since: 2022 },
  independenceDay,
  laborDay,
  thanksgivingDay,
  christmasDay,
];

/** Attacks of 2001, mourning for four presidents, and Hurricane Sandy. */
const closures = new Set([
  '2001-09-11',
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11',
  '2007-01-02',
  '2012-10-29',
  '2012-10-30',
  '2018-12-05',
  '2025-01-09',
]);

/** NYSE Rule 7.2: New Year's Day on a Saturday is not kept on the Friday, which ends the year. */
const keptOn = (day: string): string =>
  weekdayOf(day) === saturday && day.endsWith('-01-01') ? day : observed(day);

const exchangeHolidayOn = holidayFinder(holidays, keptOn);

/** Whether NYSE and Nasdaq trade on a day, by their rules of holidays and closures from 2000 on. */
export const isTradingDay = (day: string): boolean =>
  !isWeekend(day) && !closures.has(day) && exchangeHolidayOn(day) === undefined;

const isDayAfterThanksgiving = (day: string): boolean =>
  weekdayOf(day) === friday && addDays(day, -1) === thanksgivingDay.dayIn(Number(day.slice(0, 4)));

/** When NYSE and Nasdaq close on a trading day, in Eastern time: before some holidays at one, else at four. */
export const closingTime = (day: string): '13:00' | '16:00' =>
  day.endsWith('-07-03') || day.endsWith('-12-24') || isDayAfterThanksgiving(day) ? '13:00' : '16:00';

/** The next day after another on which NYSE and Nasdaq trade. */
export const tradingDayAfter = (day: string): string => firstAfter(day, isTradingDay);
