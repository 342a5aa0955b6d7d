import { createHmac, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { SignatureKind, SignedScheme } from '../../functions/sources/scheme.ts';
import { bodies } from './bodies.ts';
import { claimed, hashOf } from './claimed.ts';
import { keys } from './keys.ts';
import type { KnownSecrets } from './secrets.ts';
import { signedBytes, templates, timestamps } from './signed-texts.ts';
import type { Variant } from './variant.ts';

/** What a delivery says of itself, as far as it could be found. */
export interface Claims {
  signature: string;
  id: string;
  timestamp: string;
}

const mostMistakes = 2;

const says = (...variants: Variant<unknown>[]): string[] => variants.flatMap((variant) => variant.says ?? []);

const isOf = (kind: SignatureKind, secret: string): boolean =>
  (kind.key === 'whpk') === secret.startsWith('whpk_');

/**
 * Looks for how a delivery was signed: as it must be, then with one known mistake, then with two. The result is what is
 * wrong, in sentences; empty where only the writing of the header can be, undefined where no known mistake explains it.
 */
export const search = (
  scheme: SignedScheme,
  secrets: KnownSecrets,
  claims: Claims,
  body: Buffer,
): string[] | undefined => {
  const kind = scheme.signatures.find((one) => isOf(one, secrets.current)) ?? scheme.signatures[0];
  const signatures = kind === undefined ? [] : claimed(claims.signature, kind);
  const axes = {
    keys: keys(secrets, scheme),
    bodies: bodies(body),
    templates: templates(scheme),
    timestamps: timestamps(claims.timestamp),
  };

  const fits = (key: KeyObject, message: Buffer): Variant<Buffer> | undefined =>
    signatures.find(({ value }) => {
      if (key.type === 'public') return value.length === 64 && verify(null, message, key, value);
      const hash = hashOf(value.length);
      return hash !== undefined && timingSafeEqual(createHmac(hash, key).update(message).digest(), value);
    });

  const among = (mistakes: number): string[] | undefined => {
    for (const template of axes.templates)
      for (const timestamp of axes.timestamps)
        for (const text of axes.bodies) {
          const made = says(template, timestamp, text).length;
          if (made > mistakes) continue;
          const message = signedBytes(
            template.value,
            { id: claims.id, timestamp: timestamp.value },
            text.value,
          );
          if (message === undefined) continue;
          for (const key of axes.keys) {
            if (says(key).length + made !== mistakes) continue;
            const signature = fits(key.value, message);
            if (signature !== undefined) return says(signature, key, template, timestamp, text);
          }
        }
    return undefined;
  };

  for (let mistakes = 0; mistakes <= mostMistakes; mistakes += 1) {
    const found = among(mistakes);
    if (found !== undefined) return found;
  }
  return undefined;
};
