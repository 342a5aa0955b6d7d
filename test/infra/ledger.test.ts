import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { policyDocument, resourcesOf, templateOf, textOf } from './synthesized.ts';

const bucketSchema = v.object({
  VersioningConfiguration: v.optional(v.object({ Status: v.string() })),
  ObjectLockConfiguration: v.optional(v.unknown()),
  LifecycleConfiguration: v.optional(
    v.object({ Rules: v.array(v.object({ Prefix: v.optional(v.string()), ExpirationInDays: v.number() })) }),
  ),
  PublicAccessBlockConfiguration: v.record(v.string(), v.boolean()),
  NotificationConfiguration: v.optional(
    v.object({
      QueueConfigurations: v.array(
        v.object({
          Event: v.string(),
          Queue: v.unknown(),
          Filter: v.object({
            S3Key: v.object({ Rules: v.array(v.object({ Name: v.string(), Value: v.string() })) }),
          }),
        }),
      ),
    }),
  ),
});

const bucket = (stage: string, name: string) => {
  const found = resourcesOf(stage, 'AWS::S3::Bucket', bucketSchema).find((one) => one.name === name);
  if (found === undefined) throw new Error(`${stage} has no ${name}`);
  return found;
};

const policyOf = (name: string) =>
  resourcesOf(
    'production',
    'AWS::S3::BucketPolicy',
    v.object({ Bucket: v.unknown(), PolicyDocument: policyDocument }),
  )
    .filter(({ properties }) => textOf(properties.Bucket) === name)
    .flatMap(({ properties }) => properties.PolicyDocument.Statement);

describe('the ledger', () => {
  test('keeps its logical id, for another would be a new and empty bucket', () => {
    expect(bucket('production', 'LedgerBucket').id).toBe('LedgerBucketE8D6A000');
  });

  test('outlives its stack, keeps every version, and is closed to the public', () => {
    const { id, properties } = bucket('production', 'LedgerBucket');
    expect(templateOf('production').Resources[id]?.DeletionPolicy).toBe('Retain');
    expect(properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(Object.values(properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(properties.LifecycleConfiguration).toBeUndefined();
  });

  test('refuses everybody a put without If-None-Match, any delete, and plain HTTP', () => {
    const everybody = { AWS: '*' };
    const objects = ['LedgerBucket/*'];
    expect(policyOf('LedgerBucket')).toEqual([
      {
        Effect: 'Deny',
        Principal: everybody,
        Action: ['s3:*'],
        Resource: ['LedgerBucket', ...objects],
        Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
      },
      {
        Sid: 'WriteOnce',
        Effect: 'Deny',
        Principal: everybody,
        Action: ['s3:PutObject'],
        Resource: objects,
        Condition: { Null: { 's3:if-none-match': ['true'] } },
      },
      {
        Sid: 'NeverDelete',
        Effect: 'Deny',
        Principal: everybody,
        Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        Resource: objects,
        Condition: {},
      },
    ]);
  });

  test('tells each queue of the facts that it works on', () => {
    const { QueueConfigurations = [] } =
      bucket('production', 'LedgerBucket').properties.NotificationConfiguration ?? {};
    const told = QueueConfigurations.map(({ Event, Queue, Filter }) => {
      const { prefix, suffix } = Object.fromEntries(
        Filter.S3Key.Rules.map(({ Name, Value }) => [Name, Value]),
      );
      return `${Event} ${prefix}*${suffix} -> ${textOf(Queue)}`;
    });
    expect(told).toEqual([
      's3:ObjectCreated:* releases/*.event.json -> DraftingWorkDraftQueue',
      's3:ObjectCreated:* releases/*.mail.json -> MailWorkNotifyQueue',
      's3:ObjectCreated:* releases/*/outcome.json -> PublishingWorkPublishQueue',
    ]);
  });

  test('waits for the policies of those queues, which let S3 of this account send', () => {
    const policies = resourcesOf(
      'production',
      'AWS::SQS::QueuePolicy',
      v.object({ PolicyDocument: policyDocument }),
    ).filter(({ name }) => /Work(Draft|Notify|Publish)QueuePolicy$/.test(name));
    expect(templateOf('production').Resources[bucket('production', 'LedgerBucket').id]?.DependsOn).toEqual(
      policies.map(({ id }) => id),
    );
    for (const { properties } of policies)
      expect(properties.PolicyDocument.Statement).toContainEqual({
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: ['sqs:SendMessage'],
        Resource: [expect.stringMatching(/Queue$/)],
        Condition: { StringEquals: { 'aws:SourceAccount': ['AWS::AccountId'] } },
      });
  });

  test('has Object Lock where the stage asks for it, and not elsewhere', () => {
    expect(bucket('production', 'LedgerBucket').properties.ObjectLockConfiguration).toBeUndefined();
    expect(bucket('vault', 'LedgerBucket').properties.ObjectLockConfiguration).toEqual({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2557 } },
    });
  });
});

describe('the desk', () => {
  test('keeps no versions and clears everything in time', () => {
    const { properties } = bucket('production', 'DeskBucket');
    expect(properties.VersioningConfiguration).toBeUndefined();
    expect(
      properties.LifecycleConfiguration?.Rules.map((rule) => [rule.Prefix, rule.ExpirationInDays]),
    ).toEqual([
      ['links/', 90],
      ['sessions/', 1],
      ['codes/', 1],
      ['tries/', 31],
      ['messages/', 60],
      ['open/', 90],
      ['begun/', 7],
      ['waiting/', 90],
      ['rest/', 62],
    ]);
  });
});
