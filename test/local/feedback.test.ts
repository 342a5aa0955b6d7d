import { describe, expect, test } from 'vitest';
import { type BusEvent, createEventBus, matches } from '../../local/event-bus.ts';
import { collectPolicies } from '../../local/iam/policies.ts';
import { simulateMailboxes } from '../../local/mail-simulator.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { checkWiring } from '../../local/template/wiring.ts';
import { world, writeAssembly } from './assembly.ts';

const queueArn = { 'Fn::GetAtt': ['Heard', 'Arn'] };
const toldTemplate = '{"told":"bounced","type":<type>,"messageId":<id>}';

/** A template of a queue that a rule tells what SES says of one configuration set. */
const template = () => ({
  Resources: {
    Heard: { Type: 'AWS::SQS::Queue', Properties: {} },
    HeardPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Heard' }],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: queueArn,
              Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Bounced', 'Arn'] } } },
            },
          ],
        },
      },
    },
    Set: { Type: 'AWS::SES::ConfigurationSet', Properties: {} },
    Feedback: {
      Type: 'AWS::SES::ConfigurationSetEventDestination',
      Properties: {
        ConfigurationSetName: { Ref: 'Set' },
        EventDestination: {
          MatchingEventTypes: ['bounce'],
          EventBridgeDestination: { EventBusArn: 'arn:aws:events:local:000000000000:event-bus/default' },
        },
      },
    },
    Bounced: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: {
          source: ['aws.ses'],
          'detail-type': ['Email Bounced'],
          detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: 'Set' }] } } },
        },
        Targets: [
          {
            Id: 'T',
            Arn: queueArn,
            InputTransformer: {
              InputPathsMap: { type: '$.detail.bounce.bounceType', id: '$.detail.mail.messageId' },
              InputTemplate: toldTemplate,
            },
          },
        ],
      },
    },
  },
});

type Change = (resources: ReturnType<typeof template>['Resources']) => void;

const load = (change: Change = () => {}) => {
  const changed = template();
  change(changed.Resources);
  return loadTemplate(writeAssembly(changed), 'Test', world).resources;
};

/** Sends a mail by SES with the simulator around it; answers with the messages that arrived in the queue. */
const send = async (to: string, change: Change = () => {}, set = 'Test-Set'): Promise<string[]> => {
  const resources = load(change);
  const arrived: string[] = [];
  const bus = createEventBus(resources, async (_, body) => void arrived.push(body));
  const ses = simulateMailboxes(() => ({ status: 200, body: '{"MessageId":"m-1"}' }), resources, world, bus);
  const body = {
    FromEmailAddress: 'no-reply@gazette.localhost',
    ConfigurationSetName: set,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: { Data: 'Approval of release 3F9A-11C2' } } },
  };
  await ses({
    method: 'POST',
    path: '/v2/email/outbound-emails',
    rawQuery: '',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
  });
  return arrived;
};

describe('the mailbox simulator of SES', () => {
  test.each([
    'bounce@simulator.amazonses.com',
    '"Ana Delgado" <bounce+ana@simulator.amazonses.com>',
    'suppressionlist@simulator.amazonses.com',
  ])(
    'a mail to %s comes back, and the queue is told what the rule passes on and nothing else',
    async (to) => {
      expect(await send(to)).toEqual(['{"told":"bounced","type":"Permanent","messageId":"m-1"}']);
    },
  );

  test.each(['success@simulator.amazonses.com', 'bounce@example.com', 'ana@simulator.amazonses.com'])(
    'a mail to %s arrives',
    async (to) => {
      expect(await send(to)).toEqual([]);
    },
  );

  test('an event type that the configuration set does not publish stays untold', async () => {
    expect(await send('complaint@simulator.amazonses.com')).toEqual([]);
    const nothing: Change = ({ Feedback }) =>
      void Feedback.Properties.EventDestination.MatchingEventTypes.splice(0);
    expect(await send('bounce@simulator.amazonses.com', nothing)).toEqual([]);
  });

  test('what becomes of the mails of another configuration set is none of ours', async () => {
    expect(await send('bounce@simulator.amazonses.com', () => {}, 'Other')).toEqual([]);
  });
});

describe('a rule with a pattern', () => {
  const event: BusEvent = {
    source: 'a',
    'detail-type': 't',
    detail: { tags: ['x', 'y'], deep: { one: '1' } },
  };

  test('matches where every field has one of the values, at any depth', () => {
    expect(matches({ source: ['b', 'a'], detail: { tags: ['y'], deep: { one: ['1'] } } }, event)).toBe(true);
    expect(matches({ source: ['b'] }, event)).toBe(false);
    expect(matches({ detail: { none: ['x'] } }, event)).toBe(false);
    expect(matches({ source: { deeper: ['a'] } }, event)).toBe(false);
  });

  test.each<[string, Change, string]>([
    [
      'a filter other than values',
      ({ Bounced }) => void Object.assign(Bounced.Properties.EventPattern, { source: [{ prefix: 'aws' }] }),
      'EventPattern',
    ],
    [
      'neither a pattern nor a schedule',
      ({ Bounced }) => void Reflect.deleteProperty(Bounced.Properties, 'EventPattern'),
      'either a schedule or a pattern',
    ],
    [
      'a target that is no queue',
      ({ Bounced }) => void Object.assign(Bounced.Properties.Targets[0] ?? {}, { Arn: 'arn:aws:sns:x:y:z' }),
      'is no queue of the template',
    ],
    [
      'a path that is more than names',
      ({ Bounced }) =>
        Bounced.Properties.Targets.forEach(({ InputTransformer }) => {
          InputTransformer.InputPathsMap.id = '$.detail.list[0]';
        }),
      'the path $.detail.list[0]',
    ],
    [
      'a bus that is not the default one',
      ({ Feedback }) => {
        Feedback.Properties.EventDestination.EventBridgeDestination.EventBusArn =
          'arn:aws:events:l:0:event-bus/x';
      },
      'EventBusArn',
    ],
  ])('and %s is refused before anything runs', (_, change, message) => {
    expect(() => createEventBus(load(change), async () => {})).toThrow(message);
  });

  test('an event that lacks what the rule passes on is an error', async () => {
    const paths: Change = ({ Bounced }) =>
      Bounced.Properties.Targets.forEach(({ InputTransformer }) => {
        InputTransformer.InputPathsMap.id = '$.detail.nothing';
      });
    await expect(send('bounce@simulator.amazonses.com', paths)).rejects.toThrow('without $.detail.nothing');
  });

  test('that EventBridge may not send to its queue is an error', () => {
    const check = (change: Change) => {
      const resources = load(change);
      checkWiring(resources, collectPolicies(resources), world);
    };
    expect(() => check(() => {})).not.toThrow();
    expect(() => check((resources) => void Reflect.deleteProperty(resources, 'HeardPolicy'))).toThrow(
      'does not let EventBridge send',
    );
  });
});
