import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AccessLogs } from './access-logs.ts';
import { allowList, allowObjects } from './bucket-grants.ts';
import type { HouseFunction } from './house-function.ts';

/**
 * Days until a lifecycle rule clears what lies under a prefix; a link works for 30, in which the tries of its codes count, and
 * then says for 60 more that it did.
 */
const keptDays = {
  links: 90,
  sessions: 1,
  codes: 1,
  tries: 31,
  messages: 60,
  open: 90,
  begun: 7,
  waiting: 90,
  rest: 62,
} as const;

type Drawer = Exclude<keyof typeof keptDays, 'open'>;

/**
 * The desk: links, sessions, codes and tries of them, which message was which mail, and markers of open work and of releases
 * that began; none of them is a fact, and all are cleared in time.
 */
export class Desk extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { accessLogs }: { accessLogs: AccessLogs }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'desk/',
      lifecycleRules: Object.entries(keptDays).map(([drawer, days]) => ({
        prefix: `${drawer}/`,
        expiration: Duration.days(days),
      })),
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /** Lets a function read what lies in some drawers, and learn what does not. */
  grantRead(fn: HouseFunction, ...drawers: Drawer[]): void {
    allowObjects(
      fn,
      this.bucket,
      ['s3:GetObject'],
      drawers.map((drawer) => `${drawer}/*`),
    );
    allowList(
      fn,
      this.bucket,
      drawers.map((drawer) => `${drawer}/`),
    );
  }

  /** Lets a function put things into some drawers. */
  grantWrite(fn: HouseFunction, ...drawers: (Drawer | 'open')[]): void {
    allowObjects(
      fn,
      this.bucket,
      ['s3:PutObject'],
      drawers.map((drawer) => `${drawer}/*`),
    );
  }

  /** Lets a function mark work as open, and clear the marker. */
  grantMarkOpen(fn: HouseFunction): void {
    allowObjects(fn, this.bucket, ['s3:PutObject', 's3:DeleteObject'], ['open/*']);
  }

  /** Lets a function find the work that is open; its markers are empty, and say all by their names. */
  grantFindOpen(fn: HouseFunction): void {
    allowList(fn, this.bucket, ['open/']);
  }
}
