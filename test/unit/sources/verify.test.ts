import { generateKeyPairSync, type KeyObject, sign as signAsymmetric } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidSecretError } from '../../../functions/sources/keys.ts';
import type { Scheme, SignedScheme } from '../../../functions/sources/scheme.ts';
import { type SchemeName, schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import { verify } from '../../../functions/sources/verify.ts';
import {
  anySecret,
  goodDelivery,
  isAccepted,
  now,
  schemeNames,
  secretFor,
  signingNames,
} from './deliveries.ts';

const bytes = fc.uint8Array({ maxLength: 2000 }).map((given) => Buffer.from(given));
const id = fc.stringMatching(/^[A-Za-z0-9_:/+=@~-]{1,60}$/);

/** Bytes with one of them changed, left out or put in. */
const changed = (body: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.nat({ max: body.length }),
      fc.nat({ max: 255 }),
      fc.constantFrom('change', 'leave out', 'put in'),
    )
    .map(([index, byte, how]) => {
      const middle = how === 'leave out' ? [] : [byte];
      const rest = body.subarray(how === 'put in' ? index : index + 1);
      return Buffer.concat([body.subarray(0, index), Buffer.from(middle), rest]);
    })
    .filter((other) => !other.equals(body));

/** A text with one character changed to another of ASCII, and not only to another case. */
const misspelt = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.integer({ min: 33, max: 126 }))
    .map(([index, code]) => text.slice(0, index) + String.fromCharCode(code) + text.slice(index + 1))
    .filter((other) => other.toLowerCase() !== text.toLowerCase());

describe.each(schemeNames)('%s', (name) => {
  const scheme: Scheme = schemes[name];

  it('takes whatever bytes are signed with either secret, and says with which', () => {
    fc.assert(
      fc.property(bytes, id, anySecret(scheme), anySecret(scheme), (body, message, current, previous) => {
        fc.pre(current !== previous);
        const secrets = { current, previous };
        for (const key of ['current', 'previous'] as const) {
          const headers = sign(scheme, secrets[key], { id: message, timestamp: now, body });
          expect(verify(scheme, { headers, body }, secrets, { now })).toMatchObject({ valid: true, key });
        }
      }),
    );
  });

  it('refuses a header with any character changed', () => {
    const { secret, headers, body } = goodDelivery(name);
    for (const [header, value] of Object.entries(headers))
      fc.assert(
        fc.property(misspelt(value), (other) => {
          expect(
            isAccepted(scheme, { headers: { ...headers, [header]: other }, body }, { current: secret }),
          ).toBe(false);
        }),
      );
  });

  it('refuses any other secret, and one that has expired', () => {
    const { headers, body, secret } = goodDelivery(name);
    fc.assert(
      fc.property(anySecret(scheme), (other) => {
        fc.pre(other !== secret);
        expect(isAccepted(scheme, { headers, body }, { current: other })).toBe(false);
      }),
    );
  });

  it('cannot be used with a secret that is none', () => {
    const { headers, body } = goodDelivery(name);
    for (const secret of [
      '',
      ' ',
      'abc',
      '\ud800'.repeat(20),
      ` ${secretFor(scheme, 7)}`,
      `${secretFor(scheme, 7)}\n`,
    ])
      expect(() => verify(scheme, { headers, body }, { current: secret }, { now })).toThrow(
        InvalidSecretError,
      );
  });
});

describe.each(signingNames)('%s', (name) => {
  it('refuses a body with any byte changed, left out or put in', () => {
    const { scheme, secret, headers, body } = goodDelivery(name);
    fc.assert(
      fc.property(changed(body), (other) => {
        expect(isAccepted(scheme, { headers, body: other }, { current: secret })).toBe(false);
      }),
    );
  });
});

it('decodes a secret once for as long as its store gives the same object', () => {
  const { scheme, secret, headers, body } = goodDelivery('standard-webhooks');
  let reads = 0;
  const secrets = {
    get current() {
      reads += 1;
      return secret;
    },
  };
  for (let time = 0; time < 3; time += 1)
    expect(verify(scheme, { headers, body }, secrets, { now }).valid).toBe(true);
  expect(reads).toBe(1);
});

describe('what identifies a delivery', () => {
  const idOf = (name: SchemeName, body?: Buffer): unknown => {
    const { scheme, secret, headers, body: bytesSent } = goodDelivery(name, body);
    const verdict = verify(scheme, { headers, body: bytesSent }, { current: secret }, { now });
    return verdict.valid ? verdict.deliveryId : undefined;
  };

  it('is the id where it is signed', () => {
    expect([idOf('standard-webhooks'), idOf('finch')]).toEqual(Array(2).fill('msg_p5jXN8AQM9LWM0D4loKWxJek'));
  });

  it.each(schemeNames.filter((name) => schemes[name].delivery === 'body-digest'))(
    'is the digest of the body for %s, whatever else its headers say',
    (name) => {
      const { scheme, secret, headers, body } = goodDelivery(name, Buffer.from('abc'));
      const replayed = {
        ...headers,
        'x-github-delivery': 'another',
        'x-request-id': 'another',
        'webhook-id': 'x',
      };
      const verdict = verify(scheme, { headers: replayed, body }, { current: secret }, { now });
      // FIPS 180-2, appendix B.1.
      const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
      expect([idOf(name, Buffer.from('abc')), verdict]).toMatchObject([digest, { deliveryId: digest }]);
    },
  );
});

