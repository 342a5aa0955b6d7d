import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * Who asked the ledger and the desk for which key, and when: what an investigation asks first if news gets out early.
 * Its own bucket, because S3 delivers no logs to one with Object Lock. A year, and a month to look back over it.
 */
export class AccessLogs extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(396) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Without this, a Bucket is no IBucket to a compiler that tells undefined from absent. */
  override get isWebsite(): boolean {
    return false;
  }
}
