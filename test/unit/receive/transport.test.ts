import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type Delivery, delivery, receiver, workforce } from './receiver.ts';

const good = JSON.stringify(workforce);
const sent = (change: Delivery) => () => delivery(good, change);
const withHeader = (name: string, value: string | undefined) => sent({ headers: { [name]: value } });
const withBody = (change: Partial<APIGatewayProxyEventV2>) => () => ({ ...delivery(good), ...change });
const ofType = (type: string | undefined) => withHeader('content-type', type);
const maxBytes = 256 * 1024;
const padded = (bytes: number): string => good.padEnd(bytes, ' ');
const base64 = Buffer.from(good).toString('base64');

type Row = [what: string, make: () => APIGatewayProxyEventV2, status: number, kind: string];

const refused: readonly Row[] = [
  // The body before it is JSON.
  ['base64 that is not said to be base64', withBody({ isBase64Encoded: false }), 401, 'signature'],
  ['no base64', withBody({ body: '!!!not base64' }), 400, 'body-encoding'],
  ['base64 with white space', withBody({ body: ` ${base64}` }), 400, 'body-encoding'],
  ['base64 over lines', withBody({ body: base64.replace(/.{76}/g, '$&\n') }), 400, 'body-encoding'],
  ['base64 without padding', withBody({ body: 'e30' }), 400, 'body-encoding'],
  ['base64 with loose bits', withBody({ body: 'e31=' }), 400, 'body-encoding'],
  ['base64 of the other alphabet', withBody({ body: '_-8=' }), 400, 'body-encoding'],
  ['an empty body', withBody({ body: '' }), 400, 'body-missing'],
  ['an absent body', () => (({ body: _, ...rest }) => rest)(delivery(good)), 400, 'body-missing'],
  // @ts-expect-error API Gateway does not say null; whoever calls the function himself may.
  ['a null body', withBody({ body: null }), 400, 'body-missing'],
  ['a byte order mark, signed', () => delivery(`\uFEFF${good}`), 400, 'json'],
  ['a byte that is no UTF-8, signed', () => delivery(Buffer.from([0x22, 0x41, 0xff, 0x22])), 400, 'json'],
  ['a body of one byte too many', () => delivery(padded(maxBytes + 1)), 413, 'body-too-large'],
  ['a body of 6 MB', () => delivery(padded(6_000_000)), 413, 'body-too-large'],
  ['a length above the limit', withHeader('content-length', `${maxBytes + 1}`), 413, 'body-too-large'],
  // What the body is said to be.
  ['plain text', ofType('text/plain'), 415, 'media-type'],
  ['a form', ofType('multipart/form-data; boundary=x'), 415, 'media-type'],
  ['a form of fields', ofType('application/x-www-form-urlencoded'), 415, 'media-type'],
  ['no media type', ofType(undefined), 415, 'media-type'],
  ['an empty media type', ofType(''), 415, 'media-type'],
  ['two media types', ofType('application/json, text/html'), 415, 'media-type'],
  ['one media type twice', ofType('application/json,application/json'), 415, 'media-type'],
  ['a quote that is left open', ofType('application/json;charset="utf-8'), 415, 'media-type'],
  ['two charsets', ofType('application/json;charset=utf-8;charset=utf-16'), 415, 'media-type'],
  ['UTF-16', ofType('application/json; charset=utf-16'), 415, 'media-type'],
  ['Latin 1', ofType('application/cloudevents+json; charset=iso-8859-1'), 415, 'media-type'],
  ['a longer name', ofType('application/jsonp'), 415, 'media-type'],
  ['events in Avro', ofType('application/cloudevents+avro'), 415, 'media-type'],
  ['events in no format', ofType('application/cloudevents'), 415, 'media-type'],
  ['a batch', ofType('application/cloudevents-batch+json'), 415, 'batch'],
  ['a batch in capitals', ofType('Application/CloudEvents-Batch+JSON; charset=utf-8'), 415, 'batch'],
  ['gzip', withHeader('content-encoding', 'gzip'), 415, 'content-encoding'],
  ['two encodings', withHeader('content-encoding', 'identity, br'), 415, 'content-encoding'],
  ['a form that says it is JSON', () => delivery('payload=%7B%7D'), 400, 'json'],
  // Where it is sent.
  ['another source', sent({ source: 'board' }), 404, 'source-unknown'],
  ['the source in capitals', sent({ source: 'HR' }), 404, 'source-unknown'],
  ['the source and a slash', sent({ source: 'hr/' }), 404, 'source-unknown'],
  ['a way around', sent({ source: '../events/hr' }), 404, 'source-unknown'],
  ['dots that are still encoded', sent({ source: '%2e%2e' }), 404, 'source-unknown'],
  ['a NUL', sent({ source: 'hr\0' }), 404, 'source-unknown'],
  ['a path of 8 KB', sent({ source: 'h'.repeat(8192) }), 404, 'source-unknown'],
  ['an inherited name', sent({ source: '__proto__' }), 404, 'source-unknown'],
  ['no source', () => ({ ...delivery(good), pathParameters: {} }), 404, 'source-unknown'],
  ['a source in the query alone', sent({ source: '', query: 'source=hr' }), 404, 'source-unknown'],
  // Headers.
  ['two ids', withHeader('webhook-id', 'msg_1,msg_2'), 400, 'header'],
  ['two timestamps', withHeader('webhook-timestamp', '1023310800,1023310800'), 400, 'header'],
  ['an id of 8 KB', withHeader('webhook-id', 'x'.repeat(8192)), 400, 'header'],
  ['a NUL in an id', withHeader('webhook-id', 'msg\0'), 400, 'header'],
  ['a line feed in an id', withHeader('webhook-id', 'msg_1\r\nx: y'), 400, 'header'],
  ['a line feed in any header', withHeader('user-agent', 'a\nb'), 400, 'header'],
  ['a signature beyond ASCII', withHeader('webhook-signature', 'v1,\u00e9'), 400, 'header'],
  [
    'a header with several values',
    // @ts-expect-error API Gateway folds them; whoever calls the function himself may not.
    () => ({ ...delivery(good), headers: { ...delivery(good).headers, 'webhook-id': ['msg_1', 'msg_2'] } }),
    400,
    'header',
  ],
  ['5,000 signatures', withHeader('webhook-signature', 'v1,AAAA '.repeat(5000)), 400, 'header'],
  ['17 signatures', withHeader('webhook-signature', 'v1,AAAA '.repeat(17).trim()), 401, 'signature'],
  ['no signature', withHeader('webhook-signature', undefined), 401, 'signature'],
];

