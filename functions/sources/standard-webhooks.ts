import { createHmac, timingSafeEqual } from 'node:crypto';

/** The secrets of a source: what it signs with now, and what it signed with before while both are good. */
export interface SourceSecrets {
  current: string;
  previous?: string | undefined;
}

export type Verdict =
  | { valid: true; key: 'current' | 'previous'; deliveryId: string; signedAt: Date }
  | { valid: false; reason: 'header' | 'clock' | 'signature' };

const maxSignatures = 16;
const [minKeyBytes, maxKeyBytes] = [24, 64];
const idPattern = /^[A-Za-z0-9_:-]{1,256}$/;
const secondsPattern = /^[1-9]\d{0,11}$/;
const listEntryPattern = /^[a-z0-9]{1,8},[^\s,]+$/;
const signaturePattern = /^v1,([A-Za-z0-9+/]{43}=)$/;

/** A secret is not as Standard Webhooks wants it: base64 of 24 to 64 bytes, after `whsec_` or without it. */
export class InvalidSecretError extends Error {
  override readonly name = 'InvalidSecretError';
}

/** The key in a secret; base64 is taken strictly, because Node's decoder takes anything. */
export const keyOf = (secret: string): Buffer => {
  const encoded = secret.replace(/^whsec_/, '');
  const key = Buffer.from(encoded, 'base64');
  if (key.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) {
    throw new InvalidSecretError('A secret is not base64');
  }
  if (key.length < minKeyBytes || key.length > maxKeyBytes) {
    throw new InvalidSecretError(
      `A secret has ${key.length} bytes; it must have ${minKeyBytes} to ${maxKeyBytes}`,
    );
  }
  return key;
};

const mac = (key: Buffer, id: string, timestamp: string, body: Buffer): Buffer =>
  createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();

/** Signs a body as Standard Webhooks 1.0 says: HMAC-SHA256 over `{id}.{timestamp}.{body}`, base64 after `v1,`. */
export const sign = (secret: string, id: string, timestampSeconds: number, body: Buffer): string =>
  `v1,${mac(keyOf(secret), id, String(timestampSeconds), body).toString('base64')}`;

/**
 * Verifies a delivery by Standard Webhooks 1.0 over its raw bytes: the timestamp within the tolerance both ways, then
 * any one `v1` signature of the list against either secret, in constant time. Versions it does not know are passed over.
 */
export const verify = (
  delivery: { headers: Readonly<Record<string, string | undefined>>; body: Buffer },
  secrets: SourceSecrets,
  { now, toleranceSeconds }: { now: Date; toleranceSeconds: number },
): Verdict => {
  const id = delivery.headers['webhook-id'] ?? '';
  const timestamp = delivery.headers['webhook-timestamp'] ?? '';
  const signatures = (delivery.headers['webhook-signature'] ?? '').split(' ');
  const listed =
    signatures.length <= maxSignatures && signatures.every((entry) => listEntryPattern.test(entry));
  if (!listed || !idPattern.test(id) || !secondsPattern.test(timestamp))
    return { valid: false, reason: 'header' };
  const signedAt = new Date(Number(timestamp) * 1000);
  if (Math.abs(now.getTime() - signedAt.getTime()) > toleranceSeconds * 1000) {
    return { valid: false, reason: 'clock' };
  }
  const given = signatures.flatMap((signature) => {
    const [, encoded] = signaturePattern.exec(signature) ?? [];
    return encoded === undefined ? [] : [Buffer.from(encoded, 'base64')];
  });
  for (const [key, secret] of [
    ['current', secrets.current] as const,
    ['previous', secrets.previous] as const,
  ]) {
    if (secret === undefined) continue;
    const expected = mac(keyOf(secret), id, timestamp, delivery.body);
    if (given.some((signature) => timingSafeEqual(signature, expected))) {
      return { valid: true, key, deliveryId: id, signedAt };
    }
  }
  return { valid: false, reason: 'signature' };
};
