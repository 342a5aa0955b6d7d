import { sha256Of } from './digest.ts';
import type { RandomBytes } from './tokens.ts';

const codes = 1_000_000;
const draws = 2 ** 32;

/** A code of six digits, each as likely as any other: draws beyond the last whole million are thrown away. */
export const newCode = (randomBytes: RandomBytes): string => {
  const fair = draws - (draws % codes);
  for (;;) {
    const draw = randomBytes(4).reduce((number, byte) => number * 256 + byte, 0);
    if (draw < fair) return String(draw % codes).padStart(6, '0');
  }
};

/** The six digits of a code as somebody typed or pasted it, with spaces or hyphens; undefined if it cannot be one. */
export const typedCode = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
};

/**
 * The form in which a code is kept. Whoever reads the desk can try a million codes in a moment, salt or no salt; but
 * the code alone opens nothing without the link's token, and that is nowhere but in the mail: the desk has its hash.
 */
export const hashCode = (of: { release: string; approver: string; salt: string; code: string }): string =>
  sha256Of(JSON.stringify([of.release, of.approver, of.salt, of.code]));