describe('a delivery is answered', () => {
  it.each(refused)('for %s', async (_, make, status, kind) => {
    const { refusal, ledger } = receiver();
    expect(await refusal(make())).toMatchObject({ status, kind });
    expect(ledger.facts.size).toBe(0);
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'post', 'PROPFIND'])(
    'with 405 and what is allowed, to %s, before anything else is looked at',
    async (method) => {
      const { refusal, ledger } = receiver({
        secrets: {
          secretsOf: async () => {
            throw new Error('nobody may ask for a secret');
          },
        },
      });
      const { status, kind, headers } = await refusal(delivery(good, { method }));
      expect([status, kind, headers?.['allow']]).toEqual([405, 'method', 'POST']);
      expect(ledger.facts.size).toBe(0);
    },
  );

  it('with nothing of what it says of itself: no challenge is repeated, and no token is taken', async () => {
    const { refusal, ledger } = receiver();
    const challenge = { 'x-okta-verification-challenge': '<script>alert(1)</script>' };
    const asked = await refusal({ ...delivery('', { method: 'GET' }), headers: challenge });
    expect([asked.status, asked.body?.includes('script')]).toEqual([405, false]);
    const unsigned = { 'webhook-signature': undefined, 'content-type': 'application/json' };
    const offered = await refusal(delivery('{"verification_token":"x"}', { headers: unsigned }));
    expect([offered.status, offered.kind, ledger.facts.size]).toEqual([401, 'signature', 0]);
  });

  it('with 413 before its signature is looked at', async () => {
    const { refusal } = receiver({
      secrets: {
        secretsOf: async () => {
          throw new Error('nobody may ask for a secret');
        },
      },
    });
    expect(await refusal(delivery(padded(maxBytes + 1)))).toMatchObject({ status: 413 });
  });

  it('with 401 for the signature of the replacement character, where other bytes decode to it', async () => {
    const { refusal } = receiver();
    const signed = delivery(withName('A\uFFFD'));
    for (const byte of [0xff, 0xfe]) {
      const bytes = Buffer.from(withName('A\u0001').replace('\\u0001', '\u0001'));
      bytes[bytes.indexOf(1)] = byte;
      expect(await refusal({ ...signed, body: bytes.toString('base64') })).toMatchObject({ status: 401 });
    }
  });
});

const withName = (site: string): string =>
  JSON.stringify({
    ...workforce,
    data: { ...workforce.data, acts: [{ kind: 'workforce-reduction', site }] },
  });

describe('a delivery is taken', () => {
  it.each<[string, () => APIGatewayProxyEventV2]>([
    ['in base64', () => delivery(good)],
    ['as text', () => ({ ...delivery(good), body: good, isBase64Encoded: false })],
    ['of exactly 256 KB', () => delivery(padded(maxBytes))],
    ['with a length that is right', withHeader('content-length', String(Buffer.byteLength(good)))],
    ['of a media type in capitals', ofType('Application/CloudEvents+JSON; Charset=UTF-8')],
    ['with a charset in quotes', ofType('application/cloudevents+json;charset="utf-8"')],
    ['with a parameter that says nothing', ofType('application/cloudevents+json; v="1;2" ;')],
    ['as JSON, by who can set no other type', ofType('application/json')],
    ['with the encoding that is none', withHeader('content-encoding', 'identity')],
    ['whatever its query says', sent({ query: 'source=board&source=x&test=1&access_token=y' })],
    ['whatever method a header asks for', withHeader('x-http-method-override', 'DELETE')],
    ['whoever it was forwarded for', withHeader('x-forwarded-for', '10.0.0.1')],
    ['whatever it says was verified', withHeader('x-verified', 'true')],
    ['with the headers of a batch in lower case only', withHeader('traceparent', '00-ab-cd-01')],
  ])('%s', async (_, make) => {
    const { answer, facts } = receiver();
    const { statusCode, headers } = await answer(make());
    expect(statusCode).toBe(202);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(facts().map(({ source, id }) => [source, id])).toEqual([['hr', workforce.id]]);
  });

  it('no more for what is forged beside it: a header never stands in for a signature', async () => {
    const { refusal } = receiver();
    for (const forged of ['x-verified', 'x-amzn-oidc-identity', 'x-forwarded-for', 'authorization'])
      expect(
        await refusal(delivery(good, { headers: { 'webhook-signature': undefined, [forged]: 'true' } })),
      ).toMatchObject({ status: 401 });
  });
});
