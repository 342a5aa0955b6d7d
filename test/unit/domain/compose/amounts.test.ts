import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count, Money, Percent } from '../../../../functions/domain/acts/common.ts';
import {
  countText,
  isOne,
  isPlain,
  moneyText,
  numberText,
  percentFigure,
  percentText,
} from '../../../../functions/domain/compose/amounts.ts';
import { refusedCharacters } from '../../../../functions/domain/edgar/characters.ts';

const powers: Readonly<Record<string, number>> = { million: 6, billion: 9, trillion: 12 };

/** Reads a figure back, with or without a word for its scale. */
const read = (text: string): number => {
  const [, figure = '', word = ''] = /([\d.,]+)(?: (million|billion|trillion))?$/.exec(text) ?? [];
  return Number(`${figure.replaceAll(',', '')}e${powers[word] ?? 0}`);
};

const cents = fc.integer({ min: 1, max: 1_000_000_000 }).map((count) => count / 100);
const fine = fc.integer({ min: 1, max: 1_000_000_000 }).map((count) => count / 1_000_000);
const round = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 12 }))
  .map(([figure, power]) => Number(`${figure}e${power}`));
const any = fc.double({ min: 1e-12, max: 1e21, noNaN: true });
const amounts = fc.oneof(cents, fine, round, any);

describe('money', () => {
  const sums: [Money, string][] = [
    [0.17, '$0.17'],
    [0.175, '$0.175'],
    [0.001, '$0.001'],
    [0.0000125, '$0.0000125'],
    [0.5, '$0.50'],
    [10.6, '$10.60'],
    [250_000, '$250,000'],
    [999_999.99, '$999,999.99'],
    [1_000_000, '$1 million'],
    [13_348_000, '$13.348 million'],
    [13_348_200, '$13,348,200'],
    [1_250_000.5, '$1,250,000.50'],
    [999_999_999, '$999,999,999'],
    [2_300_000_000, '$2.3 billion'],
    [1_100_000_000_000, '$1.1 trillion'],
    [4_500_000_000_000_000, '$4,500 trillion'],
    [{ amount: 250_000, qualifier: 'up to' }, 'up to $250,000'],
    [{ from: 900_000, to: 1_200_000, qualifier: 'about' }, 'about $900,000 to $1.2 million'],
    [{ amount: 2_500_000, currency: 'EUR' }, 'EUR 2.5 million'],
    [{ from: 1, to: 2.5, currency: 'GBP' }, 'GBP 1 to GBP 2.50'],
    [{ amount: 0.106, currency: 'CAD' }, 'CAD 0.106'],
    [{ phrase: 'one month of salary' }, 'one month of salary'],
  ];

  it.each(sums)('%j is written %s', (money, text) => {
    expect(moneyText(money)).toBe(text);
  });

  it('loses no digit, whatever the sum', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(read(moneyText(amount))).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it('is written in characters that EDGAR takes, whatever the currency', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{3}$/), (currency) => {
        expect(refusedCharacters(moneyText({ amount: 12_000_000, currency }))).toEqual([]);
      }),
      { examples: [['EUR'], ['GBP'], ['JPY']] },
    );
  });

  it('has two decimals at least where it has any, unless it is in words', () => {
    fc.assert(
      fc.property(fc.oneof(cents, fine), (amount) => {
        expect(moneyText(amount)).toMatch(/^\$[\d,]+(\.\d{2,})?$|illion$/);
      }),
    );
  });
});

describe('a number', () => {
  const counts: [Count, string][] = [
    [0, '0'],
    [180, '180'],
    [13_348_000, '13,348,000'],
    [{ count: 25, qualifier: 'about' }, 'about 25'],
    [{ from: 20, to: 30 }, '20 to 30'],
    [{ from: 1_000, to: 2_000, qualifier: 'up to' }, 'up to 1,000 to 2,000'],
    [{ phrase: 'a third of its people' }, 'a third of its people'],
  ];

  it.each(counts)('%j is written %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });

  it('loses no digit, whatever it is', () => {
    fc.assert(
      fc.property(amounts, (value) => {
        expect(read(numberText(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [1, true],
    [{ count: 1, qualifier: 'about' }, true],
    [0, false],
    [{ from: 1, to: 2 }, false],
    [{ phrase: 'one' }, false],
  ] satisfies [Count, boolean][])('%j takes the singular: %s', (count, expected) => {
    expect(isOne(count)).toBe(expected);
  });
});

describe('a percentage', () => {
  const parts: [Percent, string][] = [
    [35, '35'],
    [76.25, '76.25'],
    [0.0000005, '0.0000005'],
    [{ percent: 92, qualifier: 'more than' }, 'more than 92'],
    [{ percent: 63 }, '63'],
  ];

  it.each(parts)('%j is written %s', (part, text) => {
    expect(percentFigure(part)).toBe(text);
    expect(percentText(part)).toBe(`${text} percent`);
  });
});

describe('an amount', () => {
  it.each([
    [25, true],
    [{ amount: 25, currency: 'EUR' }, true],
    [{ percent: 5 }, true],
    [{ amount: 25, qualifier: 'up to' }, false],
    [{ from: 20, to: 30 }, false],
    [{ phrase: 'a third' }, false],
  ] satisfies [Money | Percent, boolean][])('%j is plain: %s', (amount, expected) => {
    expect(isPlain(amount)).toBe(expected);
  });
});
