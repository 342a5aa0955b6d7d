import { createSecretKey, type KeyObject } from 'node:crypto';
import { InvalidSecretError, signatureKey } from '../../functions/sources/keys.ts';
import type { SignedScheme } from '../../functions/sources/scheme.ts';
import type { KnownSecrets } from './secrets.ts';
import { distinct, type Variant } from './variant.ts';

const rightKey = (secret: string, { signatures }: SignedScheme): KeyObject | undefined => {
  try {
    return signatureKey(secret, signatures).key;
  } catch (error) {
    if (error instanceof InvalidSecretError) return undefined;
    throw error;
  }
};

const misread = (secret: string): [string, Buffer][] => {
  const bare = secret.trim().replace(/^whsec_/, '');
  return [
    ['an empty text', Buffer.alloc(0)],
    ['the text of the secret', Buffer.from(secret.trim(), 'utf8')],
    ['the text of the secret after whsec_', Buffer.from(bare, 'utf8')],
    ['the text of the secret with whsec_ before it', Buffer.from(`whsec_${bare}`, 'utf8')],
    ['the secret decoded from base64', Buffer.from(bare, 'base64')],
    ['the secret decoded from hexadecimal', Buffer.from(bare, 'hex')],
    ['the secret with a line break at its end', Buffer.from(`${secret.trim()}\n`, 'utf8')],
    ['the secret with white space around it', Buffer.from(secret, 'utf8')],
  ];
};

const forms: Record<SignedScheme['signatures'][number]['key'], string> = {
  whsec: 'what base64 after whsec_ decodes to',
  whpk: 'the public key',
  utf8: 'the text of the secret',
  base64: 'what base64 decodes to',
  hex: 'what hexadecimal decodes to',
};

const nameOf = (key: KeyObject): string =>
  key.type === 'secret' ? key.export().toString('hex') : JSON.stringify(key.export({ format: 'jwk' }));

/** The keys that a delivery may have been signed with: the right ones, misread ones, and those of other sources. */
export const keys = (
  { current, previous, others }: KnownSecrets,
  scheme: SignedScheme,
): Variant<KeyObject>[] => {
  const form = scheme.signatures.find(({ algorithm }) => algorithm !== 'ed25519')?.key ?? 'whpk';
  const own = [current, ...(previous === undefined ? [] : [previous])];
  const right = own.flatMap((secret) => rightKey(secret, scheme) ?? []).map((value) => ({ value }));
  const wrong = own.flatMap(misread).map(([which, value]) => ({
    value: createSecretKey(value),
    says: `The key was ${which}. It must be ${forms[form]}.`,
  }));
  const foreign = Object.entries(others).flatMap(([source, secret]) =>
    [rightKey(secret, scheme), ...misread(secret).map(([, value]) => createSecretKey(value))].flatMap(
      (value) =>
        value === undefined
          ? []
          : [{ value, says: `It was signed with the secret of ${source}. Use the one of this source.` }],
    ),
  );
  return distinct([...right, ...wrong, ...foreign], nameOf);
};
