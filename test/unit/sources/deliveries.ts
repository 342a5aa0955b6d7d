import fc from 'fast-check';
import { InvalidSecretError, type SourceSecrets, signatureKey } from '../../../functions/sources/keys.ts';
import { mac } from '../../../functions/sources/mac.ts';
import type { Scheme, SignedScheme } from '../../../functions/sources/scheme.ts';
import { isSchemeName, type SchemeName, schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import { compileTemplate } from '../../../functions/sources/template.ts';
import { type Delivery, verify } from '../../../functions/sources/verify.ts';

export const now = new Date(1_614_265_330_000);

export const schemeNames: readonly SchemeName[] = Object.keys(schemes).filter(isSchemeName);

/** The built-in schemes that sign. */
export const signingNames = schemeNames.filter((name) => schemes[name].kind === 'signature');

const asSecret = (scheme: Scheme, bytes: Buffer): string => {
  const form = scheme.kind === 'bearer' ? 'utf8' : scheme.signatures[0]?.key;
  switch (form) {
    case 'whsec':
      return `whsec_${bytes.toString('base64')}`;
    case 'base64':
      return bytes.toString('base64');
    default:
      return bytes.toString('hex');
  }
};

/** A secret that fits a scheme; another seed makes another. */
export const secretFor = (scheme: Scheme, seed: number): string => asSecret(scheme, Buffer.alloc(32, seed));

/** Any secret that fits a scheme; no two are the same key, as they would be to HMAC if one only had zeros at its end. */
export const anySecret = (scheme: Scheme): fc.Arbitrary<string> =>
  fc
    .uint8Array({ minLength: 23, maxLength: 63 })
    .map((bytes) => asSecret(scheme, Buffer.concat([bytes, Buffer.of(1)])));

/** A scheme with a secret and a delivery that is signed now. */
export const goodDelivery = (name: SchemeName, body: Buffer = Buffer.from('{"test": 2432232314}')) => {
  const scheme: Scheme = schemes[name];
  const secret = secretFor(scheme, 7);
  const headers = sign(scheme, secret, { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: now, body });
  return { scheme, secret, headers, body };
};

/** Whether a delivery is let in; one whose secret cannot be used is not. */
export const isAccepted = (
  scheme: Scheme,
  delivery: Delivery,
  secrets: SourceSecrets,
  clock: { now: Date } = { now },
): boolean => {
  try {
    return verify(scheme, delivery, secrets, clock).valid;
  } catch (error) {
    if (error instanceof InvalidSecretError) return false;
    throw error;
  }
};

/** A built-in scheme, unless it is one that does not sign. */
export const signedScheme = (name: SchemeName): SignedScheme | undefined => {
  const scheme = schemes[name];
  return scheme.kind === 'signature' ? scheme : undefined;
};

/** The name of the header that holds a signature or a token. */
export const headerOf = (name: SchemeName): string =>
  (signedScheme(name)?.header ?? 'authorization').replace('{n}', '1').toLowerCase();

/** A delivery whose signature is right for a timestamp however it is written. */
export const signedAt = (name: SchemeName, timestamp: string) => {
  const scheme = signedScheme(name);
  const { secret, headers, body } = goodDelivery(name);
  const key = scheme === undefined ? undefined : signatureKey(secret, scheme.signatures);
  if (scheme === undefined || key === undefined || key.kind.algorithm === 'ed25519')
    throw new Error('no key');
  const id = headers[scheme.id?.toLowerCase() ?? ''] ?? '';
  const signature = `${key.kind.prefix ?? ''}${mac(key.kind, key.key, compileTemplate(scheme.signs)(id, timestamp), body)}`;
  const clock = scheme.timestamp;
  return {
    scheme,
    secret,
    body,
    headers: {
      ...headers,
      ...(clock?.header !== undefined && { [clock.header.toLowerCase()]: timestamp }),
      [headerOf(name)]: clock?.prefix === undefined ? signature : `${clock.prefix}${timestamp},${signature}`,
    },
  };
};
