import * as v from 'valibot';
import type { Functions, RunningFunction } from './functions.ts';
import type { Log } from './log.ts';
import type { Queues, ReceivedMessage } from './queues.ts';
import { NotRunnable } from './template/not-runnable.ts';
import type { World } from './template/physical.ts';
import type { Resource, Resources } from './template/resource-types.ts';
import { messageOf } from './wire.ts';

/** Event source mappings that poll until they are stopped. */
export interface EventSources {
  /** The queues that something consumes; what lies in another stays there. */
  consumed: readonly string[];
  /** Batches that are being worked on. */
  running(): number;
  stop(): Promise<void>;
}

interface EventSourceOptions {
  resources: Resources;
  functions: Functions;
  queues: Queues;
  world: World;
  /** How long a message that failed stays hidden, instead of the visibility timeout of its queue. */
  retrySeconds?: number | undefined;
  log: Log;
}

const partialFailure = v.object({
  batchItemFailures: v.optional(v.nullable(v.array(v.object({ itemIdentifier: v.string() }))), []),
});

const toRecord = (message: ReceivedMessage, queueArn: string, region: string) => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes,
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes).map(([name, { DataType, StringValue }]) => [
      name,
      { dataType: DataType, stringValue: StringValue, stringListValues: [], binaryListValues: [] },
    ]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
});

/** The ids that a partial batch response names; undefined where Lambda would take the whole batch for failed. */
const failuresIn = (payload: string, ids: readonly string[]): readonly string[] | undefined => {
  const parsed = v.safeParse(partialFailure, JSON.parse(payload) ?? {});
  if (!parsed.success) return undefined;
  const failed = (parsed.output.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => ids.includes(id)) ? failed : undefined;
};

/** Starts to poll: each batch is one invocation, what succeeded is deleted, what failed comes back until its queue gives it up. */
export const startEventSources = ({
  resources,
  functions,
  queues,
  world,
  retrySeconds,
  log,
}: EventSourceOptions): EventSources => {
  let stopped = false;
  let running = 0;

  const work = async (
    arn: string,
    fn: RunningFunction,
    messages: readonly ReceivedMessage[],
    partial: boolean,
  ) => {
    const Records = messages.map((message) => toRecord(message, arn, world.region));
    const result = await fn.pool.invoke({ Records }, { wait: true });
    const ids = messages.map(({ MessageId }) => MessageId);
    const failed = !result.ok ? undefined : partial ? failuresIn(result.payload, ids) : [];
    if (result.ok && failed === undefined)
      log('stack', fn.name, 'its batchItemFailures are not as they should be: the whole batch failed');
    for (const message of messages) {
      if (failed !== undefined && !failed.includes(message.MessageId)) await queues.delete(arn, message);
      else if (retrySeconds !== undefined) await queues.hide(arn, message, retrySeconds);
    }
  };

  const poll = async ({ properties, id }: Resource<'AWS::Lambda::EventSourceMapping'>) => {
    const { EventSourceArn: arn, BatchSize, ScalingConfig, FunctionResponseTypes } = properties;
    const fn = functions.named(properties.FunctionName, id);
    const batches = new Set<Promise<void>>();
    while (!stopped) {
      if (batches.size >= ScalingConfig.MaximumConcurrency) await Promise.race(batches);
      const messages = await queues.receive(arn, BatchSize);
      if (messages.length === 0 || stopped) continue;
      running += 1;
      const batch = work(arn, fn, messages, FunctionResponseTypes.length > 0)
        // Once the stack stops, messages go down with their queues.
        .catch((error) => {
          if (!stopped) log('stack', fn.name, `its queue: ${messageOf(error)}`);
        })
        .finally(() => {
          running -= 1;
          batches.delete(batch);
        });
      batches.add(batch);
    }
    await Promise.all(batches);
  };

  const mappings = resources('AWS::Lambda::EventSourceMapping');
  for (const { id, properties } of mappings) {
    const queue = resources('AWS::SQS::Queue').find(
      ({ attributes }) => attributes['Arn'] === properties.EventSourceArn,
    );
    if (queue === undefined)
      throw new NotRunnable(id, `${properties.EventSourceArn} is no queue of the template`);
    const { timeoutSeconds, name } = functions.named(properties.FunctionName, id);
    if (queue.properties.VisibilityTimeout < timeoutSeconds)
      throw new NotRunnable(
        id,
        `Lambda refuses a queue that hides messages for less time than ${name} may take`,
      );
  }
  const pollers = mappings.map(poll);
  return {
    consumed: mappings.map(({ properties }) => properties.EventSourceArn),
    running: () => running,
    stop: async () => {
      stopped = true;
      await Promise.all(pollers);
    },
  };
};
