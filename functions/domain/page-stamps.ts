import { createHmac } from 'node:crypto';
import { sameSecret } from './tokens.ts';

const seal = (token: string, time: string): string =>
  createHmac('sha256', token).update(`page ${time}`).digest('hex').slice(0, 32);

/**
 * What a form carries to show when its page was made: milliseconds since 1970 in base 36, and an HMAC of them under the
 * link's token, which is stored nowhere. Whoever holds the link could forge one; a program that posts to every address
 * which it finds in a mail does not. So it tells such programs from people, and guards nothing.
 */
export const pageStamp = (token: string, at: Date): string => {
  const time = at.getTime().toString(36);
  return `${time}-${seal(token, time)}`;
};

/** When the page of a stamp was made; undefined for a stamp that is not one of this link's. */
export const stampedAt = (token: string, stamp: string): Date | undefined => {
  const [, time, seen] = /^([0-9a-z]{1,11})-([0-9a-f]{32})$/.exec(stamp) ?? [];
  if (time === undefined || seen === undefined) return undefined;
  return sameSecret(seen, seal(token, time)) ? new Date(Number.parseInt(time, 36)) : undefined;
};
