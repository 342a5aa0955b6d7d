import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { vi } from 'vitest';
import { schemes } from '../../../../functions/sources/schemes.ts';
import { anyBody, anyOffsetMilliseconds, isUtf8, type Oracle, type Sent } from './oracle.ts';

const seconds = 1_614_265_330;
const secretOf = (size: number): string => `whsec_${Buffer.alloc(size, 5).toString('base64')}`;
const secret = secretOf(24);

/** The entry of a list that is right for an id, a time and bytes. */
const entry = (id: string, timestamp: string, body: Buffer, key = secret): string => {
  const hmac = createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'));
  return `v1,${hmac.update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
};

const idOf = ({ headers }: Sent): string => headers['webhook-id'] ?? '';
const timestampOf = ({ headers }: Sent): string => headers['webhook-timestamp'] ?? '';
const listOf = ({ headers }: Sent): string => headers['webhook-signature'] ?? '';

/** A delivery: what its headers say, and what is signed where it is not that. */
const send = (
  given: {
    id?: string;
    timestamp?: string;
    body?: Buffer;
    secret?: string;
    signed?: { timestamp?: string; body?: Buffer };
    list?: (good: string) => string;
    offsetMilliseconds?: number;
  } = {},
): Sent => {
  const { id = 'msg_1', timestamp = `${seconds}`, body = Buffer.from('{}'), offsetMilliseconds = 0 } = given;
  const { timestamp: signedTimestamp = timestamp, body: signedBody = body } = given.signed ?? {};
  const good = entry(id, signedTimestamp, signedBody, given.secret);
  return {
    headers: {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': (given.list ?? ((only) => only))(good),
    },
    body,
    secret: given.secret ?? secret,
    now: new Date(seconds * 1000 + offsetMilliseconds),
  };
};

const lossy = (body: Buffer): Buffer => Buffer.from(body.toString('utf8'));
const wrong = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';
const asNumber = { timestamp: `${seconds}` };

const lists: ((good: string) => string)[] = [
  (good) => good,
  (good) => `${wrong} v2,anything v1a,${wrong.slice(3)} ${good}`,
  (good) => `${wrong} ${wrong}`.concat(' ', good.replace('v1,', 'v2,')),
  (good) => good.replace(/=$/, ''),
  (good) => good.replace('v1,', ''),
  (good) => `${wrong}, ${good}`,
  (good) => `${good},${wrong}`,
  (good) => `${good}  ${wrong}`,
  (good) => ` ${good}`,
  (good) => `junk ${good}`,
  (good) => `v2,${'A'.repeat(5000)} ${good}`,
  (good) => [...Array<string>(15).fill(wrong), good].join(' '),
  (good) => [...Array<string>(16).fill(wrong), good].join(' '),
];

const anyId = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9_:/+=@~-]{1,40}$/) },
  fc.constantFrom('a.b', 'a,b', 'a b', 'é', 'x'.repeat(256), 'x'.repeat(257), '{timestamp}', '$&'),
);

const timestamps = [
  `${seconds}`,
  `${seconds}abc`,
  ` +${seconds}`,
  `${seconds}.9`,
  `0${seconds}`,
  `${seconds} `,
  '0x6037B0B2',
  '1e9',
  `${seconds}000`,
  'hello',
];

const anySent: fc.Arbitrary<Sent> = fc
  .record({
    id: anyId,
    timestamp: fc.oneof({ weight: 3, arbitrary: fc.constant(`${seconds}`) }, fc.constantFrom(...timestamps)),
    body: anyBody,
    secret: fc
      .oneof({ weight: 4, arbitrary: fc.integer({ min: 24, max: 64 }) }, fc.integer({ min: 1, max: 80 }))
      .map(secretOf),
    list: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...lists.slice(0, 2)) },
      fc.constantFrom(...lists),
    ),
    offsetMilliseconds: anyOffsetMilliseconds,
    signs: fc.constantFrom('what is sent', 'what is read', 'something else'),
  })
  .map(({ signs, ...given }) => {
    if (signs === 'what is sent') return send(given);
    if (signs === 'something else')
      return send({ ...given, signed: { body: Buffer.from('something else') } });
    return send({
      ...given,
      signed: { timestamp: `${Number.parseInt(given.timestamp, 10)}`, body: lossy(given.body) },
    });
  });

const entries = (sent: Sent): string[] => listOf(sent).split(' ');

/** npm standardwebhooks 1.1.1, of the people who wrote Standard Webhooks. */
export const standardwebhooks: Oracle = {
  library: 'standardwebhooks',
  scheme: schemes['standard-webhooks'],
  sent: anySent,
  accepts: ({ headers, body, secret: key, now }) => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now.getTime());
    try {
      const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? '']));
      new Webhook(key).verify(body, given, { jsonParse: false });
      return true;
    } catch {
      return false;
    } finally {
      clock.mockRestore();
    }
  },
  lenient: [
    {
      name: 'a timestamp with anything before or after its digits',
      applies: (sent) => !/^[1-9]\d*$/.test(timestampOf(sent)),
      example: send({ timestamp: ` +${seconds}.9abc`, signed: asNumber }),
    },
    {
      name: 'one signature for many bodies that are not UTF-8',
      applies: ({ body }) => !isUtf8(body),
      example: send({
        body: Buffer.from([0x7b, 0xff, 0x7d]),
        signed: { body: lossy(Buffer.from([0x7b, 0xff, 0x7d])) },
      }),
    },
    {
      name: 'an id with a dot, so that its end can be taken for the time and the time for the body',
      applies: (sent) => idOf(sent).includes('.'),
      example: send({ id: `msg_1.${seconds}` }),
    },
    {
      name: 'an id of any other characters, of any length',
      applies: (sent) => !/^[A-Za-z0-9_:/+=@~.-]{1,256}$/.test(idOf(sent)),
      example: send({ id: 'x'.repeat(8000) }),
    },
    {
      name: 'a list whose entries are not all a version, a comma and a signature',
      applies: (sent) => !entries(sent).every((one) => /^[A-Za-z0-9]+,[^\s,]+$/.test(one)),
      example: send({ list: (good) => `${wrong}, ${good},and more` }),
    },
    {
      name: 'more than 16 signatures, each of which costs it time',
      applies: (sent) => entries(sent).length > 16,
      example: send({ list: (good) => [...Array<string>(40).fill(wrong), good].join(' ') }),
    },
    {
      name: 'a header of signatures above 4,096 characters',
      applies: (sent) => listOf(sent).length > 4096,
      example: send({ list: (good) => `v2,${'A'.repeat(5000)} ${good}` }),
    },
    {
      name: 'a secret of less than 24 or more than 64 bytes',
      applies: ({ secret: key }) => {
        const size = Buffer.from(key.slice('whsec_'.length), 'base64').length;
        return size < 24 || size > 64;
      },
      example: send({ secret: secretOf(3) }),
    },
  ],
  stricter: [
    {
      name: 'a right signature over bytes that are not UTF-8; they are refused later, as JSON',
      applies: ({ body }) => !isUtf8(body),
      example: send({ body: Buffer.from([0x7b, 0xff, 0x7d]) }),
    },
    {
      name: 'a v1a signature, which it does not know',
      applies: ({ secret: key }) => key.startsWith('whpk_'),
      // The vector of svix-webhooks, server/svix-server/src/worker.rs.
      example: {
        headers: {
          'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
          'webhook-timestamp': `${seconds}`,
          'webhook-signature':
            'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
        },
        body: Buffer.from('{"test": 2432232314}'),
        secret: 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=',
        now: new Date(seconds * 1000),
      },
    },
  ],
};
