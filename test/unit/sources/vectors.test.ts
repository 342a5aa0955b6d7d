import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { InvalidSecretError } from '../../../functions/sources/keys.ts';
import { type SchemeName, schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import { verify } from '../../../functions/sources/verify.ts';
import { signingNames } from './deliveries.ts';
import given from './vectors.json' with { type: 'json' };

/** Published: literally in what `source` names. Derived: computed from what it says. */
const vectors = v.parse(
  v.array(
    v.strictObject({
      scheme: v.picklist<SchemeName[]>([...signingNames]),
      name: v.string(),
      origin: v.picklist(['published', 'derived']),
      source: v.pipe(v.string(), v.url()),
      secrets: v.tupleWithRest([v.string()], v.string()),
      now: v.number(),
      headers: v.record(v.string(), v.string()),
      body: v.union([v.strictObject({ utf8: v.string() }), v.strictObject({ base64: v.string() })]),
      expect: v.picklist(['accept', 'reject', 'invalid secret']),
    }),
  ),
  given,
);

describe.each(vectors)(
  '$scheme, $origin vector: $name',
  ({ scheme, secrets, now, headers, body, ...vector }) => {
    const bytes = 'utf8' in body ? Buffer.from(body.utf8) : Buffer.from(body.base64, 'base64');
    const [current, previous] = secrets;
    const outcome = () =>
      verify(schemes[scheme], { headers, body: bytes }, { current, previous }, { now: new Date(now * 1000) });

    it(`is expected: ${vector.expect}`, () => {
      if (vector.expect === 'invalid secret') expect(outcome).toThrow(InvalidSecretError);
      else expect(outcome().valid).toBe(vector.expect === 'accept');
    });
  },
);

it('there is a vector that is accepted for every scheme that signs', () => {
  const accepted = vectors.filter((vector) => vector.expect === 'accept').map(({ scheme }) => scheme);
  expect([...new Set(accepted)].sort()).toEqual([...signingNames].sort());
});

it('what we sign is what is published', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const headers = sign(schemes['standard-webhooks'], secret, {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: new Date(1_614_265_330_000),
    body: Buffer.from('{"test": 2432232314}'),
  });
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
