import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../../functions/domain/acts/common.ts';
import { countText, moneyText, percentText } from '../../../functions/domain/compose/amounts.ts';
import { countWords } from '../../../functions/domain/compose/counts.ts';
import { apDate, longDate } from '../../../functions/domain/dates.ts';
import type { FactField } from '../../../functions/domain/desk-edits/fields.ts';
import { factValueOf } from '../../../functions/domain/desk-edits/values.ts';

const cents = fc.integer({ min: 1, max: 10 ** 14 }).map((number) => Number(`${number}e-2`));
const qualifier = fc.constantFrom('about', 'up to', 'more than', 'at least', 'less than');
const currency = fc.constantFrom('CAD', 'EUR', 'CHF', 'GBP');
const money: fc.Arbitrary<Money> = fc.oneof(
  cents,
  fc.record({ amount: cents, qualifier }),
  fc.record({ amount: cents, currency }),
  fc.record({ from: cents, to: cents, currency, qualifier }),
  fc.record({ from: cents, to: cents }),
);
const whole = fc.nat(10 ** 9);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('what is typed into a field', () => {
  it('is an amount of money, in every form in which a release writes one', () => {
    fc.assert(
      fc.property(money, (amount) => {
        expect(factValueOf({ form: 'money' }, moneyText(amount))).toEqual(amount);
      }),
    );
  });

  it('is a number of things, in every form in which a release writes one', () => {
    const few = fc.integer({ min: 1, max: 9 });
    const count = fc.oneof(
      whole,
      few,
      fc.record({ count: few, qualifier }),
      fc.record({ from: few, to: few }),
      fc.record({ count: whole, qualifier }),
      fc.record({ from: whole, to: whole }),
    );
    fc.assert(
      fc.property(count, (number) => {
        for (const typed of [countText(number), countWords(number)])
          expect(factValueOf({ form: 'count' }, typed)).toEqual(number);
      }),
    );
  });

  it('is a percentage, in every form in which a release writes one', () => {
    const percent = fc.oneof(cents, fc.record({ percent: cents, qualifier }));
    fc.assert(
      fc.property(percent, (share) => {
        expect(factValueOf({ form: 'percent' }, percentText(share))).toEqual(share);
      }),
    );
  });

  it('is a day, as a date field sends it or as a release writes it', () => {
    fc.assert(
      fc.property(day, (date) => {
        for (const typed of [date, longDate(date), apDate(date)])
          expect(factValueOf({ form: 'day' }, typed)).toBe(date);
      }),
    );
  });

  it.each<[FactField, string, unknown]>([
    [{ form: 'money' }, '2.5 million', 2_500_000],
    [{ form: 'money' }, '$250,000', 250_000],
    [{ form: 'money' }, '$0.17', 0.17],
    [{ form: 'count' }, 'fewer than five', { count: 5, qualifier: 'less than' }],
    [{ form: 'count' }, 'Two to nine', { from: 2, to: 9 }],
    [{ form: 'ratio' }, '3-for-2', { new: 3, old: 2 }],
    [{ form: 'ratio' }, '1:10', { new: 1, old: 10 }],
    [{ form: 'percent' }, '35%', 35],
    [{ form: 'number' }, '7', 7],
    [{ form: 'yes-no' }, 'no', false],
    [{ form: 'choice', options: ['agreed'] }, 'agreed', 'agreed'],
    [{ form: 'list', limit: 400 }, ' one \r\n\r\n two', ['one', 'two']],
    [{ form: 'text', limit: 160 }, ' Chief\tFinancial\r\nOfficer ', 'Chief Financial Officer'],
  ])('in a field of %j: %s', (field, typed, value) => {
    expect(factValueOf(field, typed)).toEqual(value);
  });

  it.each<[FactField['form'], string]>([
    ['day', '05/06/2026'],
    ['day', '2026-02-30'],
    ['day', 'next week'],
    ['money', '2,50'],
    ['money', '$5 to EUR 6'],
    ['money', '$5 to'],
    ['money', 'a lot'],
    ['money', '-5'],
    ['count', '20 to 30 to 40'],
    ['percent', '1 in 3'],
    ['ratio', '3-for-two'],
  ])('is refused where it could mean something else or nothing: %s "%s"', (form, typed) => {
    const field: FactField =
      form === 'text' || form === 'list'
        ? { form, limit: 1 }
        : form === 'choice'
          ? { form, options: [] }
          : { form };
    expect(factValueOf(field, typed)).toBeUndefined();
  });
});
