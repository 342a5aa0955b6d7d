import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemResponses } from '../../../functions/adapters/problem.ts';
import { SecretsUnavailableError } from '../../../functions/ports/secrets.ts';
import { makeHandler, type ReceivePorts } from '../../../functions/receive/handler.ts';
import { schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import { readExamples } from '../../support/examples.ts';
import { httpEvent } from '../../support/http.ts';
import { type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';

const secret = 'whsec_Z2F6ZXR0ZS1kZXZlbG9wbWVudC1vbmx5LWhyLTAxMjM=';
const now = (): Date => new Date('2002-06-05T21:00:00Z');
const [workforce, departures] = readExamples('iec-2002');
if (workforce === undefined || departures === undefined) throw new Error('no examples');

let ledger: MemoryLedger;
let ports: ReceivePorts;
beforeEach(() => {
  ledger = memoryLedger();
  ports = {
    ledger,
    secrets: { secretsOf: async () => ({ current: secret }) },
    sources: {
      hr: { name: 'HR', scheme: 'standard-webhooks', toleranceSeconds: 300, companies: ['iec-electronics'] },
    },
    loadMapping: {},
    companies: new Map([
      ['iec-electronics', { id: 'iec-electronics', timeZone: 'America/New_York', officers: [] }],
    ]),
    lookup: async () => ({}),
    now,
    log: () => {},
  };
});

const delivery = (
  body: string | Buffer,
  change: { headers?: Record<string, string>; base64?: boolean; source?: string; id?: string } = {},
): APIGatewayProxyEventV2 => {
  const bytes = Buffer.from(body);
  const id = change.id ?? 'msg_1';
  return httpEvent('POST', '/events/{source}', {
    pathParameters: { source: change.source ?? 'hr' },
    headers: {
      'content-type': 'application/cloudevents+json',
      ...sign(schemes['standard-webhooks'], secret, { id, timestamp: now(), body: bytes }),
      ...change.headers,
    },
    body: bytes.toString(change.base64 === true ? 'base64' : 'utf8'),
    isBase64Encoded: change.base64 ?? false,
  });
};

const answer = async (event: APIGatewayProxyEventV2) => {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(problemResponses(ports.log))
    .handler(makeHandler(ports));
  const context: Context = Object.create(null);
  const { statusCode, headers, body } = await handler(event, context);
  return { status: statusCode, headers, body: JSON.parse(body ?? '') };
};

describe('an event', () => {
  it('is recorded under its release, its source and its id, and answered with 202', async () => {
    const { status, body } = await answer(delivery(JSON.stringify(departures)));
    expect([status, body]).toEqual([
      202,
      {
        outcome: 'recorded',
        release: 'iec-electronics.newark-restructuring',
        event: 'term-2002-0604',
      },
    ]);
    expect([...ledger.facts.keys()]).toEqual([
      'releases/iec-electronics.newark-restructuring/events/hr~term-2002-0604.event.json',
    ]);
  });

  it('is taken in base64, as API Gateway gives some media types', async () => {
    expect((await answer(delivery(JSON.stringify(workforce), { base64: true }))).status).toBe(202);
  });

  it('without a subject belongs to the day of its decision, else to the local day of its time', async () => {
    const { subject: _, ...anonymous } = workforce;
    const release = async (event: unknown, id: string) =>
      (await answer(delivery(JSON.stringify(event), { id }))).body.release;
    expect(await release({ ...anonymous, data: { ...workforce.data, decided: '2002-05-30' } }, 'a')).toBe(
      'iec-electronics.2002-05-30',
    );
    expect(await release({ ...anonymous, id: 'e2', time: '2002-06-04T03:59:59Z' }, 'b')).toBe(
      'iec-electronics.2002-06-03',
    );
  });

  it('that is sent again is known, and the same event under the same release', async () => {
    await answer(delivery(JSON.stringify(workforce)));
    const { status, body } = await answer(delivery(JSON.stringify(workforce), { id: 'msg_2' }));
    expect([status, body.outcome]).toEqual([202, 'known']);
    expect(ledger.facts.size).toBe(1);
  });

  it('sent a hundred times at once is recorded once and answered a hundred times', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => answer(delivery(JSON.stringify(workforce)))),
    );
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    expect(answers.filter(({ body }) => body.outcome === 'recorded')).toHaveLength(1);
  });

  it('may be of a time that is ahead by as much as a clock may be off', async () => {
    const ahead = JSON.stringify({ ...workforce, time: '2002-06-05T21:05:00Z' });
    expect((await answer(delivery(ahead))).status).toBe(202);
  });

  it('keeps nothing of its envelope but what Gazette names', async () => {
    await answer(delivery(JSON.stringify({ ...workforce, ssn: '078-05-1120', traceparent: 'x' })));
    expect([...ledger.facts.values()].join('')).not.toMatch(/078-05-1120|traceparent/);
  });
});

