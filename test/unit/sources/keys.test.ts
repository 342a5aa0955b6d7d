import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidSecretError, signatureKey, tokenKey } from '../../../functions/sources/keys.ts';
import type { SignatureKind } from '../../../functions/sources/scheme.ts';
import { schemes } from '../../../functions/sources/schemes.ts';

const hmac = (key: 'whsec' | 'utf8' | 'base64' | 'hex'): SignatureKind => ({
  algorithm: 'hmac-sha256',
  encoding: 'hex',
  key,
});
const base64 = (length: number): string => Buffer.alloc(length, 251).toString('base64');

describe('a key is read', () => {
  it.each<[string, SignatureKind, string, number]>([
    ['after whsec_', hmac('whsec'), `whsec_${base64(24)}`, 24],
    ['without whsec_', hmac('whsec'), base64(64), 64],
    [
      'as Secrets Manager makes it, from 32 letters and digits',
      hmac('whsec'),
      'abcdefghijklmnopqrstuvwxyz012345',
      24,
    ],
    ['from text', hmac('utf8'), 'mysecret', 8],
    ['from text that looks like base64', hmac('utf8'), base64(24), 32],
    ['from text that looks like another kind of key', hmac('utf8'), 'whpk_abc', 8],
    ['from base64', hmac('base64'), base64(17), 17],
    ['from base64 without padding', hmac('base64'), base64(17).replaceAll('=', ''), 17],
    ['from hexadecimal', hmac('hex'), '00ff'.repeat(8), 16],
    ['from hexadecimal in upper case', hmac('hex'), '00FF'.repeat(8), 16],
  ])('%s', (_, kind, secret, size) => {
    expect(signatureKey(secret, [kind]).key.symmetricKeySize).toBe(size);
  });

  it('of the asymmetric kind after whpk_, where a scheme knows two', () => {
    const { signatures } = schemes['standard-webhooks'];
    expect(signatureKey(`whpk_${base64(32)}`, signatures).key.asymmetricKeyType).toBe('ed25519');
    expect(signatureKey(`whsec_${base64(32)}`, signatures).key.symmetricKeySize).toBe(32);
  });
});

describe('a secret is refused', () => {
  const asymmetric: SignatureKind = { algorithm: 'ed25519', encoding: 'base64', key: 'whpk' };

  it.each<[string, SignatureKind, string]>([
    ['that is nothing', hmac('whsec'), ''],
    ['that is nothing but its prefix', hmac('whsec'), 'whsec_'],
    ['of 3 bytes', hmac('whsec'), 'whsec_YWJj'],
    ['of 23 bytes', hmac('whsec'), base64(23)],
    ['of 65 bytes', hmac('whsec'), base64(65)],
    ['that is no base64', hmac('whsec'), 'whsec_not base64 at all, but long enough'],
    ['in base64url', hmac('whsec'), base64(24).replaceAll('+', '-').replaceAll('/', '_')],
    ['whose last character has bits to spare', hmac('base64'), `${base64(16).slice(0, -3)}9==`],
    ['with a space', hmac('base64'), ` ${base64(24)}`],
    ['of 7 letters', hmac('utf8'), 'secrets'],
    ['with a line end', hmac('utf8'), 'mysecret\n'],
    ['that is not Unicode', hmac('utf8'), 'mysecret\ud800'],
    ['of 15 bytes', hmac('base64'), base64(15)],
    ['of 15 bytes in hexadecimal', hmac('hex'), '00'.repeat(15)],
    ['of an odd number of digits', hmac('hex'), `${'00'.repeat(16)}0`],
    ['that is no hexadecimal', hmac('hex'), 'zz'.repeat(16)],
    ['of 31 bytes', asymmetric, `whpk_${base64(31)}`],
    ['that is a private key', asymmetric, `whsk_${base64(64)}`],
  ])('%s, and the error holds none of it', (_, kind, secret) => {
    expect(() => signatureKey(secret, [kind])).toThrow(InvalidSecretError);
    try {
      signatureKey(secret, [kind]);
    } catch (error) {
      if (secret.length > 3) expect(String(error)).not.toContain(secret);
    }
  });

  it.each(['', 'short', 'has a space in the middle', 'has,comma,and,more,letters', 'é'.repeat(20)])(
    'as a token: %j',
    (token) => {
      expect(() => tokenKey(token)).toThrow(InvalidSecretError);
    },
  );
});

it('no two sources of the development stack share a secret', () => {
  const path = join(import.meta.dirname, '..', '..', '..', 'local', 'secrets.json');
  const secrets = Object.values<string>(JSON.parse(readFileSync(path, 'utf8')));
  const bare = secrets.map((secret) => secret.replace(/^whsec_/, '').replace(/=+$/, ''));
  expect(new Set(bare).size).toBe(secrets.length);
});
