import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A cryptographically secure source of bytes. */
export type RandomBytes = (size: number) => Uint8Array;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** A token of 160 bits in lower-case base32: 32 characters that no mail client mangles and that need no encoding. */
export const newToken = (randomBytes: RandomBytes): string =>
  randomBytes(20)
    .reduce((bits, byte) => bits + byte.toString(2).padStart(8, '0'), '')
    .replace(/.{5}/g, (bits) => alphabet.charAt(Number.parseInt(bits, 2)));

/** Whether a text can be a token. */
export const isToken = (text: string): boolean => /^[a-z2-7]{32}$/.test(text);

/**
 * What a form must carry to have come from a page of this session and to ask for this action, such as `decide`; it tells
 * nothing of the session's token.
 */
export const nonceOf = (sessionToken: string, action: string): string =>
  createHmac('sha256', sessionToken).update(action).digest('hex');

/** Compares two secrets in a time that tells nothing of either, whatever their lengths. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
