import { InvalidSecretError, signatureKey } from './keys.ts';
import { mac } from './mac.ts';
import type { Scheme } from './scheme.ts';
import { compileTemplate } from './template.ts';
import { writeTimestamp } from './timestamp.ts';

/** What a source sends: its bytes, when it signs them, and an id where its scheme signs one. */
export interface Message {
  id: string;
  timestamp: Date;
  body: Buffer;
}

/**
 * The headers that a source would send with a message, by their names in lower case: for our own tools and tests. Throws
 * InvalidSecretError, also for a public key, which cannot sign.
 */
export const sign = (
  scheme: Scheme,
  secret: string,
  { id, timestamp, body }: Message,
): Record<string, string> => {
  if (scheme.kind === 'bearer') return { [scheme.header.toLowerCase()]: `${scheme.prefix}${secret}` };
  const { kind, key } = signatureKey(secret, scheme.signatures);
  if (kind.algorithm === 'ed25519') throw new InvalidSecretError('A public key cannot sign');
  const clock = scheme.timestamp;
  const written = clock === undefined ? '' : writeTimestamp(timestamp, clock.units[0] ?? 'seconds');
  const signature = `${kind.prefix ?? ''}${mac(kind, key, compileTemplate(scheme.signs)(id, written), body)}`;
  const value =
    clock?.prefix === undefined ? signature : `${clock.prefix}${written}${scheme.separator}${signature}`;
  return {
    ...(scheme.id !== undefined && { [scheme.id.toLowerCase()]: id }),
    ...(clock?.header !== undefined && { [clock.header.toLowerCase()]: written }),
    [scheme.header.replace('{n}', '1').toLowerCase()]: value,
  };
};
