import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as v from 'valibot';
import { errorFields, type Log } from '../ports/log.ts';

const notificationSchema = v.object({
  Records: v.optional(v.array(v.object({ s3: v.object({ object: v.object({ key: v.string() }) }) })), []),
});

/** The keys that an S3 notification in a queue message tells of; S3 writes them as a form would, and its test event has none. */
export const keysOf = (body: string): string[] =>
  v
    .parse(v.pipe(v.string(), v.parseJson(), notificationSchema), body)
    .Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll('+', ' ')));

/** A handler of queue messages that reports only those that failed, so that one bad message neither repeats nor holds back the others. */
export const messageHandler =
  (work: (body: string) => Promise<void>, log: Log) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const { messageId, body } of event.Records) {
      try {
        await work(body);
      } catch (error) {
        log('ERROR', 'WORK_FAILED', { messageId, ...errorFields(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };

/** A handler of queue messages that works off each key that they tell of in turn. */
export const workQueueHandler = (
  work: (key: string) => Promise<void>,
  log: Log,
): ((event: SQSEvent) => Promise<SQSBatchResponse>) =>
  messageHandler(async (body) => {
    for (const key of keysOf(body)) await work(key);
  }, log);
