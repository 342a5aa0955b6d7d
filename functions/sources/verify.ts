import { hash, timingSafeEqual, verify as verifyAsymmetric } from 'node:crypto';
import { compileGiven, type Given, type GivenSignature, type Headers } from './given.ts';
import { type SignatureKey, type SourceSecrets, signatureKey, tokenDigest, tokenKey } from './keys.ts';
import { mac } from './mac.ts';
import type { BearerScheme, Scheme, SignedScheme } from './scheme.ts';
import { compileTemplate } from './template.ts';

/** What came over the wire: headers, and the bytes of the body as they were sent. */
export interface Delivery {
  headers: Headers;
  body: Buffer;
}

/** Which secret fits, what identifies the delivery, and when it was signed; or else, for logs only, what is wrong. */
export type Verdict =
  | { valid: true; key: keyof SourceSecrets; deliveryId: string; signedAt: Date | undefined }
  | { valid: false; reason: 'header' | 'clock' | 'signature' };

/** The present time, and how far the clock of a source may be off where it is not as its scheme says. */
export interface Clock {
  now: Date;
  toleranceSeconds?: number | undefined;
}

type Verifier = (delivery: Delivery, secrets: SourceSecrets, clock: Clock) => Verdict;

const refused = (reason: 'header' | 'clock' | 'signature'): Verdict => ({ valid: false, reason });

const digestOf = (body: Buffer): string => hash('sha256', body, 'hex');

/** Decodes the secrets of a source once: a store gives the same object for as long as they do not change. */
const keeping = <Key>(decode: (secret: string) => Key) => {
  const kept = new WeakMap<SourceSecrets, readonly (readonly [keyof SourceSecrets, Key])[]>();
  return (secrets: SourceSecrets): readonly (readonly [keyof SourceSecrets, Key])[] => {
    const known = kept.get(secrets);
    if (known !== undefined) return known;
    const { current, previous } = secrets;
    const keys = [
      ['current', decode(current)] as const,
      ...(previous === undefined ? [] : [['previous', decode(previous)] as const]),
    ];
    kept.set(secrets, keys);
    return keys;
  };
};

/** Whether one of the signatures of the key's kind is right. The MAC is made once, however many there are. */
const fits = (
  { kind, key }: SignatureKey,
  given: readonly GivenSignature[],
  parts: readonly [string, string],
  body: Buffer,
): boolean => {
  const ofKind = given.filter((signature) => signature.kind === kind);
  if (ofKind.length === 0) return false;
  if (kind.algorithm === 'ed25519') {
    const message = Buffer.concat([Buffer.from(parts[0], 'latin1'), body, Buffer.from(parts[1], 'latin1')]);
    return ofKind.some(({ text }) => {
      const bytes = Buffer.from(text, kind.encoding);
      return bytes.toString(kind.encoding) === text && verifyAsymmetric(null, message, key, bytes);
    });
  }
  // As text, so that a signature has one spelling; texts of a kind are of one length.
  const expected = Buffer.from(mac(kind, key, parts, body), 'latin1');
  return ofKind.some(({ text }) => timingSafeEqual(Buffer.from(text, 'latin1'), expected));
};

const isWithin = ({ now, toleranceSeconds }: Clock, signedAt: Date, usual: number): boolean => {
  const seconds = Math.floor(now.getTime() / 1000) - Math.floor(signedAt.getTime() / 1000);
  return Math.abs(seconds) <= (toleranceSeconds ?? usual);
};

const signatureVerifier = (scheme: SignedScheme): Verifier => {
  const givenIn = compileGiven(scheme);
  const signedParts = compileTemplate(scheme.signs);
  const keysOf = keeping((secret) => signatureKey(secret, scheme.signatures));
  const usual = scheme.timestamp?.toleranceSeconds ?? 0;
  const deliveryId = ({ id }: Given, body: Buffer): string =>
    scheme.delivery === 'id' ? id : digestOf(body);

  return ({ headers, body }, secrets, clock) => {
    const keys = keysOf(secrets);
    const given = givenIn(headers);
    if (given === undefined) return refused('header');
    const { signedAt } = given;
    if (signedAt !== undefined && !isWithin(clock, signedAt, usual)) return refused('clock');
    const parts = signedParts(given.id, given.timestamp);
    for (const [name, key] of keys)
      if (fits(key, given.signatures, parts, body))
        return { valid: true, key: name, deliveryId: deliveryId(given, body), signedAt };
    return refused('signature');
  };
};

const bearerVerifier = ({ header, prefix }: BearerScheme): Verifier => {
  const name = header.toLowerCase();
  const keysOf = keeping(tokenKey);
  return ({ headers, body }, secrets) => {
    const keys = keysOf(secrets);
    const value = headers[name] ?? '';
    // The name of an authentication scheme has no case (RFC 9110, section 11.1).
    if (value.slice(0, prefix.length).toLowerCase() !== prefix.toLowerCase() || value.length > 2048)
      return refused('header');
    const digest = tokenDigest(value.slice(prefix.length));
    const [right] = keys.find(([, key]) => timingSafeEqual(digest, key)) ?? [];
    if (right === undefined) return refused('signature');
    return { valid: true, key: right, deliveryId: digestOf(body), signedAt: undefined };
  };
};

const verifiers = new WeakMap<Scheme, Verifier>();

/** A scheme is compiled when it is first used. */
const verifierOf = (scheme: Scheme): Verifier => {
  const known = verifiers.get(scheme);
  if (known !== undefined) return known;
  const verifier = scheme.kind === 'bearer' ? bearerVerifier(scheme) : signatureVerifier(scheme);
  verifiers.set(scheme, verifier);
  return verifier;
};

/**
 * Verifies a delivery over its raw bytes: headers to the letter, the timestamp (where one is signed) within the tolerance
 * both ways, then any one signature against either secret, in constant time. Throws InvalidSecretError.
 */
export const verify = (scheme: Scheme, delivery: Delivery, secrets: SourceSecrets, clock: Clock): Verdict =>
  verifierOf(scheme)(delivery, secrets, clock);
