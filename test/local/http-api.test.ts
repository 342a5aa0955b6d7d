import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpApi } from '../../local/http-api/http-api.ts';
import { createRouter } from '../../local/http-api/routes.ts';
import type { InvocationResult } from '../../local/runtime/execution-environment.ts';
import { Throttled } from '../../local/runtime/pool.ts';
import { type Listener, listen } from '../../local/wire.ts';
import { world } from './assembly.ts';

let events: unknown[] = [];
let answer: () => InvocationResult;
let listener: Listener;
let origin: string;

const returns = (value: unknown) => {
  answer = () => ({ ok: true, payload: JSON.stringify(value) });
};

beforeAll(async () => {
  const target = {
    name: 'test',
    arn: 'arn',
    timeoutSeconds: 3,
    pool: {
      invoke: async (event: unknown) => {
        events.push(event);
        return answer();
      },
      pending: () => 0,
      crash: () => {},
      stop: async () => {},
    },
  };
  const routes = ['ANY /events/{source}', 'GET /files/{path+}'].map((routeKey) => ({ routeKey, target }));
  listener = await listen(createHttpApi({ id: 'api', routes }, world));
  origin = `http://localhost:${listener.port}`;
});

afterAll(() => listener.close());

const send = async (
  path: string,
  init: RequestInit = {},
): Promise<{ event: unknown; response: Response }> => {
  events = [];
  returns({ statusCode: 204 });
  const response = await fetch(origin + path, init);
  return { event: events[0], response };
};

describe('the event that a request becomes', () => {
  test('is that of payload format 2.0', async () => {
    const { event } = await send('/events/a%20b?x=1&y=2&x=3&z', {
      headers: { 'X-One': '1', cookie: 'a=1; b=2', 'user-agent': 'test' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /events/{source}',
      rawPath: '/events/a b',
      rawQueryString: 'x=1&y=2&x=3&z',
      queryStringParameters: { x: '1,3', y: '2', z: '' },
      pathParameters: { source: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: {
        'x-one': '1',
        host: `localhost:${listener.port}`,
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
      },
      requestContext: {
        accountId: world.account,
        apiId: 'api',
        domainName: 'localhost',
        http: {
          method: 'GET',
          path: '/events/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: 'ANY /events/{source}',
        stage: '$default',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      isBase64Encoded: false,
    });
    expect(event).not.toHaveProperty('headers.cookie');
    expect(event).not.toHaveProperty('body');
  });

  test('has no part for what the request has not', async () => {
    const { event } = await send('/events/a');
    for (const part of ['cookies', 'queryStringParameters', 'body']) expect(event).not.toHaveProperty(part);
  });

  const bytes = Buffer.from([0, 255, 10, 13]);
  test.each([
    ['application/json; charset=utf-8', 'text'],
    ['text/plain', 'text'],
    ['application/xml', 'text'],
    ['application/javascript', 'text'],
    ['application/cloudevents+json', 'base64'],
    ['application/x-www-form-urlencoded', 'base64'],
    ['application/octet-stream', 'base64'],
    [undefined, 'base64'],
  ])('holds a body of type %s as %s', async (type, form) => {
    const body = Buffer.from('{"ä": "☃"}\r\n ');
    const { event } = await send('/events/a', {
      method: 'POST',
      body,
      headers: type === undefined ? {} : { 'content-type': type },
    });
    expect(event).toMatchObject({
      isBase64Encoded: form === 'base64',
      body: body.toString(form === 'text' ? 'utf8' : 'base64'),
    });
  });

  test('holds bytes that are not the text they are called in base64, and so unharmed', async () => {
    const { event } = await send('/events/a', {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'text/plain' },
    });
    expect(event).toMatchObject({ isBase64Encoded: true, body: bytes.toString('base64') });
  });
});

describe('the answer that a function gives', () => {
  const answerTo = async (value: unknown, init: RequestInit = {}) => {
    returns(value);
    return fetch(`${origin}/events/a`, init);
  };

  test('is sent with its status, headers, cookies and body', async () => {
    const response = await answerTo(
      { statusCode: 303, headers: { Location: '/x', 'X-N': 1 }, cookies: ['a=1', 'b=2'], body: '☃' },
      { redirect: 'manual' },
    );
    expect([response.status, response.headers.get('location'), response.headers.get('x-n')]).toEqual([
      303,
      '/x',
      '1',
    ]);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(await response.text()).toBe('☃');
  });

  test('is decoded if it is in base64', async () => {
    const response = await answerTo({ statusCode: 200, body: 'AP8=', isBase64Encoded: true });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255]));
  });

  test('is the body of a 200 in JSON if it has no status', async () => {
    const response = await answerTo({ a: 1 });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/json',
      '{"a":1}',
    ]);
    expect(await (await answerTo('plain')).text()).toBe('plain');
  });

  test.each([{ statusCode: 'no' }, { statusCode: 200, body: 7 }, { statusCode: 200, headers: 'x' }])(
    'is a 500 if it is not one: %j',
    async (value) => {
      const response = await answerTo(value);
      expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    },
  );

  test('has no body if HEAD was asked', async () => {
    expect(await (await answerTo({ statusCode: 200, body: 'x' }, { method: 'HEAD' })).text()).toBe('');
  });

  test('is a 500 when the function fails, without a word of why', async () => {
    answer = () => ({ ok: false, errorType: 'RangeError', errorMessage: 'inside' });
    const response = await fetch(`${origin}/events/a`);
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  test('is a 503 when the function is throttled', async () => {
    answer = () => {
      throw new Throttled();
    };
    expect((await fetch(`${origin}/events/a`)).status).toBe(503);
  });

  test('is a 413 without asking the function when the body has more than 10 MB', async () => {
    const { event, response } = await send('/events/a', {
      method: 'POST',
      body: new Uint8Array(10 * 1024 * 1024 + 1),
    });
    expect([event, response.status]).toEqual([undefined, 413]);
  });
});

describe('a route', () => {
  const route = createRouter(
    ['ANY /a/{x}', 'GET /a/{x}', 'ANY /a/fixed', 'ANY /a/{rest+}', '$default'].map((routeKey) => ({
      routeKey,
      target: 0,
    })),
  );

  test.each([
    ['GET', '/a/1', 'GET /a/{x}', { x: '1' }],
    ['POST', '/a/1', 'ANY /a/{x}', { x: '1' }],
    ['GET', '/a/fixed', 'ANY /a/fixed', {}],
    ['GET', '/a/1/2%2F3', 'ANY /a/{rest+}', { rest: '1/2/3' }],
    ['GET', '/b', '$default', {}],
    ['GET', '/a/', '$default', {}],
  ])('is the most specific one that fits: %s %s', (method, path, routeKey, pathParameters) => {
    expect(route(method, path)).toMatchObject({ routeKey, pathParameters });
  });

  test('that does not exist is a 404', async () => {
    for (const path of ['/', '/events', '/events/a/b', '/nothing']) {
      const response = await fetch(origin + path);
      expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}']);
    }
    expect((await fetch(`${origin}/files/a`, { method: 'POST' })).status).toBe(404);
  });
});
