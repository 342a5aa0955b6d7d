import * as v from 'valibot';
import type { Identity } from './physical.ts';

/** A property that may be there and changes nothing on one machine; the reason is for whoever reads this. */
const ignored = (_reason: string) => v.optional(v.unknown());

const words = v.array(v.string());
const tags = v.optional(v.array(v.strictObject({ Key: v.string(), Value: v.string() })), []);
const policy = v.unknown();
const state = v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED');
const noRetries = ignored('a scheduled run that failed is shown in the log; the next one is not far');

/** A pattern of EventBridge: values of which one must be there, at any depth. Filters such as `prefix` are objects in a list. */
export type EventPattern = { [name: string]: string[] | EventPattern };
const eventPattern: v.GenericSchema<EventPattern> = v.lazy(() =>
  v.record(v.string(), v.union([words, eventPattern])),
);

const notification = v.strictObject({
  Event: v.picklist(['s3:ObjectCreated:*', 's3:ObjectCreated:Put']),
  Queue: v.string(),
  Filter: v.optional(
    v.strictObject({
      S3Key: v.strictObject({
        Rules: v.array(v.strictObject({ Name: v.picklist(['prefix', 'suffix']), Value: v.string() })),
      }),
    }),
  ),
});

/**
 * What the runner reads of each resource type that it runs. The objects are strict: a property that is not named here is
 * an error, and so is a value that the runner would not honour.
 */
