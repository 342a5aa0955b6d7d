import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessDayAfter,
  businessDayFrom,
  closureOn,
  isBusinessDay,
} from '../../../../functions/domain/filing/business-days.ts';
import { isWeekend } from '../../../../functions/domain/filing/calendar.ts';
import { edgarClosures } from '../../../../functions/domain/filing/edgar-closures.ts';
import { anyDay, closuresNear, daysOf } from './days.ts';

const closedWeekdays = (year: number): string =>
  daysOf(year)
    .filter((day) => !isWeekend(day) && !isBusinessDay(day))
    .map((day) => day.slice(5))
    .join(' ');

describe('EDGAR is closed on weekdays', () => {
  it.each([
    [2005, '01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26'],
    [2010, '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2018, '01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-05 12-24 12-25'],
    [2020, '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-24 12-25'],
    [2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
    [2024, '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
    [2025, '01-01 01-09 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-24 12-25 12-26'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ])('of %i: %s', (year, days) => {
    expect(closedWeekdays(year)).toBe(days);
  });

  it.each([
    ['2020-06-19', 'Juneteenth before it was a holiday'],
    ['2009-01-20', 'Inauguration Day'],
    ['2021-01-20', 'Inauguration Day'],
    ['2026-04-03', 'Good Friday'],
    ['2013-10-02', 'a lapse of appropriations'],
    ['2012-10-29', 'Hurricane Sandy, which closed the exchanges'],
  ])('but not on %s, %s', (day) => {
    expect(isBusinessDay(day)).toBe(true);
  });

  it.each(edgarClosures)('on $day for a reason that has a source: $reason', ({ day, reason, source }) => {
    expect(isWeekend(day)).toBe(false);
    expect(closureOn(day)).toBe(reason);
    expect(source).not.toBe('');
  });

  it('that a stage adds', () => {
    expect(closureOn('2026-06-10')).toBeUndefined();
    expect(closureOn('2026-06-10', ['2026-06-10'])).toBe('closed by configuration');
    expect(isBusinessDay('2026-06-10', ['2026-06-10'])).toBe(false);
  });
});

describe('business days are counted', () => {
  it.each([
    ['the fifth of December 2018, past a day of mourning', '2018-11-30', 5, '2018-12-10'],
    ['two after January 7, 2025, past a day of mourning', '2025-01-07', 2, '2025-01-10'],
    ['two after January 8, 2025, past it and a weekend', '2025-01-08', 2, '2025-01-13'],
    ['one after December 23, 2025, past Christmas and its neighbors', '2025-12-23', 1, '2025-12-29'],
    ['one after a Saturday', '2026-06-06', 1, '2026-06-08'],
  ])('%s', (_, day, count, expected) => {
    expect(businessDayAfter(day, count)).toBe(expected);
  });

  it.each([
    ['2026-06-05', '2026-06-05'],
    ['2026-06-06', '2026-06-08'],
    ['2026-06-19', '2026-06-22'],
  ])('from %s on, the first is %s', (day, expected) => {
    expect(businessDayFrom(day)).toBe(expected);
  });

  it('one by one, none left out and none counted twice', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, count) => {
        const year = Number(day.slice(0, 4));
        const last = businessDayAfter(day, count);
        const between = [...daysOf(year), ...daysOf(year + 1)].filter(
          (other) => day < other && other <= last,
        );
        expect(between.filter((other) => isBusinessDay(other))).toHaveLength(count);
      }),
    );
  });

  it('so that the nth is the next of the one before', () => {
    fc.assert(
      fc.property(
        anyDay.chain((day) => fc.tuple(fc.constant(day), closuresNear(day))),
        fc.integer({ min: 2, max: 10 }),
        ([day, closures], count) => {
          const before = businessDayAfter(day, count - 1, closures);
          expect(businessDayAfter(day, count, closures)).toBe(businessDayAfter(before, 1, closures));
        },
      ),
    );
  });
});

describe('what is not a day', () => {
  it.each(['2026-6-5', '2026-02-30', 'June 5, 2026', '', '2026-06-05T00:00:00Z'])(
    '"%s" is refused',
    (text) => {
      const says = `"${text}" is not a day that exists: write it like 2026-06-05.`;
      expect(() => isBusinessDay(text)).toThrow(new RangeError(says));
      expect(() => businessDayAfter(text, 1)).toThrow(new RangeError(says));
      expect(() => isBusinessDay('2026-06-05', [text])).toThrow(new RangeError(says));
    },
  );
});