describe('nothing can move between the parts of what is signed', () => {
  it('from the time to the body of BambooHR, or back', () => {
    const { scheme, secret, headers } = goodDelivery('bamboohr', Buffer.from('a=16142653301614265330'));
    const signed = `a=16142653301614265330${headers['x-bamboohr-timestamp']}`;
    for (let at = 1; at < signed.length; at += 1) {
      const moved = { ...headers, 'x-bamboohr-timestamp': signed.slice(at) };
      const body = Buffer.from(signed.slice(0, at));
      expect(isAccepted(scheme, { headers: moved, body }, { current: secret })).toBe(
        at === signed.length - 10,
      );
    }
  });

  it('from the id to the body of Standard Webhooks, or back', () => {
    const { scheme, secret, headers } = goodDelivery('standard-webhooks', Buffer.from('1614265330.x'));
    const shifted = {
      ...headers,
      'webhook-id': `${headers['webhook-id']}.1614265330`,
      'webhook-timestamp': '1614265330',
    };
    expect(isAccepted(scheme, { headers: shifted, body: Buffer.from('x') }, { current: secret })).toBe(false);
  });
});

describe('ed25519', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const symmetric = secretFor(schemes['standard-webhooks'], 7);

  const delivery = (key: KeyObject, body: Buffer) => {
    const message = Buffer.concat([Buffer.from('msg_1.1614265330.'), body]);
    return {
      headers: {
        'webhook-id': 'msg_1',
        'webhook-timestamp': '1614265330',
        'webhook-signature': `v1a,${signAsymmetric(null, message, key).toString('base64')}`,
      },
      body,
    };
  };
  const secrets = { current: symmetric, previous: `whpk_${raw.toString('base64')}` };

  it('verifies whatever bytes, beside a symmetric secret', () => {
    fc.assert(
      fc.property(bytes, (body) => {
        const verdict = verify(schemes['standard-webhooks'], delivery(privateKey, body), secrets, { now });
        expect(verdict).toMatchObject({ valid: true, key: 'previous', deliveryId: 'msg_1' });
      }),
    );
  });

  it('refuses a body or a signature with any part changed', () => {
    const good = delivery(privateKey, Buffer.from('{"test": 2432232314}'));
    fc.assert(
      fc.property(changed(good.body), misspelt(good.headers['webhook-signature']), (body, signature) => {
        expect(isAccepted(schemes['standard-webhooks'], { ...good, body }, secrets)).toBe(false);
        const headers = { ...good.headers, 'webhook-signature': signature };
        expect(isAccepted(schemes['standard-webhooks'], { ...good, headers }, secrets)).toBe(false);
      }),
    );
  });

  it('refuses the signature of another key, and a symmetric signature made with the public key', () => {
    const body = Buffer.from('{}');
    const other = delivery(generateKeyPairSync('ed25519').privateKey, body);
    const confused = sign(schemes['standard-webhooks'], `whsec_${raw.toString('base64')}`, {
      id: 'msg_1',
      timestamp: now,
      body,
    });
    for (const headers of [other.headers, confused])
      expect(isAccepted(schemes['standard-webhooks'], { headers, body }, secrets)).toBe(false);
  });

  it.each(['hex', 'base64', 'base64url'] as const)(
    'can be written in %s by a scheme of its own',
    (encoding) => {
      const scheme: SignedScheme = {
        kind: 'signature',
        header: 'X-Signature',
        signatures: [{ algorithm: 'ed25519', encoding, key: 'hex' }],
        signs: '{body}',
        delivery: 'body-digest',
      };
      const body = Buffer.from('{}');
      const headers = { 'x-signature': signAsymmetric(null, body, privateKey).toString(encoding) };
      expect(isAccepted(scheme, { headers, body }, { current: raw.toString('hex') })).toBe(true);
      expect(isAccepted(scheme, { headers, body: Buffer.from('[]') }, { current: raw.toString('hex') })).toBe(
        false,
      );
    },
  );

  it('cannot be signed with what we keep, which is the public key', () => {
    const message = { id: 'msg_1', timestamp: now, body: Buffer.from('{}') };
    expect(() => sign(schemes['standard-webhooks'], secrets.previous, message)).toThrow(InvalidSecretError);
  });
});
