import type { Count, Money, Percent } from '../acts/common.ts';

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '\u20ac', GBP: '\u00a3' };

const digits = (value: number, most: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: most });

const scales = [
  [1_000_000_000_000, 'trillion'],
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
] as const;

/** A sum as releases write it: from a million on in words where no digit is lost, else with all its digits. */
const sum = (amount: number, currency: string): string => {
  const [scale, word] = scales.find(([least]) => amount >= least) ?? [1, undefined];
  const short = digits(amount / scale, 3);
  const isExact = Math.abs(Number(short.replaceAll(',', '')) * scale - amount) < amount * 1e-12;
  const cents = amount % 1 === 0 ? 0 : 2;
  const text =
    word !== undefined && isExact
      ? `${short} ${word}`
      : amount.toLocaleString('en-US', { minimumFractionDigits: cents, maximumFractionDigits: 6 });
  return currency in symbols ? `${symbols[currency]}${text}` : `${currency} ${text}`;
};

const qualified = (qualifier: string | undefined, text: string): string =>
  qualifier === undefined ? text : `${qualifier} ${text}`;

/** Writes money as releases do: `$25 million`, `up to $250,000`, `$14 million to $16 million`, `$0.17`. */
export const moneyText = (money: Money): string => {
  if (typeof money === 'number') return sum(money, 'USD');
  if ('phrase' in money) return money.phrase;
  const { currency = 'USD', qualifier } = money;
  if ('amount' in money) return qualified(qualifier, sum(money.amount, currency));
  return qualified(qualifier, `${sum(money.from, currency)} to ${sum(money.to, currency)}`);
};

/** Writes a number of things: `180`, `about 25`, `13,348,000`, `20 to 30`. */
export const countText = (count: Count): string => {
  if (typeof count === 'number') return digits(count, 0);
  if ('phrase' in count) return count.phrase;
  if ('count' in count) return qualified(count.qualifier, digits(count.count, 0));
  return qualified(count.qualifier, `${digits(count.from, 0)} to ${digits(count.to, 0)}`);
};

/** Whether a count takes the singular. */
export const isOne = (count: Count): boolean =>
  count === 1 || (typeof count === 'object' && 'count' in count && count.count === 1);

/** Writes a percentage: `35 percent`, `more than 92 percent`. */
export const percentText = (percent: Percent): string =>
  typeof percent === 'number'
    ? `${digits(percent, 6)} percent`
    : qualified(percent.qualifier, `${digits(percent.percent, 6)} percent`);
