import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actKind } from '../../functions/domain/acts.ts';
import { schemes } from '../../functions/sources/schemes.ts';
import { sign } from '../../functions/sources/sign.ts';
import { readActExample } from '../../infra/contract/examples.ts';
import { openApiDocument } from '../../infra/contract/openapi.ts';
import { developmentSecrets } from '../../local/run.ts';
import { type Answered, readContract } from '../support/contract.ts';
import { readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';
import { delivery, receiver } from '../unit/receive/receiver.ts';

const [workforce] = readExamples('iec-2002');
if (workforce === undefined) throw new Error('no examples');

let stack: RunningStack;
let contract: ReturnType<typeof readContract>;
beforeAll(async () => {
  stack = await runStack();
  contract = readContract(await (await fetch(`${stack.baseUrl}/openapi.json`)).json());
});
afterAll(() => stack.stop());

type Headers = Record<string, string>;

const call = async (
  method: string,
  path: string,
  headers: Headers = {},
  body?: Buffer,
): Promise<Answered> => {
  const response = await fetch(`${stack.baseUrl}${path}`, {
    method,
    headers,
    ...(body && { body: new Uint8Array(body) }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  };
};

const bytesOf = (subject: string, change: object = {}): Buffer =>
  Buffer.from(JSON.stringify({ ...eventOf(workforce, subject), ...change }));

/** Posts bytes that are signed as their source would. */
const post = (bytes: Buffer, headers: Headers = {}, source = 'hr', signedBy = source): Promise<Answered> => {
  const secret = developmentSecrets()[signedBy] ?? '';
  const message = { id: 'msg_1', timestamp: new Date(), body: bytes };
  const type = { 'content-type': 'application/cloudevents+json' };
  const signed = sign(schemes['standard-webhooks'], secret, message);
  return call('POST', `/events/${source}`, { ...type, ...signed, ...headers }, bytes);
};

/** What a receiver in this process answers, for what the configuration of the stack does not let happen. */
const inProcess = async (event: ReturnType<typeof delivery>, perMinute = 600): Promise<Answered> => {
  const hr = { name: 'HR', scheme: 'standard-webhooks', companies: ['iec-electronics'] } as const;
  const sources = {
    hr: { ...hr, companies: [...hr.companies], allowedOrigins: ['hr.example.com'], perMinute },
  };
  const { answer } = receiver({ sources });
  if (perMinute === 1) await answer(event);
  const { statusCode = 0, headers, body = '' } = await answer(event);
  const texts = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]);
  return { status: statusCode, headers: Object.fromEntries(texts), text: body };
};

type Case = [name: string, status: number, kind: string, ask: () => Promise<Answered>];

const withBinary = { 'content-type': 'application/json', 'ce-id': 'another' };

const deliveries: Case[] = [
  // First, because secrets are kept once they were had.
  [
    'while secrets cannot be had',
    503,
    'unavailable',
    () => {
      stack.faults.add({ operation: 'GetSecretValue', answer: 503, times: 3 });
      return post(bytesOf('x'), {}, 'board');
    },
  ],
  ['a good event', 202, 'recorded', () => post(bytesOf('good'))],
  ['the same again', 202, 'known', () => post(bytesOf('good'))],
  [
    'the same id for another',
    409,
    'event-id-taken',
    () => post(bytesOf('good', { data: { ...workforce.data, headline: 'Other' } })),
  ],
  ['no body', 400, 'body-missing', () => post(Buffer.alloc(0))],
  ['what is not JSON', 400, 'json', () => post(Buffer.from('{'))],
  ['a name twice', 400, 'json-unsafe', () => post(Buffer.from('{"a":1,"a":2}'))],
  ['an id that came twice', 400, 'header', () => post(bytesOf('x'), { 'webhook-id': 'msg_1, msg_1' })],
  ['the secret of another source', 401, 'signature', () => post(bytesOf('x'), {}, 'hr', 'board')],
  ['no signature', 401, 'signature', () => call('POST', '/events/hr', {}, bytesOf('x'))],
  [
    'another company',
    403,
    'company',
    () => post(bytesOf('x', { data: { ...workforce.data, company: 'acme' } })),
  ],
  ['an unknown source', 404, 'source-unknown', () => post(bytesOf('x'), {}, 'nobody', 'hr')],
  ['too large a body', 413, 'body-too-large', () => post(Buffer.alloc(300_000, 0x20))],
  ['a body that API Gateway refuses', 413, 'message', () => post(Buffer.alloc(10 * 1024 * 1024 + 1, 0x20))],
  ['a compressed body', 415, 'content-encoding', () => post(bytesOf('x'), { 'content-encoding': 'gzip' })],
  [
    'a batch',
    415,
    'batch',
    () => post(bytesOf('x'), { 'content-type': 'application/cloudevents-batch+json' }),
  ],
  ['a text', 415, 'media-type', () => post(bytesOf('x'), { 'content-type': 'text/plain' })],
  ['an event without a time', 422, 'event-invalid', () => post(bytesOf('x', { time: undefined }))],
  [
    'an attribute that is not signed',
    422,
    'attribute-not-signed',
    () =>
      post(Buffer.from(JSON.stringify({ ...workforce.data, subject: 'x' })), {
        ...withBinary,
        'ce-specversion': '1.0',
        'ce-source': '/hr',
        'ce-type': 'gazette.governance.v1',
      }),
  ],
  ['more than its share', 429, 'rate', () => inProcess(delivery(bytesOf('x')), 1)],
  [
    'what cannot be written',
    500,
    'internal',
    () => {
      stack.faults.add({ operation: 'PutObject', subjectIncludes: 'broken', answer: 500, times: 20 });
      return post(bytesOf('broken'));
    },
  ],
];

/** The outcome or the problem that an answer tells of. */
const kindOf = (text: string): string => {
  const body = JSON.parse(text);
  return body.outcome ?? body.type?.replace('urn:gazette:problem:', '') ?? Object.keys(body)[0];
};

const statusesOf = (method: string, path: string): number[] =>
  Object.keys(readContract(openApiDocument()).operationOf(method, path).responses).map(Number);

describe('a delivery is answered as the contract says:', () => {
  it.each(deliveries)('%s (%i %s)', async (_, status, kind, ask) => {
    const answered = await ask();
    expect([answered.status, kindOf(answered.text)]).toEqual([status, kind]);
    expect(contract.breachesOf('POST', '/events/{source}', answered)).toEqual([]);
  });

  it('with each status but that of a wrong method, which no POST has', () => {
    const tried = new Set(deliveries.map(([, status]) => status));
    expect([...tried, 405].sort()).toEqual(statusesOf('POST', '/events/{source}'));
  });
});

describe('whoever asks first is answered as the contract says:', () => {
  const origin = { 'webhook-request-origin': 'hr.example.com' };
  it.each<Case>([
    ['yes', 200, '', () => inProcess({ ...delivery('', { method: 'OPTIONS' }), headers: origin })],
    ['no', 405, '', () => call('OPTIONS', '/events/hr', origin)],
  ])('%s (%i)', async (_, status, __, ask) => {
    const answered = await ask();
    expect(answered.status).toBe(status);
    expect(contract.breachesOf('OPTIONS', '/events/{source}', answered)).toEqual([]);
  });
});

describe('the contract', () => {
  it('is served as it was built, and not again to whoever has it', async () => {
    const first = await call('GET', '/openapi.json');
    expect(JSON.parse(first.text)).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
    const again = await call('GET', '/openapi.json', { 'if-none-match': first.headers['etag'] ?? '' });
    const posted = await call('POST', '/openapi.json');
    expect([first, again, posted].map(({ status }) => status)).toEqual([200, 304, 405]);
    for (const answered of [first, again, posted])
      expect(contract.breachesOf('GET', '/openapi.json', answered)).toEqual([]);
  });

  it('notices an answer that it does not know', () => {
    const strange = { status: 202, headers: { 'content-type': 'application/json' }, text: '{"known":true}' };
    expect(contract.breachesOf('POST', '/events/{source}', strange).length).toBeGreaterThan(2);
    expect(contract.breachesOf('POST', '/events/{source}', { ...strange, status: 418 })).toHaveLength(1);
  });

  it.each(actKind.options)('has an example of %s that is as it says and is recorded', async (kind) => {
    const bytes = Buffer.from(readActExample(kind));
    const source = JSON.parse(bytes.toString()).source.split('/')[1];
    expect(contract.faultsOf('Event', JSON.parse(bytes.toString()))).toEqual([]);
    const answered = await post(bytes, {}, source);
    expect([answered.status, kindOf(answered.text)]).toEqual([202, 'recorded']);
  });
});
