import * as v from 'valibot';
import type { WireRequest } from '../wire.ts';
import { type Call, jsonOf, targetOf, unknownCall } from './call.ts';

const actions: Readonly<Record<string, string>> = {
  SendMessage: 'sqs:SendMessage',
  SendMessageBatch: 'sqs:SendMessage',
  GetQueueAttributes: 'sqs:GetQueueAttributes',
};

const body = v.object({ QueueUrl: v.string() });

/** A call to SQS; functions only send, since event source mappings do the receiving. */
export const sqsCall = (request: WireRequest, queueArn: (name: string) => string): Call => {
  const operation = targetOf(request);
  const action = actions[operation] ?? unknownCall(`sqs ${operation}`);
  const subject = v.parse(body, jsonOf(request)).QueueUrl.split('/').at(-1) ?? '';
  const context = { 'aws:securetransport': 'true' };
  return { service: 'sqs', operation, subject, demands: [{ action, resource: queueArn(subject), context }] };
};
