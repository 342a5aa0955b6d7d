import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemes } from '../../functions/sources/schemes.ts';
import { sign } from '../../functions/sources/sign.ts';
import { developmentSecrets } from '../../local/run.ts';
import { readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const [workforce] = readExamples('iec-2002');
if (workforce === undefined) throw new Error('no examples');
const secret = developmentSecrets()['hr'] ?? '';

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.stop());

type Headers = readonly (readonly [string, string])[];

const signed = (id: string, body: Buffer): Headers =>
  Object.entries(sign(schemes['standard-webhooks'], secret, { id, timestamp: new Date(), body }));

/** Sends a request as it is written here; `fetch` would put paths, headers and methods in order first. */
const send = (
  method: string,
  path: string,
  headers: Headers,
  body?: Buffer,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(stack.baseUrl);
    const lines = [['host', host] as const, ...headers].flat();
    const outgoing = request({ hostname, port, method, path, headers: lines }, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        text: Buffer.concat(chunks).toString(),
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const json = ['content-type', 'application/cloudevents+json'] as const;
const bytesOf = (subject: string): Buffer => Buffer.from(JSON.stringify(eventOf(workforce, subject)));

/** Posts to `hr` what is signed for it, with these headers besides. */
const post = (body: Buffer, more: Headers = [json], path = '/events/hr') =>
  send('POST', path, [...signed('msg_1', body), ['content-length', String(body.length)], ...more], body);

describe('on the wire', () => {
  it.each<[string, () => ReturnType<typeof send>, number, string]>([
    ['an id that is sent twice', () => post(bytesOf('x'), [json, ['webhook-id', 'msg_1']]), 400, 'header'],
    [
      'a media type that is sent twice',
      () => post(bytesOf('x'), [json, ['content-type', 'text/html']]),
      415,
      'media-type',
    ],
    [
      'a compressed body',
      () => post(bytesOf('x'), [json, ['content-encoding', 'gzip']]),
      415,
      'content-encoding',
    ],
    [
      'UTF-16',
      () =>
        post(Buffer.from(bytesOf('x').toString(), 'utf16le'), [
          ['content-type', 'application/json; charset=utf-16'],
        ]),
      415,
      'media-type',
    ],
    ['a byte order mark', () => post(Buffer.concat([Buffer.from('\ufeff'), bytesOf('x')])), 400, 'json'],
    ['a byte that is no UTF-8', () => post(Buffer.from([0x22, 0xff, 0x22])), 400, 'json'],
    ['two events', () => post(Buffer.concat([bytesOf('x'), Buffer.from('\n'), bytesOf('y')])), 400, 'json'],
    ['a body of 300 KB', () => post(Buffer.alloc(300_000, ' ')), 413, 'body-too-large'],
    [
      'a body of 300 KB in chunks, whose length nobody says',
      () => {
        const body = Buffer.alloc(300_000, ' ');
        return send('POST', '/events/hr', [...signed('msg_1', body), json], body);
      },
      413,
      'body-too-large',
    ],
    [
      'no body',
      () => send('POST', '/events/hr', [...signed('msg_1', Buffer.of()), json]),
      400,
      'body-missing',
    ],
    ['a source in capitals', () => post(bytesOf('x'), [json], '/events/HR'), 404, 'source-unknown'],
    ['encoded dots', () => post(bytesOf('x'), [json], '/events/%2e%2e'), 404, 'source-unknown'],
    [
      'an encoded way around',
      () => post(bytesOf('x'), [json], '/events/..%2fevents%2fhr'),
      404,
      'source-unknown',
    ],
    ['an encoded NUL', () => post(bytesOf('x'), [json], '/events/hr%00'), 404, 'source-unknown'],
    ['bytes that decode to nothing', () => post(bytesOf('x'), [json], '/events/%ff'), 404, 'source-unknown'],
    [
      'a token in the query, without a signature',
      () => send('POST', `/events/hr?access_token=${secret}&source=hr`, [json], bytesOf('x')),
      401,
      'signature',
    ],
    [
      'what says that it was verified',
      () =>
        send(
          'POST',
          '/events/hr',
          [json, ['x-verified', 'true'], ['x-forwarded-for', '10.0.0.1']],
          bytesOf('x'),
        ),
      401,
      'signature',
    ],
  ])('%s is refused in problem+json', async (_, make, status, kind) => {
    const { status: given, headers, text } = await make();
    expect([given, headers['content-type'], headers['x-content-type-options']]).toEqual([
      status,
      'application/problem+json',
      'nosniff',
    ]);
    expect(JSON.parse(text)).toMatchObject({ status, type: `urn:gazette:problem:${kind}` });
  });

  it.each([
    '/events/hr/',
    '/events/hr/../hr',
    '/events/../events/hr',
    '/events//hr',
    '/EVENTS/hr',
    '/events/',
  ])('the path %s leads nowhere', async (path) => {
    expect((await post(bytesOf('x'), [json], path)).status).toBe(404);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'HEAD'])(
    '%s is answered 405 with what is allowed, and allows no other origin anything',
    async (method) => {
      const { status, headers } = await send(method, '/events/hr', [
        ['origin', 'https://evil.example'],
        ['access-control-request-method', 'POST'],
        ['webhook-request-origin', 'evil.example'],
        ['webhook-request-callback', 'http://169.254.169.254/latest/meta-data/'],
      ]);
      expect([status, headers['allow']]).toEqual([405, 'POST']);
      expect(Object.keys(headers).filter((name) => /^(access-control|webhook)-/.test(name))).toEqual([]);
    },
  );

  it('nothing of all this was recorded, or took a call to AWS beyond that for the secret', () => {
    expect(stack.keys()).toEqual([]);
    const operations = stack.calls
      .filter((call) => call.function === 'receive')
      .map((call) => call.operation);
    expect(new Set(operations)).toEqual(new Set(['GetSecretValue']));
  });

  it('an event is taken in either mode, whatever its query and its other headers ask for', async () => {
    const structured = await post(
      bytesOf('wire'),
      [json, ['x-http-method-override', 'DELETE']],
      '/events/hr?source=board&test=1',
    );
    const { data } = workforce;
    const body = Buffer.from(JSON.stringify({ ...data, subject: 'wire' }));
    const binary = await send(
      'POST',
      '/events/hr',
      [
        ...signed('msg_binary', body),
        ['Content-Type', 'Application/JSON; charset="UTF-8"'],
        ['CE-SpecVersion', '1.0'],
        ['CE-Type', 'gazette%2Egovernance.v1'],
        ['CE-Source', '"/hr/payroll"'],
        ['CE-Id', 'msg_binary'],
        ['CE-Subject', 'w%69re'],
      ],
      body,
    );
    expect([structured.status, binary.status]).toEqual([202, 202]);
    expect(stack.keys().filter((key) => key.endsWith('.event.json'))).toEqual([
      'releases/iec-electronics.wire/events/hr~msg_binary.event.json',
      `releases/iec-electronics.wire/events/hr~wire-${workforce.id}.event.json`,
    ]);
  });
});
