// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a language of AWS, not JavaScript
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const ref = (id: string) => ({ Ref: id });
const allow = (Action: string | string[], Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const objects = (bucket: string, keys: string) => ({ 'Fn::Sub': `\${${bucket}.Arn}/${keys}` });

/**
 * The template of a stack in miniature: a route to a function, which writes into a write-once ledger; the ledger tells a
 * queue, whose messages go to the same function; a schedule; a secret; an identity that may send.
 */
export const miniature = () => ({
  Resources: {
    Ledger: {
      Type: 'AWS::S3::Bucket',
      DependsOn: 'WorkPolicy',
      Properties: {
        NotificationConfiguration: {
          QueueConfigurations: [
            {
              Event: 's3:ObjectCreated:*',
              Queue: arn('Work'),
              Filter: { S3Key: { Rules: [{ Name: 'suffix', Value: '.event.json' }] } },
            },
          ],
        },
      },
    },
    LedgerPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref('Ledger'),
        PolicyDocument: {
          Statement: [
            {
              Sid: 'WriteOnce',
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: 's3:PutObject',
              Resource: objects('Ledger', '*'),
              Condition: { Null: { 's3:if-none-match': 'true' } },
            },
          ],
        },
      },
    },
    Desk: { Type: 'AWS::S3::Bucket' },
    Dead: { Type: 'AWS::SQS::Queue' },
    Work: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        DelaySeconds: 1,
        RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 },
      },
    },
    WorkPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [ref('Work')],
        PolicyDocument: {
          Statement: [
            {
              ...allow('sqs:SendMessage', arn('Work'), {
                StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
              }),
              Principal: { Service: 's3.amazonaws.com' },
            },
          ],
        },
      },
    },
    Secret: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: {
        GenerateSecretString: { PasswordLength: 20 },
        Tags: [{ Key: 'gazette:source', Value: 'hr' }],
      },
    },
    OtherSecret: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { GenerateSecretString: { PasswordLength: 20 } },
    },
    Identity: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'gazette.localhost' } },
    Mails: { Type: 'AWS::SES::ConfigurationSet' },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {},
        Policies: [
          {
            PolicyName: 'Ledger',
            PolicyDocument: {
              Statement: [
                allow(['s3:PutObject', 's3:GetObject'], objects('Ledger', 'releases/*')),
                allow('s3:ListBucket', arn('Ledger'), {
                  StringLikeIfExists: { 's3:prefix': ['releases/*'] },
                }),
                allow(['s3:GetObject', 's3:DeleteObject'], objects('Desk', '*')),
                allow('secretsmanager:GetSecretValue', ref('Secret')),
                allow(
                  'ses:SendEmail',
                  [
                    arn('Identity'),
                    { 'Fn::Sub': 'arn:aws:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/${Mails}' },
                  ],
                  { StringEquals: { 'ses:FromAddress': 'no-reply@gazette.localhost' } },
                ),
              ],
            },
          },
          {
            PolicyName: 'Work',
            PolicyDocument: {
              Statement: [
                allow(
                  ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:SendMessage'],
                  arn('Work'),
                ),
              ],
            },
          },
        ],
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: 'work.zip' },
        Handler: 'index.handler',
        Role: arn('Role'),
        Runtime: 'nodejs24.x',
        Environment: {
          Variables: {
            LEDGER: ref('Ledger'),
            WORK: ref('Work'),
            BASE_URL: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] },
          },
        },
      },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arn('Work'),
        FunctionName: ref('Function'),
        BatchSize: 5,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 5 },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Test', ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: ref('Api'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: arn('Function'),
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: ref('Api'),
        RouteKey: 'ANY /events/{source}',
        Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
      },
    },
    ApiMay: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: arn('Function'),
        Principal: 'apigateway.amazonaws.com',
        SourceArn: {
          'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*/events/{source}',
        },
      },
    },
    EveryDay: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(1 day)',
        State: 'ENABLED',
        Targets: [{ Id: 'T', Arn: arn('Function'), Input: '{"scope":"ledger"}' }],
      },
    },
    EveryDayMay: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: arn('Function'),
        Principal: 'events.amazonaws.com',
        SourceArn: arn('EveryDay'),
      },
    },
  },
  Outputs: { Address: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } },
});
