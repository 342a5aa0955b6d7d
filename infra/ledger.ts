import { Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AccessLogs } from './access-logs.ts';
import { allowList, allowObjects, resourceOf } from './bucket-grants.ts';
import type { HouseFunction } from './house-function.ts';
import type { Stage } from './stage.ts';

const releases = 'releases/';

const retentionOf = ({ objectLock }: Stage): ObjectLockRetention | undefined => {
  if (objectLock === false) return undefined;
  // The API of CDK knows only days, and a leap day must not cut a year short.
  const duration = Duration.days(Math.ceil(objectLock.years * 365.25));
  return objectLock.mode === 'compliance'
    ? ObjectLockRetention.compliance(duration)
    : ObjectLockRetention.governance(duration);
};

/** The ledger: a bucket in which every object is written once and never changed or deleted, by anyone. */
export class Ledger extends Construct {
  readonly bucket: Bucket;
  private readonly notifications: CfnBucket.QueueConfigurationProperty[] = [];

  constructor(scope: Construct, id: string, { stage, accessLogs }: { stage: Stage; accessLogs: AccessLogs }) {
    super(scope, id);
    const retention = retentionOf(stage);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      // A key of our own would have to be granted to whoever reads, and losing it would lose the record; all access
      // is decided by roles either way.
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'ledger/',
      removalPolicy: RemovalPolicy.RETAIN,
      ...(retention && { objectLockEnabled: true, objectLockDefaultRetention: retention }),
    });
    this.refuseToChangeFacts();
    resourceOf(this.bucket).notificationConfiguration = Lazy.any({
      produce: () => ({ queueConfigurations: this.notifications }),
    });
  }

  /** Lets a function read the objects of all releases, and list them. */
  grantRead(fn: HouseFunction): void {
    allowObjects(fn, this.bucket, ['s3:GetObject'], [`${releases}*`]);
    allowList(fn, this.bucket, [releases]);
  }

  /** Lets a function find the releases that are about somebody; the marks are empty, and say all by their names. */
  grantFindPeople(fn: HouseFunction): void {
    allowList(fn, this.bucket, ['people/']);
  }

  /** Lets a function read objects that it knows to be there: since it may not list, S3 answers 403 for any other. */
  grantReadKnown(fn: HouseFunction, ...keys: string[]): void {
    allowObjects(fn, this.bucket, ['s3:GetObject'], keys);
  }

  /** Lets a function put objects under these keys; the bucket's policy sees to it that each is put once. */
  grantWriteOnce(fn: HouseFunction, ...keys: string[]): void {
    allowObjects(fn, this.bucket, ['s3:PutObject'], keys);
  }

  /**
   * Sends a message to a queue for every new object whose key ends so. Not by the method of the L2 bucket, which brings
   * a function of its own. The queue cannot name the bucket in its policy, nor wait for it: the bucket waits for the
   * policy, or S3 refuses the notification. Hence any bucket of this account, and no other, may send.
   */
  announce(suffix: string, queue: Queue): void {
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const policy = queue.node.tryFindChild('Policy');
    if (policy === undefined) throw new Error(`${queue.node.path} has no policy to wait for`);
    this.bucket.node.addDependency(policy);
    this.notifications.push({
      event: 's3:ObjectCreated:*',
      queue: queue.queueArn,
      filter: {
        s3Key: {
          rules: [
            { name: 'prefix', value: releases },
            { name: 'suffix', value: suffix },
          ],
        },
      },
    });
  }

  /**
   * S3 refuses a put without `If-None-Match`, and so copies and multipart uploads, which nothing here needs. A delete
   * marker would free its key for another put: nobody may leave one.
   */
  private refuseToChangeFacts(): void {
    const refuse = (sid: string, actions: string[], conditions = {}) =>
      this.bucket.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions,
          resources: [this.bucket.arnForObjects('*')],
          conditions,
        }),
      );
    refuse('WriteOnce', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
    refuse('NeverDelete', ['s3:DeleteObject', 's3:DeleteObjectVersion']);
  }
}
