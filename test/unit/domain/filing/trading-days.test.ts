import { describe, expect, it } from 'vitest';
import { isWeekend } from '../../../../functions/domain/filing/calendar.ts';
import {
  closingTime,
  isTradingDay,
  tradingDayAfter,
} from '../../../../functions/domain/filing/trading-days.ts';
import { daysOf } from './days.ts';

const weekdaysWithout = (year: number): string =>
  daysOf(year)
    .filter((day) => !isWeekend(day) && !isTradingDay(day))
    .map((day) => day.slice(5))
    .join(' ');

const early = (year: number): string =>
  daysOf(year)
    .filter((day) => isTradingDay(day) && closingTime(day) === '13:00')
    .map((day) => day.slice(5))
    .join(' ');

describe('the exchanges', () => {
  it.each([
    [2012, '01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25'],
    [2017, '01-02 01-16 02-20 04-14 05-29 07-04 09-04 11-23 12-25'],
    [2018, '01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25'],
    [2021, '01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24'],
    [2022, '01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26'],
    [2025, '01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25'],
    [2026, '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25'],
  ])('do not trade on these weekdays of %i: %s', (year, days) => {
    expect(weekdaysWithout(year)).toBe(days);
  });

  it.each(['2000-04-21', '2008-03-21', '2011-04-22', '2019-04-19', '2038-04-23', '2049-04-16', '2076-04-17'])(
    'do not trade on Good Friday, %s',
    (day) => {
      expect(isTradingDay(day)).toBe(false);
    },
  );

  it('trade on December 31 where New Year falls on a Saturday, though EDGAR is closed', () => {
    expect(isTradingDay('2021-12-31')).toBe(true);
  });

  it.each([
    [2022, '11-25'],
    [2023, '07-03 11-24'],
    [2024, '07-03 11-29 12-24'],
    [2026, '11-27 12-24'],
    [2027, '11-26'],
  ])('close at one on these days of %i: %s', (year, days) => {
    expect(early(year)).toBe(days);
  });

  it('trade next on Monday after the Thursday before Good Friday', () => {
    expect(tradingDayAfter('2026-04-02')).toBe('2026-04-06');
  });
});
