import { createPublicKey, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { SignatureKind } from './scheme.ts';

/** The secrets of a source: what it signs with now, and what it signed with before while both are good. */
export interface SourceSecrets {
  current: string;
  previous?: string | undefined;
}

/** A secret is not as its scheme wants it; the message never holds any of it. */
export class InvalidSecretError extends Error {
  override readonly name = 'InvalidSecretError';
}

const needsBytes = (bytes: Buffer, least: number, most: number): Buffer => {
  if (bytes.length >= least && bytes.length <= most) return bytes;
  throw new InvalidSecretError(`A secret has ${bytes.length} bytes; it must have ${least} to ${most}`);
};

/** Base64 to the letter, because Node's decoder takes anything; padding may be left out. */
const decodeBase64 = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
    throw new InvalidSecretError('A secret is not base64');
  return bytes;
};

const decodeHex = (text: string): Buffer => {
  if (!/^([0-9a-f]{2})+$/i.test(text)) throw new InvalidSecretError('A secret is not hexadecimal');
  return Buffer.from(text, 'hex');
};

/** A space at either end comes with copying and would make every signature wrong. */
const decodeText = (text: string): Buffer => {
  if (text !== text.trim()) throw new InvalidSecretError('A secret begins or ends with white space');
  if (!text.isWellFormed()) throw new InvalidSecretError('A secret is not well-formed Unicode');
  return Buffer.from(text, 'utf8');
};

/** 24 to 64 bytes are the rule of Standard Webhooks; other systems hand out keys as short as 8. */
const keyBytes = (secret: string, form: SignatureKind['key']): Buffer => {
  switch (form) {
    case 'whsec':
      return needsBytes(decodeBase64(secret.replace(/^whsec_/, '')), 24, 64);
    case 'whpk':
      return decodeBase64(secret.replace(/^whpk_/, ''));
    case 'utf8':
      return needsBytes(decodeText(secret), 8, 1024);
    case 'base64':
      return needsBytes(decodeBase64(secret), 16, 1024);
    case 'hex':
      return needsBytes(decodeHex(secret), 16, 1024);
  }
};

const ed25519Key = (bytes: Buffer): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: needsBytes(bytes, 32, 32).toString('base64url') },
    format: 'jwk',
  });

/** A key and the kind of signature that it verifies. */
export interface SignatureKey {
  kind: SignatureKind;
  key: KeyObject;
}

/** The key in a secret; where a scheme knows two kinds of signature, `whpk_` says that it is of the asymmetric one. */
export const signatureKey = (secret: string, kinds: readonly SignatureKind[]): SignatureKey => {
  const fits = ({ key }: SignatureKind): boolean => (key === 'whpk') === secret.startsWith('whpk_');
  const kind = kinds.length === 1 ? kinds[0] : kinds.find(fits);
  if (kind === undefined) throw new InvalidSecretError('No signature of the scheme takes this secret');
  const bytes = keyBytes(secret, kind.key);
  return { kind, key: kind.algorithm === 'ed25519' ? ed25519Key(bytes) : createSecretKey(bytes) };
};

/** The digest by which a bearer token is compared, so that time tells nothing, not even its length. */
export const tokenDigest = (token: string): Buffer => hash('sha256', token, 'buffer');

/** The digest of a configured token: 16 or more of the characters that RFC 6750 gives to one. */
export const tokenKey = (secret: string): Buffer => {
  if (!/^[A-Za-z0-9._~+/-]{16,1024}={0,2}$/.test(secret))
    throw new InvalidSecretError('A token must be 16 or more letters, digits and any of -._~+/');
  return tokenDigest(secret);
};
