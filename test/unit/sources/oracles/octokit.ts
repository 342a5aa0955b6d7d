import { createHmac } from 'node:crypto';
import { verify } from '@octokit/webhooks-methods';
import fc from 'fast-check';
import { schemes } from '../../../../functions/sources/schemes.ts';
import { anyBody, isUtf8, type Oracle, type Sent } from './oracle.ts';

const secret = "It's a Secret to Everybody";

const send = (
  given: { body?: Buffer; secret?: string; signed?: Buffer; write?: (good: string) => string } = {},
): Sent => {
  const { body = Buffer.from('{}'), secret: key = secret } = given;
  const good = `sha256=${createHmac('sha256', key)
    .update(given.signed ?? body)
    .digest('hex')}`;
  return {
    headers: { 'x-hub-signature-256': (given.write ?? ((only) => only))(good) },
    body,
    secret: key,
    now: new Date(1_614_265_330_000),
  };
};

const writings: ((good: string) => string)[] = [
  (good) => good,
  (good) => good.toUpperCase(),
  (good) => good.replace('sha256=', ''),
  (good) => good.replace('sha256', 'sha1'),
  (good) => good.slice(0, -1),
  (good) => `${good}0`,
  (good) => ` ${good}`,
  (good) => `${good},${good}`,
  (good) => good.replace(/.$/, 'é'),
];

const anySent: fc.Arbitrary<Sent> = fc
  .record({
    body: anyBody,
    secret: fc.oneof(
      { weight: 3, arbitrary: fc.constant(secret) },
      fc.constantFrom('a', 'mysecret', ' mysecret'),
    ),
    write: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...writings.slice(0, 1)) },
      fc.constantFrom(...writings),
    ),
    signs: fc.constantFrom('what is sent', 'what is read', 'something else'),
  })
  .map(({ signs, ...given }) => {
    if (signs === 'what is sent') return send(given);
    const signed = Buffer.from(signs === 'what is read' ? given.body.toString('utf8') : 'something else');
    return send({ ...given, signed });
  });

const broken = Buffer.from([0x7b, 0xff, 0x7d]);

/** npm @octokit/webhooks-methods 6.0.0, which takes text only: whoever has bytes must decode them first. */
export const octokit: Oracle = {
  library: '@octokit/webhooks-methods',
  scheme: schemes['github-like'],
  sent: anySent,
  accepts: async ({ headers, body, secret: key }) => {
    try {
      return await verify(key, body.toString('utf8'), headers['x-hub-signature-256'] ?? '');
    } catch {
      return false;
    }
  },
  lenient: [
    {
      name: 'text only, so that one signature is good for many bodies that are not UTF-8',
      applies: ({ body }) => !isUtf8(body),
      example: send({ body: broken, signed: Buffer.from(broken.toString('utf8')) }),
    },
    {
      name: 'a secret of less than 8 bytes, or with white space around it',
      applies: ({ secret: key }) => key.length < 8 || key !== key.trim(),
      example: send({ secret: 'a' }),
    },
  ],
  stricter: [
    {
      name: 'a right signature over bytes that are not UTF-8; they are refused later, as JSON',
      applies: ({ body }) => !isUtf8(body),
      example: send({ body: broken }),
    },
    {
      name: 'an empty body, which is refused before it is verified',
      applies: ({ body }) => body.length === 0,
      example: send({ body: Buffer.alloc(0) }),
    },
  ],
};
