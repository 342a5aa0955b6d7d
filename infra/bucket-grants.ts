import { Validations } from 'aws-cdk-lib';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { HouseFunction } from './house-function.ts';

/** The CloudFormation resource of a bucket. */
export const resourceOf = (bucket: Bucket): CfnBucket => {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} has no bucket of its own`);
  return resource;
};

/** Allows a function some actions on the objects whose keys match; `*` stands for any run of characters. */
export const allowObjects = (
  fn: HouseFunction,
  bucket: Bucket,
  actions: readonly string[],
  keys: readonly string[],
): void => {
  fn.allow(
    actions,
    keys.map((key) => bucket.arnForObjects(key)),
  );
  const logicalId = bucket.stack.getLogicalId(resourceOf(bucket));
  for (const key of keys)
    Validations.of(fn).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${key}]`,
      reason:
        'Ids of releases and hashes of tokens are not known before they arise; the rest of the key is fixed.',
    });
};

/**
 * Allows a function to list the keys under some prefixes, and so to be told 404 where one of them is missing: S3 answers
 * 403 to whoever may not list. For that question S3 takes the key for the prefix, which its documentation does not say;
 * `IfExists` holds if it should name none.
 */
export const allowList = (fn: HouseFunction, bucket: Bucket, prefixes: readonly string[]): void =>
  fn.allow(['s3:ListBucket'], [bucket.bucketArn], {
    StringLikeIfExists: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) },
  });
