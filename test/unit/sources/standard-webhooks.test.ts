import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidSecretError, keyOf, sign, verify } from '../../../functions/sources/standard-webhooks.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_vUPybGPiCllwZfnUKu+n/smpMjibxILg';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const seconds = 1_614_265_330;
const body = Buffer.from('{"test": 2432232314}');
const published = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const at = { now: new Date(seconds * 1000), toleranceSeconds: 300 };

const headers = (change: Record<string, string | undefined> = {}) => ({
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': published,
  ...change,
});

describe('the published vector of Standard Webhooks', () => {
  it('is what we sign', () => {
    expect(sign(secret, id, seconds, body)).toBe(published);
  });

  it('verifies, with and without the prefix of the secret', () => {
    const verdict = { valid: true, key: 'current', deliveryId: id, signedAt: new Date(seconds * 1000) };
    expect(verify({ headers: headers(), body }, { current: secret }, at)).toEqual(verdict);
    expect(verify({ headers: headers(), body }, { current: secret.slice(6) }, at)).toEqual(verdict);
  });
});

describe('a delivery is taken', () => {
  it('when any signature of the list fits, among versions that are not known', () => {
    const list = `v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,${published.slice(3)} ${published}`;
    expect(
      verify({ headers: headers({ 'webhook-signature': list }), body }, { current: secret }, at).valid,
    ).toBe(true);
  });

  it('when it is signed with the previous secret, and says so', () => {
    expect(verify({ headers: headers(), body }, { current: other, previous: secret }, at)).toMatchObject({
      valid: true,
      key: 'previous',
    });
  });

  it('whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const raw = Buffer.from(bytes);
        const signed = headers({ 'webhook-signature': sign(secret, id, seconds, raw) });
        expect(verify({ headers: signed, body: raw }, { current: secret }, at).valid).toBe(true);
      }),
    );
  });
});

describe('a delivery is refused', () => {
  it.each([
    ['invalid signature', { 'webhook-signature': 'v1,dawfeoifkpqwoekfpqoekf' }],
    ['partial signature', { 'webhook-signature': 'v1,g0hM9' }],
    ['empty signature', { 'webhook-signature': 'v1,' }],
    ['asymmetric signature alone', { 'webhook-signature': `v1a,${published.slice(3)}` }],
    ['signature without padding', { 'webhook-signature': published.slice(0, -1) }],
    ['signature in base64url', { 'webhook-signature': published.replaceAll('+', '-').replaceAll('/', '_') }],
    ['list folded by a comma', { 'webhook-signature': `v1,AAAA, ${published}` }],
    ['too many signatures', { 'webhook-signature': Array(17).fill(published).join(' ') }],
    ['missing signature', { 'webhook-signature': undefined }],
    ['missing id', { 'webhook-id': undefined }],
    ['other id', { 'webhook-id': 'msg_other' }],
    ['id with a dot', { 'webhook-id': 'msg.1' }],
    ['missing timestamp', { 'webhook-timestamp': undefined }],
    ...[
      '1614265330abc',
      ' +1614265330',
      '1614265330.9',
      '0x6037B0B2',
      '1e9',
      '-1',
      '1614265330000',
      '01614265330',
    ].map((timestamp): [string, Record<string, string>] => [
      `timestamp ${timestamp}`,
      { 'webhook-timestamp': timestamp },
    ]),
  ])('for: %s', (_, change) => {
    expect(verify({ headers: headers(change), body }, { current: secret }, at).valid).toBe(false);
  });

  it.each([-301, 301, 315_360_000])(
    'for a timestamp that is %i seconds off, however well it is signed',
    (off) => {
      const signed = headers({
        'webhook-timestamp': String(seconds + off),
        'webhook-signature': sign(secret, id, seconds + off, body),
      });
      expect(verify({ headers: signed, body }, { current: secret }, at)).toEqual({
        valid: false,
        reason: 'clock',
      });
    },
  );

  it('for any other bytes than those that were signed', () => {
    fc.assert(
      fc.property(fc.nat({ max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const altered = Buffer.from(body);
        altered[index] = (altered[index] ?? 0) ^ change;
        expect(verify({ headers: headers(), body: altered }, { current: secret }, at).valid).toBe(false);
      }),
    );
  });
});

describe('a secret', () => {
  it.each(['whsec_', 'whsec_AAAA', 'whsec_not base64 at all, but long enough', `whsec_${'A'.repeat(92)}`])(
    'that is not base64 of 24 to 64 bytes is refused: %s',
    (bad) => {
      expect(() => keyOf(bad)).toThrow(InvalidSecretError);
    },
  );

  it('of 32 letters and digits, as Secrets Manager makes it, is a key of 24 bytes', () => {
    expect(keyOf('abcdefghijklmnopqrstuvwxyz012345')).toHaveLength(24);
  });
});