export const schemas = {
  'AWS::ApiGatewayV2::Api': v.strictObject({
    Name: v.string(),
    ProtocolType: v.literal('HTTP'),
    Description: ignored('words'),
    DisableExecuteApiEndpoint: ignored('there is one address here in any case'),
    Tags: ignored('labels'),
  }),
  'AWS::ApiGatewayV2::Integration': v.strictObject({
    ApiId: v.string(),
    IntegrationType: v.literal('AWS_PROXY'),
    IntegrationUri: v.string(),
    PayloadFormatVersion: v.literal('2.0'),
    IntegrationMethod: v.optional(v.literal('POST')),
    TimeoutInMillis: ignored('the time of the function is kept, which must be the shorter'),
  }),
  'AWS::ApiGatewayV2::Route': v.strictObject({
    ApiId: v.string(),
    RouteKey: v.string(),
    Target: v.pipe(v.string(), v.startsWith('integrations/')),
    AuthorizationType: v.optional(v.literal('NONE')),
  }),
  'AWS::ApiGatewayV2::Stage': v.strictObject({
    ApiId: v.string(),
    StageName: v.literal('$default'),
    AutoDeploy: v.literal(true),
    Description: ignored('words'),
    AccessLogSettings: ignored('CloudWatch'),
    DefaultRouteSettings: ignored(
      'API Gateway throttles at a best effort; a test here would measure the limiter',
    ),
    RouteSettings: ignored('as DefaultRouteSettings'),
    Tags: ignored('labels'),
  }),
  'AWS::Events::Rule': v.strictObject({
    ScheduleExpression: v.optional(v.string()),
    EventPattern: v.optional(eventPattern),
    State: state,
    Targets: v.array(
      v.strictObject({
        Id: v.string(),
        Arn: v.string(),
        Input: v.optional(v.string()),
        InputTransformer: v.optional(
          v.strictObject({ InputPathsMap: v.record(v.string(), v.string()), InputTemplate: v.string() }),
        ),
        RetryPolicy: noRetries,
        DeadLetterConfig: noRetries,
      }),
    ),
    Name: v.optional(v.string()),
    Description: ignored('words'),
  }),
  'AWS::IAM::Policy': v.strictObject({ PolicyName: v.string(), PolicyDocument: policy, Roles: words }),
  'AWS::IAM::Role': v.strictObject({
    AssumeRolePolicyDocument: policy,
    Policies: v.optional(v.array(v.strictObject({ PolicyName: v.string(), PolicyDocument: policy })), []),
    // It only lets a function write its log, which no call through the gateway does.
    ManagedPolicyArns: v.optional(v.array(v.pipe(v.string(), v.endsWith('/AWSLambdaBasicExecutionRole')))),
    RoleName: v.optional(v.string()),
    Description: ignored('words'),
    Tags: ignored('labels'),
  }),
  'AWS::KMS::Alias': v.strictObject({ AliasName: v.string(), TargetKeyId: v.string() }),
  'AWS::KMS::Key': v.strictObject({
    KeySpec: v.literal('ECC_NIST_P256'),
    KeyUsage: v.literal('SIGN_VERIFY'),
    KeyPolicy: ignored('it lets the policies of the account decide, which are kept'),
    Description: ignored('words'),
    Enabled: v.optional(v.literal(true)),
    Tags: ignored('labels'),
  }),
  'AWS::Lambda::EventSourceMapping': v.strictObject({
    EventSourceArn: v.string(),
    FunctionName: v.string(),
    BatchSize: v.optional(v.pipe(v.number(), v.maxValue(10)), 10),
    FunctionResponseTypes: v.optional(v.array(v.literal('ReportBatchItemFailures')), []),
    // Without it, Lambda would work on up to 1,250 batches at once, which no machine does.
    ScalingConfig: v.strictObject({
      MaximumConcurrency: v.pipe(v.number(), v.minValue(2), v.maxValue(1000)),
    }),
    Enabled: v.optional(v.literal(true)),
    MaximumBatchingWindowInSeconds: ignored(
      'a batch is what is there: to wait for more would only make tests slow',
    ),
    Tags: ignored('labels'),
  }),
  'AWS::Lambda::Function': v.strictObject({
    Code: v.object({ S3Key: v.string() }),
    Handler: v.string(),
    Role: v.string(),
    Runtime: v.literal('nodejs24.x'),
    Environment: v.optional(v.strictObject({ Variables: v.record(v.string(), v.string()) }), {
      Variables: {},
    }),
    Timeout: v.optional(v.number(), 3),
    MemorySize: v.optional(v.number(), 128),
    ReservedConcurrentExecutions: v.optional(v.number()),
    FunctionName: v.optional(v.string()),
    LoggingConfig: v.optional(
      v.strictObject({ LogFormat: v.optional(v.literal('Text')), LogGroup: v.optional(v.string()) }),
    ),
    Architectures: ignored('this machine has the one that it has'),
    Description: ignored('words'),
    RecursiveLoop: ignored('Lambda’s guard against loops needs its tracing headers'),
    Tags: ignored('labels'),
    TracingConfig: ignored('X-Ray'),
  }),
  'AWS::Lambda::Permission': v.strictObject({
    Action: v.literal('lambda:InvokeFunction'),
    FunctionName: v.string(),
    Principal: v.string(),
    SourceArn: v.optional(v.string()),
    SourceAccount: v.optional(v.string()),
  }),
  'AWS::S3::Bucket': v.strictObject({
    NotificationConfiguration: v.optional(
      v.strictObject({ QueueConfigurations: v.optional(v.array(notification), []) }),
    ),
    BucketName: v.optional(v.string()),
    AccessControl: ignored('for the delivery of logs'),
    BucketEncryption: ignored('files on this machine are encrypted if its disk is'),
    LifecycleConfiguration: ignored('nothing here grows old'),
    LoggingConfiguration: ignored('S3 delivers such logs hours later'),
    ObjectLockConfiguration: ignored('the bucket policy refuses deletes already'),
    ObjectLockEnabled: ignored('as ObjectLockConfiguration'),
    OwnershipControls: ignored('one account'),
    PublicAccessBlockConfiguration: ignored('nothing listens beyond 127.0.0.1'),
    Tags: ignored('labels'),
    VersioningConfiguration: ignored(
      'an object that is written once has one version; calls that name versions are refused',
    ),
  }),
  'AWS::S3::BucketPolicy': v.strictObject({ Bucket: v.string(), PolicyDocument: policy }),
  'AWS::SecretsManager::Secret': v.strictObject({
    Name: v.optional(v.string()),
    Description: ignored('words'),
    GenerateSecretString: v.optional(
      v.strictObject({
        PasswordLength: v.optional(v.number(), 32),
        SecretStringTemplate: v.optional(v.string()),
        GenerateStringKey: v.optional(v.string()),
        ExcludePunctuation: ignored('what is made here has none'),
        ExcludeCharacters: ignored('only letters, digits, - and _ are made here'),
        RequireEachIncludedType: ignored('a matter of taste'),
      }),
    ),
    SecretString: v.optional(v.string()),
    Tags: tags,
  }),
  'AWS::SES::ConfigurationSet': v.strictObject({
    Name: v.optional(v.string()),
    DeliveryOptions: ignored('no mail leaves this machine'),
    ReputationOptions: ignored('as DeliveryOptions'),
    SendingOptions: ignored('as DeliveryOptions'),
    SuppressionOptions: ignored('as DeliveryOptions'),
    TrackingOptions: ignored('as DeliveryOptions'),
    VdmOptions: ignored('as DeliveryOptions'),
    Tags: ignored('labels'),
  }),
  'AWS::SES::ConfigurationSetEventDestination': v.strictObject({
    ConfigurationSetName: v.string(),
    EventDestination: v.strictObject({
      Name: v.optional(v.string()),
      Enabled: v.optional(v.literal(true), true),
      MatchingEventTypes: words,
      EventBridgeDestination: v.optional(
        // SES knows the default bus only.
        v.strictObject({ EventBusArn: v.pipe(v.string(), v.endsWith(':event-bus/default')) }),
      ),
      CloudWatchDestination: ignored('no metrics here'),
    }),
  }),
  'AWS::SES::EmailIdentity': v.strictObject({
    EmailIdentity: v.string(),
    ConfigurationSetAttributes: v.optional(v.strictObject({ ConfigurationSetName: v.string() })),
    DkimAttributes: ignored('no mail leaves this machine'),
    DkimSigningAttributes: ignored('as DkimAttributes'),
    FeedbackAttributes: ignored('as DkimAttributes'),
    MailFromAttributes: ignored('as DkimAttributes'),
    Tags: ignored('labels'),
  }),
  'AWS::SQS::Queue': v.strictObject({
    DelaySeconds: v.optional(v.number(), 0),
    VisibilityTimeout: v.optional(v.number(), 30),
    RedrivePolicy: v.optional(
      v.strictObject({ deadLetterTargetArn: v.string(), maxReceiveCount: v.number() }),
    ),
    QueueName: v.optional(v.string()),
    KmsMasterKeyId: ignored('messages are in memory'),
    MessageRetentionPeriod: ignored('nothing runs here for days'),
    ReceiveMessageWaitTimeSeconds: ignored('event source mappings always wait'),
    RedriveAllowPolicy: ignored('one account'),
    SqsManagedSseEnabled: ignored('messages are in memory'),
    Tags: ignored('labels'),
  }),
  'AWS::SQS::QueuePolicy': v.strictObject({ Queues: words, PolicyDocument: policy }),
};

