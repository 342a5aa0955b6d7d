import type { Count } from '../acts/common.ts';
import { countText } from './amounts.ts';
import { numeral } from './numerals.ts';
import { headOf } from './security.ts';

const isSmall = (number: number): boolean => number >= 1 && number < 10;

/** Writes a number of people or things within a sentence: below ten in words, as newswires do: `one`, `about five`, `20`. */
export const countWords = (count: Count): string => {
  if (typeof count === 'number') return isSmall(count) ? numeral(count) : countText(count);
  const digits = countText(count);
  if ('phrase' in count) return digits;
  const numbers = 'count' in count ? [count.count] : [count.from, count.to];
  return numbers.every(isSmall) ? digits.replaceAll(/\d/g, (digit) => numeral(Number(digit))) : digits;
};

/** What stands after the number, in the singular where that is one: `units of common stock` is `unit of common stock`. */
export const thingsOf = (things: string, one: boolean): string => {
  const head = headOf(things);
  return one ? head.replace(/(?<=[^s])s$/, '') + things.slice(head.length) : things;
};
