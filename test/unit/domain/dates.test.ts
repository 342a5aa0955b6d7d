import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
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