describe('a delivery is refused and changes nothing', () => {
  const good = JSON.stringify(workforce);
  const altered = (change: object): string => JSON.stringify({ ...workforce, ...change });
  const inData = (change: object): string => altered({ data: { ...workforce.data, ...change } });

  it.each<[string, () => APIGatewayProxyEventV2, number, string, object[]?]>([
    ['another method', () => ({ ...httpEvent('GET', '/events/{source}') }), 405, 'method'],
    ['a source that is not configured', () => delivery(good, { source: 'nobody' }), 404, 'source-unknown'],
    [
      'a source named like an inherited property',
      () => delivery(good, { source: 'constructor' }),
      404,
      'source-unknown',
    ],
    ['no body', () => ({ ...delivery(good), body: '' }), 400, 'body-missing'],
    [
      'what is not base64',
      () => ({ ...delivery(good), body: '!!!', isBase64Encoded: true }),
      400,
      'body-encoding',
    ],
    ['a body above 256 KB', () => delivery(' '.repeat(262_145)), 413, 'body-too-large'],
    [
      'a wrong signature',
      () => delivery(good, { headers: { 'webhook-signature': 'v1,AAAA' } }),
      401,
      'signature',
    ],
    [
      'another media type',
      () => delivery(good, { headers: { 'content-type': 'text/plain' } }),
      415,
      'media-type',
    ],
    [
      'a batch',
      () => delivery(good, { headers: { 'content-type': 'application/cloudevents-batch+json' } }),
      415,
      'batch',
    ],
    [
      'a compressed body',
      () => delivery(good, { headers: { 'content-encoding': 'gzip' } }),
      415,
      'content-encoding',
    ],
    ['what is not JSON', () => delivery('{"a":}'), 400, 'json'],
    [
      'bytes that are not UTF-8',
      () => delivery(Buffer.from([0x22, 0xff, 0x22]), { base64: true }),
      400,
      'json',
    ],
    ['a byte order mark', () => delivery(`\uFEFF${good}`), 400, 'json'],
    ['no object', () => delivery('[]'), 422, 'event-invalid'],
    [
      'another version',
      () => delivery(altered({ specversion: '0.3' })),
      422,
      'event-invalid',
      [{ pointer: '/specversion', detail: 'must be "1.0"' }],
    ],
    [
      'an id that is no key',
      () => delivery(altered({ id: '../x' })),
      422,
      'event-invalid',
      [{ pointer: '/id', detail: 'must be letters, digits, dots, underscores and hyphens' }],
    ],
    [
      'a time without a zone',
      () => delivery(altered({ time: '2002-06-06T12:00:00' })),
      422,
      'event-invalid',
      [{ pointer: '/time', detail: 'must be a date and time with a zone, such as 2002-06-06T12:00:00Z' }],
    ],
    [
      'a time that is yet to come',
      () => delivery(altered({ time: '2002-06-05T21:05:01Z' })),
      422,
      'event-invalid',
      [{ pointer: '/time', detail: 'must not be more than 300 seconds after it is received' }],
    ],
    [
      'a day that does not exist',
      () => delivery(inData({ decided: '2002-02-30' })),
      422,
      'event-invalid',
      [{ pointer: '/data/decided', detail: 'must be a day that exists' }],
    ],
    [
      'no act',
      () => delivery(inData({ acts: [] })),
      422,
      'event-invalid',
      [{ pointer: '/data', detail: 'must have an act, or name what it replaces or retracts' }],
    ],
    [
      'control characters',
      () => delivery(inData({ acts: [{ kind: 'workforce-reduction', site: 'New\u0000ark' }] })),
      422,
      'event-invalid',
      [
        {
          pointer: '/data/acts/0/site',
          detail:
            'must be one line of text, not empty, without control characters and without a space at either end',
        },
      ],
    ],
    [
      'another company',
      () => delivery(inData({ company: 'halden-optics' })),
      403,
      'company',
      [{ pointer: '/data/company', detail: 'is not one of the companies of this source' }],
    ],
  ])('for %s', async (_, make, status, kind, errors) => {
    const { status: given, headers, body } = await answer(make());
    expect([given, body.status, body.type]).toEqual([status, status, `urn:gazette:problem:${kind}`]);
    expect(headers?.['content-type']).toBe('application/problem+json');
    if (errors) expect(body.errors).toEqual(errors);
    expect(ledger.facts.size).toBe(0);
  });

  it('for an id that is known for another event', async () => {
    await answer(delivery(good));
    const { status, body } = await answer(delivery(inData({ announce: '2002-06-07' }), { id: 'msg_2' }));
    expect([status, body.type]).toEqual([409, 'urn:gazette:problem:event-id-taken']);
    expect(ledger.facts.size).toBe(1);
  });

  it('with 503 and Retry-After while the secrets cannot be had', async () => {
    ports.secrets = {
      secretsOf: async () => {
        throw new SecretsUnavailableError('no');
      },
    };
    const { status, headers } = await answer(delivery(good));
    expect([status, headers?.['retry-after']]).toEqual([503, '30']);
  });

  it('with a 500 that tells nothing while the ledger cannot be written', async () => {
    ports.ledger = {
      put: async () => {
        throw new Error('AccessDenied on arn:aws:s3:::ledger');
      },
      get: async () => undefined,
    };
    const { status, body } = await answer(delivery(good));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('arn');
  });
});
