import type { Count, Money, Percent } from '../acts/common.ts';

// 100 is the most that a number format takes, and more than a release has use for.
const allDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 100 });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 100 });
const threeDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** Writes a number with all its digits: `2.5`, `13,348,000`. */
export const numberText = (value: number): string => allDigits.format(value);

const scales = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
] as const;

/** A sum from a million on as releases write it, `2.3 million`, where three decimals hold all its digits. */
const inWords = (amount: number): string | undefined => {
  const [power, word] = scales.find(([least]) => amount >= 10 ** least) ?? [];
  if (power === undefined) return undefined;
  const short = threeDecimals.format(amount / 10 ** power);
  const isWhole = Number(`${short.replaceAll(',', '')}e${power}`) === amount;
  return isWhole ? `${short} ${word}` : undefined;
};

const inDigits = (amount: number): string =>
  Number.isInteger(amount) ? numberText(amount) : cents.format(amount);

const sum = (amount: number, currency: string): string => {
  const text = inWords(amount) ?? inDigits(amount);
  // EDGAR takes no sign of a currency but the dollar's in a text exhibit (Filer Manual 5.2.1).
  return currency === 'USD' ? `$${text}` : `${currency} ${text}`;
};

const qualified = (qualifier: string | undefined, text: string): string =>
  qualifier === undefined ? text : `${qualifier} ${text}`;

/** Writes money as releases do: `$25 million`, `up to $250,000`, `$14 million to $16 million`, `$0.17`, `EUR 2.5 million`. */
export const moneyText = (money: Money): string => {
  if (typeof money === 'number') return sum(money, 'USD');
  if ('phrase' in money) return money.phrase;
  const { currency = 'USD', qualifier } = money;
  if ('amount' in money) return qualified(qualifier, sum(money.amount, currency));
  return qualified(qualifier, `${sum(money.from, currency)} to ${sum(money.to, currency)}`);
};

/** Writes money for a share, always with its cents: `$1.00`, `$0.17`, `$0.175`. */
export const perShareText = (money: Money): string =>
  typeof money === 'object' && 'phrase' in money
    ? money.phrase
    : moneyText(money).replaceAll(/(?<![\d.,])\d[\d,]*(?![\d.,]| (?:m|b|tr)illion)/g, '$&.00');

/** Writes a number of things: `180`, `about 25`, `13,348,000`, `20 to 30`. */
export const countText = (count: Count): string => {
  if (typeof count === 'number') return numberText(count);
  if ('phrase' in count) return count.phrase;
  const qualifier = count.qualifier === 'less than' ? 'fewer than' : count.qualifier;
  if ('count' in count) return qualified(qualifier, numberText(count.count));
  return qualified(qualifier, `${numberText(count.from)} to ${numberText(count.to)}`);
};

/** Whether a count takes the singular. */
export const isOne = (count: Count): boolean =>
  count === 1 || (typeof count === 'object' && 'count' in count && count.count === 1);

/** Whether an amount is one figure, and nobody said how exact it is or whether it is a limit. */
export const isPlain = (amount: Money | Count | Percent): boolean =>
  typeof amount === 'number' ||
  (('amount' in amount || 'count' in amount || 'percent' in amount) && amount.qualifier === undefined);

/** Writes a percentage for a column that says so: `76.25`, `more than 92`. */
export const percentFigure = (percent: Percent): string =>
  typeof percent === 'number'
    ? numberText(percent)
    : qualified(percent.qualifier, numberText(percent.percent));

/** Writes a percentage: `35 percent`, `more than 92 percent`. */
export const percentText = (percent: Percent): string => `${percentFigure(percent)} percent`;
