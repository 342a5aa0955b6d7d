import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { resourcesOf, templateOf, textOf } from './synthesized.ts';

const anything = v.record(v.string(), v.unknown());

describe('stages', () => {
  test('CloudFormation itself refuses the local stage', () => {
    expect(templateOf('local').Rules['NotDeployable']?.Assertions).toEqual([
      {
        // No region of AWS has this name.
        Assert: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'local'] },
        AssertDescription: 'The local stage accepts development secrets and cannot be deployed.',
      },
    ]);
    expect(Object.keys(templateOf('production').Rules)).not.toContain('NotDeployable');
  });

  test('nothing has a physical name, so that anything can be replaced and two stages can share an account', () => {
    const names = Object.values(templateOf('production').Resources).flatMap(({ Type, Properties }) =>
      [
        'BucketName',
        'QueueName',
        'FunctionName',
        'RoleName',
        'TopicName',
        'AlarmName',
        'LogGroupName',
        'Name',
      ]
        .filter((property) => typeof Properties[property] === 'string')
        .map((property) => `${Type} ${property}`),
    );
    // The name of an API is only shown, and need not be unique.
    expect(names).toEqual(['AWS::ApiGatewayV2::Api Name']);
  });

  test('no function is there but ours', () => {
    expect(resourcesOf('production', 'AWS::Lambda::Function', anything)).toHaveLength(7);
    const types = Object.values(templateOf('production').Resources).map(({ Type }) => Type);
    expect(types.filter((type) => !type.startsWith('AWS::') || /CustomResource/.test(type))).toEqual([]);
  });

  test('ops find what the runbook speaks of among the outputs', () => {
    expect(Object.keys(templateOf('production').Outputs).sort()).toEqual([
      'AlarmTopic',
      'ApiAddress',
      'BoardSecret',
      'DeskBucket',
      'DraftDeadLetters',
      'EventEndpoint',
      'EvidenceKey',
      'HearDeadLetters',
      'HrSecret',
      'LedgerBucket',
      'MailConfigurationSet',
      'MailIdentity',
      'NotifyDeadLetters',
      'PeopleSecret',
      'PublishDeadLetters',
      'SignatureSecret',
      'SweepDeadLetters',
      'SweepFunction',
    ]);
    expect(Object.keys(templateOf('vault').Outputs)).toContain('HostTarget');
  });
});

describe('the public API', () => {
  test('has its routes, to receive and to review', () => {
    const targets = new Map(
      resourcesOf(
        'production',
        'AWS::ApiGatewayV2::Integration',
        v.object({ IntegrationUri: v.unknown() }),
      ).map(({ id, properties }) => [id, textOf(properties.IntegrationUri)]),
    );
    const routes = resourcesOf(
      'production',
      'AWS::ApiGatewayV2::Route',
      v.object({
        RouteKey: v.string(),
        Target: v.object({
          'Fn::Join': v.tuple([v.string(), v.tuple([v.string(), v.object({ Ref: v.string() })])]),
        }),
      }),
    ).map(
      ({ properties: { RouteKey, Target } }) => `${RouteKey} -> ${targets.get(Target['Fn::Join'][1][1].Ref)}`,
    );
    expect(routes).toEqual([
      'ANY /events/{source} -> IntakeReceiveFunction',
      'ANY /openapi.json -> IntakeReceiveFunction',
      'ANY /r/{token} -> ReviewFunction',
      'ANY /r/{token}/{page} -> ReviewFunction',
    ]);
  });

  test('is throttled as the stage says, and logs neither path, query, address nor browser', () => {
    const [stage] = resourcesOf(
      'production',
      'AWS::ApiGatewayV2::Stage',
      v.object({
        AccessLogSettings: v.object({
          Format: v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string())),
        }),
        DefaultRouteSettings: v.object({ ThrottlingRateLimit: v.number(), ThrottlingBurstLimit: v.number() }),
      }),
    );
    expect(stage?.properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
    expect(Object.values(stage?.properties.AccessLogSettings.Format ?? {})).toEqual([
      '$context.requestTimeEpoch',
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.integrationLatency',
      '$context.integrationStatus',
      '$context.integrationErrorMessage',
    ]);
  });

  test('has a name of its own only where the stage gives one', () => {
    expect(resourcesOf('production', 'AWS::ApiGatewayV2::DomainName', anything)).toEqual([]);
    expect(resourcesOf('vault', 'AWS::ApiGatewayV2::DomainName', anything)[0]?.properties['DomainName']).toBe(
      'news.example.com',
    );
    expect(resourcesOf('vault', 'AWS::ApiGatewayV2::ApiMapping', anything)).toHaveLength(1);
  });

  test('answers under no other name where it has one of its own', () => {
    const closed = (stage: string) =>
      resourcesOf(stage, 'AWS::ApiGatewayV2::Api', anything)[0]?.properties['DisableExecuteApiEndpoint'];
    expect([closed('vault'), closed('production')]).toEqual([true, false]);
  });
});

describe('mail', () => {
  const identityOf = (stage: string) =>
    resourcesOf(stage, 'AWS::SES::EmailIdentity', v.object({ EmailIdentity: v.string() }))[0]?.properties
      .EmailIdentity;

  test('comes from the domain of its sender, or from the identity that the stage names', () => {
    expect(identityOf('production')).toBe('gazette.example.com');
    expect(identityOf('vault')).toBe('news@ir.example.com');
  });

  test('is encrypted on its way, and its links are not rewritten to count clicks', () => {
    const [set] = resourcesOf('production', 'AWS::SES::ConfigurationSet', anything);
    expect(set?.properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      VdmOptions: { DashboardOptions: { EngagementMetrics: 'DISABLED' } },
    });
    expect(set?.properties).not.toHaveProperty('TrackingOptions');
  });
});

describe('secrets of sources', () => {
  test('each is generated as the base64 of 24 bytes, and tagged with its source', () => {
    const secrets = resourcesOf('production', 'AWS::SecretsManager::Secret', anything);
    expect(secrets.map(({ properties }) => [properties['GenerateSecretString'], properties['Tags']])).toEqual(
      ['hr', 'board', 'signature', 'people'].map((source) => [
        {
          SecretStringTemplate: '{}',
          GenerateStringKey: 'current',
          PasswordLength: 32,
          ExcludePunctuation: true,
        },
        [{ Key: 'gazette:source', Value: source }],
      ]),
    );
  });
});

describe('schedules', () => {
  test('sweep looks at what is due every five minutes, and at the whole ledger every day', () => {
    const rules = resourcesOf(
      'production',
      'AWS::Events::Rule',
      v.object({
        ScheduleExpression: v.optional(v.string()),
        Targets: v.array(v.object({ Arn: v.unknown(), Input: v.optional(v.string()) })),
      }),
    )
      .filter(({ properties }) => properties.ScheduleExpression !== undefined)
      .flatMap(({ properties: { ScheduleExpression, Targets } }) =>
        Targets.map(({ Arn, Input }) => `${ScheduleExpression} ${textOf(Arn)} ${Input}`),
      );
    expect(rules).toEqual([
      'rate(5 minutes) SweepingSweepFunction {"scope":"due"}',
      'rate(1 day) SweepingSweepFunction {"scope":"ledger"}',
    ]);
  });

  test('a round that failed three times is kept', () => {
    const [asynchronous] = resourcesOf('production', 'AWS::Lambda::EventInvokeConfig', anything);
    expect(asynchronous?.properties).toMatchObject({
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::GetAtt': [expect.stringMatching(/^SweepingSweepDeadLetters/), 'Arn'] },
        },
      },
    });
  });
});
