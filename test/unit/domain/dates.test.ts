import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { when } from '../../../functions/domain/acts/common.ts';
import { localDate } from '../../../functions/domain/dates.ts';

const isDay = (text: string): boolean => v.is(localDate, text);

const two = (number: number): string => String(number).padStart(2, '0');

const knownToDate = (text: string): boolean => {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
};

describe('a calendar day', () => {
  test.each([1900, 1999, 2000, 2024, 2026, 2100, 9999])('of %i is one that Date knows', (year) => {
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${two(month)}-${two(day)}`;
        expect([text, isDay(text)]).toEqual([text, knownToDate(text)]);
      }
  });

  test.each([
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026/01/01',
    '２０２６-01-01',
    '',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

const faultsOf = (schema: v.GenericSchema, value: unknown): string[] =>
  (v.safeParse(schema, value).issues ?? []).map(({ message }) => message);

describe('who sends no day is told so once', () => {
  const elsewhere =
    'must be a day such as 2002-06-05; words for a day go into {"phrase": "…"}, and what is no clear day into {"asSent": "…"}';

  test.each([
    ['02/03/2027', 'must be a day such as 2002-06-05'],
    [' 2026-00-99', 'must be a day such as 2002-06-05'],
    ['2026-02-30', 'must be a day that exists'],
  ])('where only a day may stand: %j', (text, expected) => {
    expect(faultsOf(localDate, text)).toEqual([expected]);
  });

  test.each([
    ['02/03/2027', elsewhere],
    ['soon', elsewhere],
    ['', elsewhere],
    ['2026-02-30', 'must be a day that exists'],
    [{ date: '02/03/2027' }, 'must be a day such as 2002-06-05'],
    [20270302, 'must be a day such as 2002-06-05, or an object with date, phrase or asSent'],
  ])('where words may stand as well: %j', (value, expected) => {
    expect(faultsOf(when, value)).toEqual([expected]);
  });
});
