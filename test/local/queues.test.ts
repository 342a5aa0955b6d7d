import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { watchActivity } from '../../local/activity.ts';
import { startEventSources } from '../../local/event-sources.ts';
import type { Functions } from '../../local/functions.ts';
import { createQueues } from '../../local/queues.ts';
import type { InvocationResult } from '../../local/runtime/execution-environment.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { world, writeAssembly } from './assembly.ts';

interface Record {
  messageId: string;
  body: string;
  eventSourceARN: string;
  attributes: { ApproximateReceiveCount: string };
}
type Work = (records: readonly Record[]) => unknown;

const arnOf = (id: string) => `arn:aws:sqs:local:000000000000:Test-${id}`;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const isEvent = (event: unknown): event is { Records: Record[] } =>
  typeof event === 'object' && event !== null && 'Records' in event;

const start = async (
  work: Work,
  { queue = {}, mapping = {}, settleSeconds = 0, retrySeconds = 0.02 } = {},
) => {
  const { resources } = loadTemplate(
    writeAssembly({
      Resources: {
        Dead: { Type: 'AWS::SQS::Queue' },
        Work: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
            ...queue,
          },
        },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: arnOf('Work'),
            FunctionName: 'work',
            FunctionResponseTypes: ['ReportBatchItemFailures'],
            ScalingConfig: { MaximumConcurrency: 5 },
            ...mapping,
          },
        },
      },
    }),
    'Test',
    world,
  );
  const batches: Record[][] = [];
  let running = 0;
  const invoke = async (event: unknown): Promise<InvocationResult> => {
    const records = isEvent(event) ? event.Records : [];
    batches.push(records);
    running += 1;
    try {
      return { ok: true, payload: JSON.stringify((await work(records)) ?? null) };
    } catch (error) {
      return { ok: false, errorType: 'Error', errorMessage: String(error) };
    } finally {
      running -= 1;
    }
  };
  const pool = { invoke, pending: () => running, crash: () => {}, stop: async () => {} };
  const fn = { name: 'work', arn: 'arn', timeoutSeconds: 3, pool };
  const functions: Functions = {
    all: [fn],
    callers: new Map(),
    named: () => fn,
    invoke: async () => {},
    crash: () => {},
    stop: async () => {},
  };
  const queues = await createQueues(resources('AWS::SQS::Queue'), world, settleSeconds);
  const sources = startEventSources({ resources, functions, queues, world, retrySeconds, log: () => {} });
  stops.push(async () => {
    const stopped = sources.stop();
    await queues.stop();
    await stopped;
  });
  const { idle } = watchActivity(functions, sources, queues);
  return { queues, batches, idle, send: (body: string) => queues.send(arnOf('Work'), body) };
};

const failing =
  (...bodies: string[]): Work =>
  (records) => ({
    batchItemFailures: records
      .filter(({ body }) => bodies.includes(body))
      .map(({ messageId }) => ({ itemIdentifier: messageId })),
  });
const empty = { visible: 0, inFlight: 0, delayed: 0 };

describe('a queue that a function consumes', () => {
  test('gives it each message once, in an event as of SQS, and is then empty', async () => {
    const { send, batches, idle, queues } = await start(() => undefined);
    await send('one');
    await idle();
    expect(batches).toMatchObject([
      [
        {
          body: 'one',
          eventSource: 'aws:sqs',
          eventSourceARN: arnOf('Work'),
          awsRegion: 'local',
          attributes: { ApproximateReceiveCount: '1' },
        },
      ],
    ]);
    expect(await queues.depths()).toEqual({ work: empty, dead: empty });
  });

  test('gives up a message that fails for the third time, and lets the others of its batch go', async () => {
    const { send, batches, idle, queues } = await start(failing('bad'));
    await Promise.all([send('good'), send('bad'), send('fine')]);
    await idle();
    const tries = batches.flat().map(({ body }) => body);
    expect(tries.toSorted()).toEqual(['bad', 'bad', 'bad', 'fine', 'good']);
    expect(await queues.depths()).toEqual({ work: empty, dead: { ...empty, visible: 1 } });
  });

  test('takes a whole batch for failed when the function throws', async () => {
    const { send, batches, idle, queues } = await start(() => {
      throw new Error('no');
    });
    await send('one');
    await idle();
    expect(batches).toHaveLength(3);
    expect(await queues.depth(arnOf('Dead'))).toEqual({ ...empty, visible: 1 });
  });

  test.each([
    { batchItemFailures: [{ itemIdentifier: 'unknown' }] },
    { batchItemFailures: [{ itemIdentifier: '' }] },
    { batchItemFailures: [{}] },
    'text',
  ])('takes a whole batch for failed when its answer is not one: %j', async (answer) => {
    const { send, batches, idle } = await start(() => answer);
    await send('one');
    await idle();
    expect(batches).toHaveLength(3);
  });

  test.each([null, {}, { batchItemFailures: [] }, { batchItemFailures: null }])(
    'takes %j for success',
    async (answer) => {
      const { send, batches, idle } = await start(() => answer);
      await send('one');
      await idle();
      expect(batches).toHaveLength(1);
    },
  );

  test('does not read an answer that its mapping does not announce', async () => {
    const { send, batches, idle } = await start(failing('bad'), { mapping: { FunctionResponseTypes: [] } });
    await send('bad');
    await idle();
    expect(batches).toHaveLength(1);
  });

  test('has at most as many batches worked on at once as its mapping allows', async () => {
    let [running, most] = [0, 0];
    const work: Work = async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(20);
      running -= 1;
    };
    const { send, batches, idle } = await start(work, {
      mapping: { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } },
    });
    await Promise.all(Array.from({ length: 6 }, (_, message) => send(String(message))));
    await idle();
    expect([batches.length, most]).toEqual([6, 2]);
  });

  test('hands a message over within 50 ms of its becoming visible', async () => {
    const seen: number[] = [];
    const { send, idle } = await start(() => void seen.push(Date.now()));
    await sleep(30);
    const sent = Date.now();
    await send('one');
    await idle();
    expect((seen[0] ?? 0) - sent).toBeLessThan(50);
  });

  test('holds messages back for the time that settles, which stands in for the delay of the template', async () => {
    const seen: number[] = [];
    const { send, idle, queues } = await start(() => void seen.push(Date.now()), {
      queue: { DelaySeconds: 60 },
      settleSeconds: 0.25,
    });
    const sent = Date.now();
    await send('one');
    expect(await queues.depth(arnOf('Work'))).toEqual({ ...empty, delayed: 1 });
    await idle();
    expect((seen[0] ?? 0) - sent).toBeGreaterThanOrEqual(245);
    expect((seen[0] ?? 0) - sent).toBeLessThan(500);
  });

  test('is not idle while a message that failed is still hidden', async () => {
    const { send, idle } = await start(failing('bad'), { retrySeconds: 5 });
    await send('bad');
    await expect(idle(200)).rejects.toThrow('Not idle in time');
  });

  test('must hide messages for as long as its function may take: AWS refuses it otherwise', async () => {
    await expect(start(() => null, { queue: { VisibilityTimeout: 2 } })).rejects.toThrow(
      'hides messages for less time',
    );
  });
});
