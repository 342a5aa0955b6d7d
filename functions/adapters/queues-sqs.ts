import type { WorkQueues } from '../ports/queues.ts';

/** Puts keys on SQS queues in the form of an S3 notification, so that the workers see no difference. */
export const sqsQueues = (urls: { [queue in keyof WorkQueues]: string }): WorkQueues => {
  const send = async (url: string, key: string): Promise<void> => {
    const { SendMessageCommand, SQSClient } = await import('@aws-sdk/client-sqs');
    const body = { Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] };
    await new SQSClient({}).send(
      new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body) }),
    );
  };
  return {
    draft: (key) => send(urls.draft, key),
    notify: (key) => send(urls.notify, key),
    publish: (key) => send(urls.publish, key),
  };
};
