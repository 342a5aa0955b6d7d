import type { Faults } from '../faults.ts';
import type { Resource } from '../template/resource-types.ts';
import type { ObjectFacts } from './object-files.ts';

type Bucket = Resource<'AWS::S3::Bucket'>;

/** S3 writes a key into its events as into a form: a plus for a space, and no reserved character but the slash and `.-*_`. */
const encodeKey = (key: string): string =>
  encodeURIComponent(key)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');

const toEvent = (
  bucket: string,
  { key, size, etag }: ObjectFacts,
  region: string,
  now: Date,
  count: number,
) => ({
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: now.toISOString(),
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:local' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: {},
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'local',
        bucket: { name: bucket, ownerIdentity: { principalId: 'local' }, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: encodeKey(key),
          size,
          eTag: etag.replaceAll('"', ''),
          // Grows with time, so that events about one key can be put in order.
          sequencer: (BigInt(now.getTime()) * 4096n + BigInt(count % 4096))
            .toString(16)
            .toUpperCase()
            .padStart(16, '0'),
        },
      },
    },
  ],
});

/** The queues that hear of an object, by the bucket's notification configuration. */
const queuesFor = ({ properties }: Pick<Bucket, 'properties'>, key: string): string[] =>
  (properties.NotificationConfiguration?.QueueConfigurations ?? [])
    .filter(({ Filter }) =>
      (Filter?.S3Key.Rules ?? []).every(({ Name, Value }) =>
        Name === 'prefix' ? key.startsWith(Value) : key.endsWith(Value),
      ),
    )
    .map(({ Queue }) => Queue);

interface NotifierOptions {
  buckets: readonly Bucket[];
  region: string;
  faults: Faults;
  send(queueArn: string, body: string): Promise<void>;
}

/** Tells queues of new objects, once each as a rule; a fault makes S3 lose an event, or send it twice, as it may. */
export const createNotifier = ({ buckets, region, faults, send }: NotifierOptions) => {
  let count = 0;
  return async (bucketName: string, object: ObjectFacts): Promise<void> => {
    const bucket = buckets.find(({ ref }) => ref === bucketName);
    if (bucket === undefined) return;
    for (const queue of queuesFor(bucket, object.key)) {
      count += 1;
      const body = JSON.stringify(toEvent(bucketName, object, region, new Date(), count));
      const call = { function: '', operation: 'PutObject', subject: object.key };
      const fault = faults.take(
        call,
        ({ answer }) => answer === 'lose-notification' || answer === 'repeat-notification',
      );
      if (fault?.answer === 'lose-notification') continue;
      await send(queue, body);
      if (fault?.answer === 'repeat-notification') await send(queue, body);
    }
  };
};
