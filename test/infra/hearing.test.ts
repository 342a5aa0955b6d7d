import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { resourcesOf, textOf } from './synthesized.ts';

const rules = resourcesOf(
  'production',
  'AWS::Events::Rule',
  v.object({
    EventPattern: v.optional(
      v.strictObject({
        source: v.array(v.string()),
        'detail-type': v.array(v.string()),
        detail: v.strictObject({
          mail: v.strictObject({ tags: v.strictObject({ 'ses:configuration-set': v.array(v.unknown()) }) }),
        }),
      }),
    ),
    Targets: v.array(
      v.object({
        Arn: v.unknown(),
        InputTransformer: v.optional(v.object({ InputPathsMap: v.record(v.string(), v.string()) })),
      }),
    ),
  }),
).filter(({ properties }) => properties.EventPattern !== undefined);

describe('what SES tells of our mails', () => {
  test('goes to hear, for each kind of event and for no configuration set but ours', () => {
    const told = rules.map(({ properties: { EventPattern, Targets } }) => [
      EventPattern?.source.join(),
      EventPattern?.['detail-type'].join(),
      EventPattern?.detail.mail.tags['ses:configuration-set'].map(textOf).join(),
      Targets.map(({ Arn }) => textOf(Arn)).join(),
    ]);
    const [source, set, queue] = ['aws.ses', 'MailConfigurationSet', 'HearingWorkHearQueue'];
    expect(told).toEqual([
      [source, 'Email Bounced', set, queue],
      [source, 'Email Complaint Received', set, queue],
      [source, 'Email Rejected', set, queue],
      [source, 'Email Delivery Delayed', set, queue],
    ]);
  });

  test('leaves EventBridge as an id, a time and words of SES, with no address, subject or header', () => {
    const paths = rules.flatMap(({ properties }) =>
      properties.Targets.flatMap(({ InputTransformer }) =>
        Object.values(InputTransformer?.InputPathsMap ?? {}),
      ),
    );
    expect([...new Set(paths)].sort()).toEqual([
      '$.detail.bounce.bounceSubType',
      '$.detail.bounce.bounceType',
      '$.detail.deliveryDelay.delayType',
      '$.detail.mail.messageId',
      '$.time',
    ]);
  });

  test('is published by the configuration set to the default bus', () => {
    const destinations = resourcesOf(
      'production',
      'AWS::SES::ConfigurationSetEventDestination',
      v.object({
        EventDestination: v.object({
          MatchingEventTypes: v.array(v.string()),
          EventBridgeDestination: v.optional(v.object({ EventBusArn: v.unknown() })),
        }),
      }),
    ).flatMap(({ properties: { EventDestination } }) =>
      EventDestination.EventBridgeDestination === undefined ? [] : [EventDestination],
    );
    expect(destinations.map(({ MatchingEventTypes }) => MatchingEventTypes)).toEqual([
      ['bounce', 'complaint', 'reject', 'deliveryDelay'],
    ]);
    expect(textOf(destinations[0]?.EventBridgeDestination?.EventBusArn)).toMatch(/:event-bus\/default$/);
  });
});
