import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { nameOf, policyDocument, resourcesOf, textOf } from './synthesized.ts';

const queues = resourcesOf(
  'production',
  'AWS::SQS::Queue',
  v.object({
    DelaySeconds: v.optional(v.number()),
    VisibilityTimeout: v.optional(v.number()),
    MessageRetentionPeriod: v.number(),
    SqsManagedSseEnabled: v.literal(true),
    RedrivePolicy: v.optional(v.object({ deadLetterTargetArn: v.unknown(), maxReceiveCount: v.number() })),
  }),
);
const isDeadLetters = ({ name }: { name: string }) => name.endsWith('DeadLetters');

const mappings = resourcesOf(
  'production',
  'AWS::Lambda::EventSourceMapping',
  v.object({
    EventSourceArn: v.unknown(),
    FunctionName: v.unknown(),
    BatchSize: v.number(),
    FunctionResponseTypes: v.array(v.string()),
    ScalingConfig: v.object({ MaximumConcurrency: v.number() }),
  }),
);

const functions = resourcesOf('production', 'AWS::Lambda::Function', v.object({ Timeout: v.number() }));

describe('queues', () => {
  test('every queue of work gives up after five tries, to a dead-letter queue of its own', () => {
    const givesUp = queues
      .filter((queue) => !isDeadLetters(queue))
      .map(({ name, properties: { RedrivePolicy } }) => [
        name,
        RedrivePolicy && textOf(RedrivePolicy.deadLetterTargetArn),
        RedrivePolicy?.maxReceiveCount,
      ]);
    expect(givesUp).toEqual([
      ['DraftingWorkDraftQueue', 'DraftingWorkDraftDeadLetters', 5],
      ['MailWorkNotifyQueue', 'MailWorkNotifyDeadLetters', 5],
      ['HearingWorkHearQueue', 'HearingWorkHearDeadLetters', 5],
      ['PublishingWorkPublishQueue', 'PublishingWorkPublishDeadLetters', 5],
    ]);
  });

  test('what is given up is kept for fourteen days, and an alarm tells of it', () => {
    const watched = resourcesOf(
      'production',
      'AWS::CloudWatch::Alarm',
      v.object({
        MetricName: v.optional(v.string()),
        Dimensions: v.optional(v.array(v.object({ Value: v.unknown() })), []),
      }),
    )
      .filter(({ properties }) => properties.MetricName === 'ApproximateNumberOfMessagesVisible')
      .flatMap(({ properties }) =>
        properties.Dimensions.map(({ Value }) => textOf(Value).replace('.QueueName', '')),
      );
    const kept = queues.filter(isDeadLetters);
    expect(kept.map(({ name }) => name)).toHaveLength(5);
    expect(watched.toSorted()).toEqual(kept.map(({ name }) => name).toSorted());
    expect(kept.map(({ properties }) => properties.MessageRetentionPeriod)).toEqual(
      kept.map(() => 14 * 24 * 60 * 60),
    );
  });

  test('a function reports which messages of a batch failed, and has time for all before they are given out again', () => {
    const fed = mappings.map(({ properties }) => {
      const queue = queues.find(({ name }) => name === textOf(properties.EventSourceArn));
      const fn = functions.find(({ name }) => name === textOf(properties.FunctionName));
      return {
        queue: queue?.name,
        batch: properties.BatchSize,
        atOnce: properties.ScalingConfig.MaximumConcurrency,
        responses: properties.FunctionResponseTypes,
        tries: (queue?.properties.VisibilityTimeout ?? 0) / (fn?.properties.Timeout ?? 0),
      };
    });
    const responses = ['ReportBatchItemFailures'];
    expect(fed).toEqual([
      { queue: 'DraftingWorkDraftQueue', batch: 10, atOnce: 5, responses, tries: 6 },
      { queue: 'MailWorkNotifyQueue', batch: 5, atOnce: 5, responses, tries: 6 },
      { queue: 'HearingWorkHearQueue', batch: 5, atOnce: 2, responses, tries: 6 },
      { queue: 'PublishingWorkPublishQueue', batch: 5, atOnce: 2, responses, tries: 6 },
    ]);
  });

  test('only drafts wait, for as long as the stage says, and what SES tells, until notify has written down which mail it was', () => {
    const delays = (stage: string) =>
      resourcesOf(stage, 'AWS::SQS::Queue', v.object({ DelaySeconds: v.optional(v.number(), 0) }))
        .filter(({ properties }) => properties.DelaySeconds > 0)
        .map(({ id, properties }) => [nameOf(id), properties.DelaySeconds]);
    expect(delays('production')).toEqual([
      ['DraftingWorkDraftQueue', 60],
      ['HearingWorkHearQueue', 15],
    ]);
    expect(delays('local')).toEqual([
      ['DraftingWorkDraftQueue', 1],
      ['HearingWorkHearQueue', 15],
    ]);
  });

  test('no queue takes a message over plain HTTP', () => {
    const refusals = resourcesOf(
      'production',
      'AWS::SQS::QueuePolicy',
      v.object({ PolicyDocument: policyDocument }),
    ).filter(({ properties }) =>
      properties.PolicyDocument.Statement.some(
        ({ Effect, Condition }) =>
          Effect === 'Deny' && Condition['Bool']?.['aws:SecureTransport']?.[0] === 'false',
      ),
    );
    expect(refusals).toHaveLength(queues.length);
  });
});
