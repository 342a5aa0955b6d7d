import { createHmac, type KeyObject } from 'node:crypto';
import type { SignatureKind } from './scheme.ts';

const hashes = { 'hmac-sha256': 'sha256', 'hmac-sha512': 'sha512' } as const;

/** Kinds of signature that both sides make with the same key. */
type SymmetricKind = Extract<SignatureKind, { algorithm: keyof typeof hashes }>;

/** The signature over what stands before the body, its bytes, and what stands after it; base64url without padding. */
export const mac = (
  { algorithm, encoding }: SymmetricKind,
  key: KeyObject,
  [before, after]: readonly [string, string],
  body: Buffer,
): string => {
  const hmac = createHmac(hashes[algorithm], key);
  if (before !== '') hmac.update(before, 'latin1');
  hmac.update(body);
  if (after !== '') hmac.update(after, 'latin1');
  return hmac.digest(encoding);
};
