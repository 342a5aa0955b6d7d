import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import Stripe from 'stripe';
import { schemes } from '../../../../functions/sources/schemes.ts';
import { anyBody, anyOffsetMilliseconds, isUtf8, type Oracle, type Sent } from './oracle.ts';

const seconds = 1_614_265_330;
const secret = 'whsec_test_secret';

const signature = (timestamp: string, body: Buffer, key: string): string =>
  createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('hex');

const headerOf = ({ headers }: Sent): string => headers['stripe-signature'] ?? '';
const entries = (sent: Sent): string[] => headerOf(sent).split(',');
const timestampsOf = (sent: Sent): string[] =>
  entries(sent).flatMap((entry) => (entry.startsWith('t=') ? [entry.slice(2)] : []));

type Listing = (timestamp: string, good: string) => string;

/** A delivery: what its header says, and what is signed where it is not that. */
const send = (
  given: {
    timestamp?: string;
    body?: Buffer;
    secret?: string;
    signed?: { timestamp?: string; body?: Buffer };
    list?: Listing;
    offsetMilliseconds?: number;
  } = {},
): Sent => {
  const { timestamp = `${seconds}`, body = Buffer.from('{}'), offsetMilliseconds = 0 } = given;
  const { timestamp: signedTimestamp = timestamp, body: signedBody = body } = given.signed ?? {};
  const good = signature(signedTimestamp, signedBody, given.secret ?? secret);
  const list: Listing = given.list ?? ((time, only) => `t=${time},v1=${only}`);
  return {
    headers: { 'stripe-signature': list(timestamp, good) },
    body,
    secret: given.secret ?? secret,
    now: new Date(seconds * 1000 + offsetMilliseconds),
  };
};

/** What Stripe's library makes of bytes: text without a byte order mark. */
const asText = (body: Buffer): Buffer => Buffer.from(new TextDecoder('utf-8').decode(body));

const lists: Listing[] = [
  (time, good) => `t=${time},v1=${good}`,
  (time, good) => `v0=${good},v1=potato,v1=${good},t=${time}`,
  (time, good) => `t=${time},v0=${good}`,
  (time, good) => `t=${time},v1=${good.toUpperCase()}`,
  (time, good) => `t=${time}, v1=${good}`,
  (_, good) => `v1=${good}`,
  (time, good) => `t=1,t=${time},v1=${good}`,
  (time, good) => `t=${time},v1=${good}=junk`,
  (time, good) => `t=${time},v1=${good},`,
  (time, good) => `junk,t=${time},v1=${good}`,
  (time, good) => `t=${time},v2=${'A'.repeat(5000)},v1=${good}`,
  (time, good) => `t=${time},${'v1=potato,'.repeat(15)}v1=${good}`,
  (time, good) => `t=${time},${'v1=potato,'.repeat(16)}v1=${good}`,
];

const timestamps = [
  `${seconds}junk`,
  ` ${seconds}`,
  `+${seconds}`,
  `0${seconds}`,
  `${seconds}.9`,
  '0x6037B0B2',
  '1e9',
];

const anySent: fc.Arbitrary<Sent> = fc
  .record({
    timestamp: fc.oneof({ weight: 3, arbitrary: fc.constant(`${seconds}`) }, fc.constantFrom(...timestamps)),
    body: anyBody,
    secret: fc.oneof(
      { weight: 4, arbitrary: fc.constant(secret) },
      fc.constantFrom('a', 'mysecret', 'mysecret\n'),
    ),
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
      signed: { timestamp: `${Number.parseInt(given.timestamp, 10)}`, body: asText(given.body) },
    });
  });

const hasMark = (body: Buffer): boolean => body.subarray(0, 3).equals(Buffer.from('\uFEFF'));
const marked = Buffer.from('\uFEFF{}');
const broken = Buffer.from([0x7b, 0xff, 0x7d]);
const asNumber = { timestamp: `${seconds}` };

/** npm stripe 23.1.0. */
export const stripe: Oracle = {
  library: 'stripe',
  scheme: schemes['stripe-like'],
  sent: anySent,
  accepts: ({ body, secret: key, now, ...sent }) => {
    try {
      const header = sent.headers['stripe-signature'] ?? '';
      return (
        Stripe.webhooks.signature?.verifyHeader(body, header, key, 300, undefined, now.getTime()) ?? false
      );
    } catch {
      return false;
    }
  },
  lenient: [
    {
      name: 'a time that is any number of years ahead',
      applies: (sent) => {
        const ahead =
          Number.parseInt(timestampsOf(sent).at(-1) ?? '', 10) - Math.floor(sent.now.getTime() / 1000);
        return ahead > 300;
      },
      example: send({ offsetMilliseconds: -315_360_000_000 }),
    },
    {
      name: 'a time with anything before or after its digits',
      applies: (sent) => timestampsOf(sent).some((time) => !/^[1-9]\d*$/.test(time)),
      example: send({ timestamp: ` +${seconds}.9abc`, signed: asNumber }),
    },
    {
      name: 'several times, of which the last counts',
      applies: (sent) => timestampsOf(sent).length > 1,
      example: send({ list: (time, good) => `t=1,t=${time},v1=${good}` }),
    },
    {
      name: 'entries that are not a name, an equals sign and a value',
      applies: (sent) =>
        !entries(sent).every((entry) => /^[A-Za-z0-9]+=[^\s=]+$/.test(entry)) &&
        timestampsOf(sent).every((time) => !/[\s=]/.test(time)),
      example: send({ list: (time, good) => `t=${time},junk,,v1=${good}=and more` }),
    },
    {
      name: 'more than 16 signatures',
      applies: (sent) => entries(sent).length > 17,
      example: send({ list: (time, good) => `t=${time},${'v1=potato,'.repeat(40)}v1=${good}` }),
    },
    {
      name: 'a header above 4,096 characters',
      applies: (sent) => headerOf(sent).length > 4096,
      example: send({ list: (time, good) => `t=${time},v2=${'A'.repeat(5000)},v1=${good}` }),
    },
    {
      name: 'one signature for many bodies that are not UTF-8',
      applies: ({ body }) => !isUtf8(body),
      example: send({ body: broken, signed: { body: asText(broken) } }),
    },
    {
      name: 'a byte order mark that was not signed',
      applies: ({ body }) => hasMark(body),
      example: send({ body: marked, signed: { body: asText(marked) } }),
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
      name: 'a right signature over a body with a byte order mark; it is refused later, as JSON',
      applies: ({ body }) => hasMark(body),
      example: send({ body: marked }),
    },
  ],
};