/** Resource types that a machine has no use for, and why. */
export const ignoredTypes: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::ApiMapping': 'the local address is always http://localhost',
  'AWS::ApiGatewayV2::DomainName': 'the local address is always http://localhost',
  'AWS::CloudWatch::Alarm': 'the log is on the screen',
  'AWS::CloudWatch::CompositeAlarm': 'the log is on the screen',
  'AWS::CloudWatch::Dashboard': 'the log is on the screen',
  'AWS::Lambda::EventInvokeConfig':
    'a scheduled run that failed is shown in the log; the next one is not far',
  'AWS::Logs::LogGroup': 'the log is on the screen and in files',
  'AWS::Logs::MetricFilter': 'no metrics here',
  'AWS::SNS::Subscription': 'alarms are not raised here',
  'AWS::SNS::Topic': 'alarms are not raised here',
  'AWS::SNS::TopicPolicy': 'alarms are not raised here',
};

export type ResourceType = keyof typeof schemas;

/** One resource of the template, evaluated. */
export interface Resource<T extends ResourceType> extends Identity {
  id: string;
  /** What people call it, and unlike any other of its type. */
  label: string;
  properties: v.InferOutput<(typeof schemas)[T]>;
}

/** All resources of one type. */
export type Resources = <T extends ResourceType>(type: T) => Resource<T>[];
