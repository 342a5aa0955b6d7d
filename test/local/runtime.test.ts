import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createPool, type FunctionPool, type PoolOptions, Throttled } from '../../local/runtime/pool.ts';
import { bundle, isAlive } from './assembly.ts';

const pools: FunctionPool[] = [];
const lines: string[] = [];

const start = (source: string, settings: object = {}, options: Partial<PoolOptions> = {}): FunctionPool => {
  const pool = createPool({
    settings: {
      name: 'test',
      arn: 'arn:aws:lambda:local:000000000000:function:test',
      directory: bundle(source),
      handler: 'index.handler',
      timeoutSeconds: 5,
      memoryMegabytes: 128,
      variables: { GIVEN: 'yes' },
      ...settings,
    },
    onLine: (line) => lines.push(line),
    ...options,
  });
  pools.push(pool);
  return pool;
};

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.stop();
  lines.length = 0;
});

const payload = async (pool: FunctionPool, event: unknown = {}): Promise<unknown> => {
  const result = await pool.invoke(event);
  if (!result.ok) throw new Error(`${result.errorType}: ${result.errorMessage}`);
  return JSON.parse(result.payload);
};

describe('a function', () => {
  test('is given its event and what Lambda tells of the invocation, and answers with JSON', async () => {
    const pool = start(
      `export const handler = async (event, context) => ({
      event, name: context.functionName, arn: context.invokedFunctionArn, memory: context.memoryLimitInMB,
      id: context.awsRequestId.length, left: context.getRemainingTimeInMillis() });`,
      { variables: { AWS_LAMBDA_FUNCTION_NAME: 'Test' } },
    );
    expect(await payload(pool, { ä: ['☃'] })).toMatchObject({
      event: { ä: ['☃'] },
      name: 'Test',
      arn: 'arn:aws:lambda:local:000000000000:function:test',
      memory: '128',
      id: 36,
      left: expect.closeTo(5000, -3),
    });
  });

  test('has the environment of its template and of Lambda, and none of this machine', async () => {
    process.env['SECRET_OF_THIS_MACHINE'] = 'x';
    const pool = start(
      'export const handler = () => ({ names: Object.keys(process.env), cwd: process.cwd(), root: process.env.LAMBDA_TASK_ROOT });',
    );
    const seen = await payload(pool);
    delete process.env['SECRET_OF_THIS_MACHINE'];
    expect(seen).toMatchObject({
      names: expect.arrayContaining(['GIVEN', 'AWS_SESSION_TOKEN', 'AWS_LAMBDA_RUNTIME_API']),
    });
    expect(seen).not.toMatchObject({ names: expect.arrayContaining(['SECRET_OF_THIS_MACHINE']) });
    expect(seen).not.toMatchObject({ names: expect.arrayContaining(['HOME']) });
  });

  test('keeps its process, and what that remembers, from one invocation to the next', async () => {
    const pool = start('let n = 0; export const handler = () => ({ n: ++n, pid: process.pid });');
    const first = await payload(pool);
    expect(await payload(pool)).toEqual({ ...Object(first), n: 2 });
  });

  test('that returns nothing returns null', async () => {
    expect(await payload(start('export const handler = async () => {};'))).toBeNull();
  });

  test('that throws fails with its error, and goes on', async () => {
    const pool = start(
      `let n = 0; export const handler = async () => { if (n++ === 0) throw new RangeError('no'); return n; };`,
    );
    expect(await pool.invoke({})).toEqual({ ok: false, errorType: 'RangeError', errorMessage: 'no' });
    expect(await payload(pool)).toBe(2);
  });

  test('that takes too long is killed, and the next invocation has a new process', async () => {
    const pool = start(
      `export const handler = async ({ slow }) => { if (slow) await new Promise((r) => setTimeout(r, 10_000)); return process.pid; };`,
      { timeoutSeconds: 0.3 },
    );
    const before = Number(await payload(pool));
    expect(await pool.invoke({ slow: true })).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: 'Task timed out after 0.30 seconds',
    });
    expect(isAlive(before)).toBe(false);
    expect(await payload(pool)).not.toBe(before);
  });

  test('that never yields is killed too', async () => {
    const pool = start('export const handler = () => { for (;;); };', { timeoutSeconds: 0.3 });
    expect(await pool.invoke({})).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  test('whose process exits fails, and the next invocation has a new one', async () => {
    const pool = start(
      'export const handler = ({ exit }) => { if (exit) process.exit(3); return "alive"; };',
    );
    expect(await pool.invoke({ exit: true })).toMatchObject({ ok: false, errorType: 'Runtime.ExitError' });
    expect(await payload(pool)).toBe('alive');
  });

  test('that cannot be loaded fails with the reason', async () => {
    const pool = start(`throw new TypeError('no environment');`);
    expect(await pool.invoke({})).toEqual({
      ok: false,
      errorType: 'TypeError',
      errorMessage: 'no environment',
    });
    expect(await start('export const other = 1;').invoke({})).toMatchObject({
      errorMessage: 'index.handler is not a function',
    });
  });

  test('runs in as many processes as there are invocations at once', async () => {
    const pool = start(
      'export const handler = async () => { await new Promise((r) => setTimeout(r, 300)); return process.pid; };',
    );
    const pids = await Promise.all([payload(pool), payload(pool), payload(pool)]);
    expect(new Set(pids).size).toBe(3);
    expect(pool.pending()).toBe(0);
  });

  test('waits for a process when no more are to be had', async () => {
    const pool = start('let n = 0; export const handler = () => ++n;', {}, { maxProcesses: 1 });
    expect(await Promise.all([payload(pool), payload(pool), payload(pool)])).toEqual([1, 2, 3]);
  });

  test('is throttled beyond its reserved concurrency, unless the caller will wait', async () => {
    const pool = start('let n = 0; export const handler = () => ++n;', {}, { reservedConcurrency: 1 });
    const [first, refused, waited] = [pool.invoke({}), pool.invoke({}), pool.invoke({}, { wait: true })];
    await expect(refused).rejects.toBeInstanceOf(Throttled);
    expect([await first, await waited]).toMatchObject([{ payload: '1' }, { payload: '2' }]);
  });

  test('leaves its lines in the log, those before a crash included', async () => {
    const pool = start(
      `export const handler = () => { console.log('one'); console.error('two'); process.exit(1); };`,
    );
    await pool.invoke({});
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  test('does not outlive its pool', async () => {
    const pool = start('export const handler = () => process.pid;');
    const pid = Number(await payload(pool));
    await pool.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('that is just being started when its pool is stopped does not outlive it either', async () => {
    const pool = start('export const handler = () => 1;');
    const invoked = pool.invoke({});
    await pool.stop();
    expect([await invoked, await pool.invoke({})]).toMatchObject([{ ok: false }, { errorType: 'Stopped' }]);
    expect(pool.pending()).toBe(0);
  });

  test('does not outlive a parent that is killed, even in the middle of an invocation', async () => {
    const parent = spawn(process.execPath, [
      join(import.meta.dirname, 'orphan-maker.ts'),
      bundle(
        'export const handler = async () => { console.log(process.pid); await new Promise((r) => setTimeout(r, 60_000)); };',
      ),
    ]);
    const [output] = await once(parent.stdout, 'data');
    const pid = Number(String(output));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 3000 }).toBe(false);
  });
});
