import { buildApp } from 'fauxqs';
import * as v from 'valibot';
import type { World } from './template/physical.ts';
import type { Resource } from './template/resource-types.ts';
import type { WireHandler } from './wire.ts';

const receivedMessage = v.object({
  MessageId: v.string(),
  ReceiptHandle: v.string(),
  Body: v.string(),
  MD5OfBody: v.string(),
  Attributes: v.optional(v.record(v.string(), v.string()), {}),
  MessageAttributes: v.optional(
    v.record(v.string(), v.object({ DataType: v.string(), StringValue: v.optional(v.string()) })),
    {},
  ),
});

/** A message that was received, and is now hidden from others. */
export type ReceivedMessage = v.InferOutput<typeof receivedMessage>;

/** How many messages a queue holds. */
export interface QueueDepth {
  visible: number;
  inFlight: number;
  delayed: number;
}

/** SQS: the queues of the template, in memory. */
export interface Queues {
  /** SQS as an SDK sees it. */
  handle: WireHandler;
  send(arn: string, body: string): Promise<void>;
  /** Waits up to 20 seconds for messages; an empty list after that, or when the queues are stopped. */
  receive(arn: string, most: number): Promise<ReceivedMessage[]>;
  delete(arn: string, message: ReceivedMessage): Promise<void>;
  hide(arn: string, message: ReceivedMessage, seconds: number): Promise<void>;
  depth(arn: string): Promise<QueueDepth>;
  /** By label: `draft-queue`, `draft-dead-letters`. */
  depths(): Promise<Record<string, QueueDepth>>;
  stop(): Promise<void>;
}

const depthAttributes = v.object({
  Attributes: v.pipe(
    v.object({
      ApproximateNumberOfMessages: v.string(),
      ApproximateNumberOfMessagesNotVisible: v.string(),
      ApproximateNumberOfMessagesDelayed: v.string(),
    }),
    v.transform((counts) => ({
      visible: Number(counts.ApproximateNumberOfMessages),
      inFlight: Number(counts.ApproximateNumberOfMessagesNotVisible),
      delayed: Number(counts.ApproximateNumberOfMessagesDelayed),
    })),
  ),
});

const sendBody = v.looseObject({ QueueUrl: v.string(), DelaySeconds: v.optional(v.number()) });
const batchBody = v.looseObject({
  QueueUrl: v.string(),
  Entries: v.array(v.looseObject({ DelaySeconds: v.optional(v.number()) })),
});
const nameIn = (url: string) => url.split('/').at(-1) ?? '';

/** Makes the queues. `settleSeconds`, which may be a fraction, stands in for any delay that the template gives a queue. */
export const createQueues = async (
  resources: readonly Resource<'AWS::SQS::Queue'>[],
  world: World,
  settleSeconds?: number,
): Promise<Queues> => {
  const app = buildApp({ logger: false, defaultRegion: world.region });
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20000101/${world.region}/sqs/aws4_request`;
  // In process: fauxqs needs no port of its own, and so nobody can get past the gateway.
  const post = (target: string, payload: string | Buffer) =>
    app.inject({
      method: 'POST',
      url: '/',
      headers: { authorization, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
      payload,
    });
  const call = async (operation: string, body: object): Promise<unknown> => {
    const { statusCode, payload } = await post(`AmazonSQS.${operation}`, JSON.stringify(body));
    if (statusCode !== 200) throw new Error(`${operation} failed: ${payload}`);
    return JSON.parse(payload);
  };

  const delays = new Map<string, number>();
  const arns = new Map<string, string>();
  const urlOf = (arn: string) => ({ QueueUrl: `http://localhost/${world.account}/${arn.split(':').at(-1)}` });
  for (const { label, name, attributes, properties } of resources) {
    const { VisibilityTimeout, RedrivePolicy, DelaySeconds } = properties;
    // SQS takes whole seconds for a queue, and any number for a message: so the delay is given with each message.
    delays.set(name, DelaySeconds > 0 ? (settleSeconds ?? DelaySeconds) : 0);
    arns.set(label, attributes['Arn'] ?? '');
    await call('CreateQueue', {
      QueueName: name,
      Attributes: {
        VisibilityTimeout: String(VisibilityTimeout),
        ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
      },
    });
  }

  const delayed = (target: string, body: Buffer): string => {
    const json: unknown = JSON.parse(body.toString());
    const withDelay = <T extends { DelaySeconds?: number | undefined }>(message: T, url: string) => ({
      ...message,
      DelaySeconds: message.DelaySeconds ?? delays.get(nameIn(url)) ?? 0,
    });
    if (target === 'AmazonSQS.SendMessage') {
      const message = v.parse(sendBody, json);
      return JSON.stringify(withDelay(message, message.QueueUrl));
    }
    if (target !== 'AmazonSQS.SendMessageBatch') return JSON.stringify(json);
    const batch = v.parse(batchBody, json);
    return JSON.stringify({
      ...batch,
      Entries: batch.Entries.map((entry) => withDelay(entry, batch.QueueUrl)),
    });
  };

  const depth = async (arn: string) => {
    const all = await call('GetQueueAttributes', { ...urlOf(arn), AttributeNames: ['All'] });
    return v.parse(depthAttributes, all).Attributes;
  };

  const stop = async () => {
    // To close ends the long polls that have begun; one that is still on its way in would outlast it by 20 seconds.
    await call('ListQueues', {});
    await app.close();
  };
  let stopping: Promise<void> | undefined;

  return {
    handle: async ({ headers, body }) => {
      const target = headers['x-amz-target'] ?? '';
      const { statusCode, payload } = await post(target, delayed(target, body));
      return { status: statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: payload };
    },
    send: async (arn, MessageBody) => {
      const DelaySeconds = delays.get(arn.split(':').at(-1) ?? '') ?? 0;
      await call('SendMessage', { ...urlOf(arn), MessageBody, DelaySeconds });
    },
    receive: async (arn, MaxNumberOfMessages) => {
      const asked = { ...urlOf(arn), MaxNumberOfMessages, WaitTimeSeconds: 20 };
      const names = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };
      const answer = await call('ReceiveMessage', { ...asked, ...names });
      return v.parse(v.object({ Messages: v.optional(v.array(receivedMessage), []) }), answer).Messages;
    },
    delete: async (arn, { ReceiptHandle }) => {
      await call('DeleteMessage', { ...urlOf(arn), ReceiptHandle });
    },
    hide: async (arn, { ReceiptHandle }, VisibilityTimeout) => {
      await call('ChangeMessageVisibility', { ...urlOf(arn), ReceiptHandle, VisibilityTimeout });
    },
    depth,
    depths: async () => {
      const entries = [...arns].map(async ([name, arn]) => [name, await depth(arn)] as const);
      return Object.fromEntries(await Promise.all(entries));
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
};
