import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEventBus } from './event-bus.ts';
import type { Faults } from './faults.ts';
import type { Service } from './gateway/call.ts';
import { createKeys, type Keys } from './keys.ts';
import { type MailService, startMail } from './mail.ts';
import { simulateMailboxes } from './mail-simulator.ts';
import { createQueues, type Queues } from './queues.ts';
import { createNotifier } from './s3/notifications.ts';
import { type ObjectFiles, openObjectFiles } from './s3/object-files.ts';
import { createS3 } from './s3/s3.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { NotRunnable } from './template/not-runnable.ts';
import type { World } from './template/physical.ts';
import type { Resources } from './template/resource-types.ts';
import type { WireHandler } from './wire.ts';

/** The services behind the gateway, with what the template defines in them. */
interface Services {
  handlers: Readonly<Record<Service, WireHandler>>;
  queues: Queues;
  mail: MailService;
  secrets: Secrets;
  keys: Keys;
  /** The bucket with this label; throws NotRunnable if there is none. */
  bucket(label: string): { name: string; files: ObjectFiles };
  stop(): Promise<void>;
}

interface ServicesOptions {
  dataDirectory: string;
  settleSeconds?: number;
  secrets: Readonly<Record<string, string>>;
}

/** Starts S3, SQS, SES, Secrets Manager and KMS. What has to outlive them is in `{dataDirectory}/{label of a bucket}`, `mail` and `.meta`. */
export const startServices = async (
  resources: Resources,
  world: World,
  faults: Faults,
  { dataDirectory, settleSeconds, secrets: given }: ServicesOptions,
): Promise<Services> => {
  const hidden = join(dataDirectory, '.meta');
  mkdirSync(hidden, { recursive: true });
  const queues = await createQueues(resources('AWS::SQS::Queue'), world, settleSeconds);
  const buckets = resources('AWS::S3::Bucket');
  const files = new Map(
    buckets.map(({ ref, label }) => [ref, openObjectFiles(join(dataDirectory, label), join(hidden, label))]),
  );
  const onPut = createNotifier({ buckets, region: world.region, faults, send: queues.send });
  const secrets = createSecrets(
    resources('AWS::SecretsManager::Secret'),
    given,
    join(hidden, 'secrets.json'),
  );
  const keys = createKeys(
    resources('AWS::KMS::Key'),
    resources('AWS::KMS::Alias'),
    join(hidden, 'keys.json'),
  );
  const bus = createEventBus(resources, queues.send);
  const mail = await startMail(join(dataDirectory, 'mail'));
  return {
    handlers: {
      s3: createS3({ buckets: files, onPut }),
      sqs: queues.handle,
      ses: simulateMailboxes(mail.handle, resources, world, bus),
      secretsmanager: secrets.handle,
      kms: keys.handle,
    },
    queues,
    mail,
    secrets,
    keys,
    bucket: (wanted) => {
      const name = buckets.find(({ label }) => label === wanted)?.ref ?? '';
      const found = files.get(name);
      if (found === undefined) throw new NotRunnable('the template', `it has no bucket ${wanted}`);
      return { name, files: found };
    },
    stop: async () => {
      await queues.stop();
      await mail.stop();
    },
  };
};
