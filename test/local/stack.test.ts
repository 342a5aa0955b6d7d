import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stack, startStack } from '../../local/stack.ts';
import { isAlive, temporary, writeAssembly } from './assembly.ts';
import { miniature } from './miniature.ts';

// Each event that is posted becomes an object, whose notification becomes another; no SDK, to start quickly.
const source = `
const put = (key, body) => fetch(process.env.AWS_ENDPOINT_URL + '/' + process.env.LEDGER + '/' + key, {
  method: 'PUT', body,
  headers: {
    'if-none-match': '*', 'content-type': 'application/json', 'x-amz-security-token': process.env.AWS_SESSION_TOKEN,
    authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20260101/local/s3/aws4_request',
  },
});
export const handler = async (event) => {
  if (event.scope === 'pid') return process.pid;
  if (event.scope) { console.log('scope ' + event.scope); return event.scope; }
  if (event.Records) {
    const failures = [];
    for (const { body, messageId } of event.Records) {
      const { key } = JSON.parse(body).Records[0].s3.object;
      if (key.includes('bad')) failures.push({ itemIdentifier: messageId });
      else await put(key.replace('.event.json', '.done.json'), '{"done":true}');
    }
    return { batchItemFailures: failures };
  }
  const key = 'releases/' + event.pathParameters.source + '.event.json';
  const { status } = await put(key, event.body);
  return { statusCode: status === 412 ? 202 : status, body: process.env.BASE_URL };
};`;

const dataDirectory = temporary();
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({
    assemblyDirectory: writeAssembly(miniature(), { work: source }),
    stackName: 'Test',
    dataDirectory,
    port: 0,
    settleSeconds: 0.05,
    retrySeconds: 0.01,
    secrets: {},
  });
});
afterAll(() => stack.stop());

const post = (name: string) =>
  fetch(`${stack.baseUrl}/events/${name}`, {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json' },
  });

describe('a running stack', () => {
  test('carries an event from the API through function, bucket and queue to the function again', async () => {
    const response = await post('one');
    expect([response.status, await response.text()]).toEqual([200, stack.baseUrl]);
    await stack.idle();
    expect(readFileSync(join(stack.buckets.ledger.directory, 'releases/one.event.json'), 'utf8')).toBe(
      '{"a":1}',
    );
    expect(readFileSync(join(stack.buckets.ledger.directory, 'releases/one.done.json'), 'utf8')).toBe(
      '{"done":true}',
    );
    expect(stack.outputs).toEqual({ Address: stack.baseUrl });
  });

  test('writes a key once, however often and at once it is asked to', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('race').then(({ status }) => status)),
    );
    expect(answers.toSorted()).toEqual([200, 202, 202, 202, 202, 202, 202, 202]);
    await stack.idle();
  });

  test('moves what a function cannot do to the dead-letter queue', async () => {
    await post('bad');
    await stack.idle();
    expect(await stack.queueDepths()).toMatchObject({ work: { visible: 0 }, dead: { visible: 1 } });
  });

  test('kills a process right after a call that a test names, and the work is done again', async () => {
    stack.faults.add({ operation: 'PutObject', subjectIncludes: 'crash.done', answer: 'crash' });
    await post('crash');
    await stack.idle();
    const puts = stack.calls.filter(({ resource }) => resource.endsWith('crash.done.json'));
    expect(puts.map(({ status }) => status)).toEqual([200, 412]);
    expect(stack.logs.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('failed with Runtime.ExitError'),
    );
  });

  test('runs a schedule when it is fired, and keeps what functions write in a file', async () => {
    await stack.fire('every-day');
    // What a process prints and what it answers come by ways of their own.
    await expect
      .poll(() => readFileSync(join(dataDirectory, 'logs', 'function.log'), 'utf8'))
      .toContain('scope ledger\n');
  });

  test('shows what lies in its buckets', async () => {
    const page = await (await fetch(stack.ledgerUrl)).text();
    const [, href = ''] =
      /href="([^"]*one\.event\.json)"/.exec(
        page.replaceAll('&#x2F;', '/').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
      ) ?? [];
    const object = await fetch(stack.baseUrl + href);
    expect([object.headers.get('content-type'), await object.text()]).toEqual([
      'text/plain; charset=utf-8',
      '{"a":1}',
    ]);
    for (const path of [
      'nothing',
      'object?bucket=ledger&key=../../x',
      'object?bucket=none&key=x',
      'object?bucket=constructor&key=x',
    ])
      expect((await fetch(`${stack.baseUrl}/_local/${path}`)).status).toBe(404);
    expect((await fetch(stack.ledgerUrl, { method: 'POST' })).status).toBe(405);
  });

  test.each([
    ['localhost:3000', 200],
    ['127.0.0.1', 200],
    ['[::1]:3000', 200],
    ['rebound.example.com', 403],
    ['localhost.example.com', 403],
  ])('answers %s, as the host of its own pages, with %i', async (host, status) => {
    const answer = await new Promise((resolve, reject) =>
      get(stack.inboxUrl, { headers: { host } }, ({ statusCode }) => resolve(statusCode)).on('error', reject),
    );
    expect(answer).toBe(status);
  });

  test('listens on 127.0.0.1 only, and refuses a port that is taken', async () => {
    const port = Number(new URL(stack.baseUrl).port);
    const again = startStack({ assemblyDirectory: '', stackName: '', dataDirectory, port, secrets: {} });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('answers nobody, and leaves no process behind, once it is stopped', async () => {
    const pid = Number(await stack.invoke('function', { scope: 'pid' }));
    await stack.stop();
    await expect(fetch(stack.baseUrl)).rejects.toThrow();
    await expect(fetch(stack.client.endpoint)).rejects.toThrow();
    expect(isAlive(pid)).toBe(false);
  });
});

describe('a stack that is stopped as soon as it runs', () => {
  test('does not wait for its queues to be asked in vain', async () => {
    const assemblyDirectory = writeAssembly(miniature(), { work: source });
    const brief = await startStack({
      assemblyDirectory,
      stackName: 'Test',
      dataDirectory: temporary(),
      port: 0,
      secrets: {},
    });
    const before = performance.now();
    await brief.stop();
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('npm start', () => {
  const run = (command: 'start' | 'demo', ...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, `../../local/${command}.ts`), ...args], {
      encoding: 'utf8',
    });
  const start = (...args: string[]) => run('start', ...args);

  test('explains itself, and an option that it does not know', () => {
    expect(start('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--settle SECONDS') });
    expect(start('--prot', '1')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^There is no option --prot\.\n\nRuns Gazette/),
    });
    expect(start('--port', 'x')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--port takes a number'),
    });
  });

  test('and npm run demo refuse a port that is no number alike', () => {
    expect(run('demo', '--port', 'abc')).toMatchObject({ status: 2, stderr: '--port takes a number\n' });
  });
});
