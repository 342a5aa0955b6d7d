import { NotRunnable } from './not-runnable.ts';

/** Where the local stack pretends to be. */
export interface World {
  region: string;
  account: string;
  /** Address of the HTTP API, as people open it. */
  baseUrl: string;
  /** Address of the gateway in front of all services, as functions call it. */
  endpoint: string;
}

/** What CloudFormation would know of a resource once it is made. */
export interface Identity {
  name: string;
  ref: string;
  attributes: Readonly<Record<string, string>>;
}

interface Described {
  id: string;
  type: string;
  stackName: string;
  property(name: string): unknown;
}

type Rule = {
  named?: string;
  identify: (name: string, world: World) => { ref: string; attributes?: Record<string, string> };
};

const arn = (service: string, { region, account }: World, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

const byArn = (service: string, kind = '', named?: string): Rule => ({
  ...(named !== undefined && { named }),
  identify: (name, world) => {
    const own = arn(service, world, `${kind}${name}`);
    return { ref: own, attributes: { Arn: own } };
  },
});

const byName = (service: string, kind: string, named: string): Rule => ({
  named,
  identify: (name, world) => ({ ref: name, attributes: { Arn: arn(service, world, `${kind}${name}`) } }),
});

const byId: Rule = { identify: (name) => ({ ref: name }) };

const rules: Readonly<Record<string, Rule>> = {
  'AWS::ApiGatewayV2::Api': {
    identify: (name, { baseUrl }) => ({ ref: name, attributes: { ApiId: name, ApiEndpoint: baseUrl } }),
  },
  'AWS::ApiGatewayV2::DomainName': {
    named: 'DomainName',
    identify: (name) => ({ ref: name, attributes: { RegionalDomainName: 'localhost' } }),
  },
  'AWS::ApiGatewayV2::Integration': byId,
  'AWS::ApiGatewayV2::Route': byId,
  'AWS::ApiGatewayV2::Stage': { named: 'StageName', identify: (name) => ({ ref: name }) },
  'AWS::CloudWatch::Alarm': byName('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::Events::Rule': byName('events', 'rule/', 'Name'),
  'AWS::IAM::Policy': byId,
  'AWS::IAM::Role': {
    named: 'RoleName',
    identify: (name, { account }) => ({
      ref: name,
      attributes: { Arn: `arn:aws:iam::${account}:role/${name}` },
    }),
  },
  'AWS::KMS::Alias': byId,
  'AWS::KMS::Key': byArn('kms', 'key/'),
  'AWS::Lambda::EventSourceMapping': byId,
  'AWS::Lambda::Function': byName('lambda', 'function:', 'FunctionName'),
  'AWS::Lambda::Permission': byId,
  'AWS::Logs::LogGroup': {
    named: 'LogGroupName',
    identify: (name, world) => ({
      ref: name,
      attributes: { Arn: `${arn('logs', world, `log-group:${name}`)}:*` },
    }),
  },
  'AWS::S3::Bucket': {
    named: 'BucketName',
    identify: (name, { region }) => ({
      ref: name.toLowerCase(),
      attributes: {
        Arn: `arn:aws:s3:::${name.toLowerCase()}`,
        RegionalDomainName: `${name.toLowerCase()}.s3.${region}.amazonaws.com`,
      },
    }),
  },
  'AWS::S3::BucketPolicy': byId,
  'AWS::SecretsManager::Secret': {
    named: 'Name',
    // Secrets Manager puts six characters of its own behind a name, and policies must allow for them.
    identify: (name, world) => ({ ref: arn('secretsmanager', world, `secret:${name}-Local0`) }),
  },
  'AWS::SES::ConfigurationSet': { named: 'Name', identify: (name) => ({ ref: name }) },
  'AWS::SES::ConfigurationSetEventDestination': byId,
  'AWS::SES::EmailIdentity': {
    named: 'EmailIdentity',
    identify: (name, world) => ({ ref: name, attributes: { Arn: arn('ses', world, `identity/${name}`) } }),
  },
  'AWS::SNS::Topic': byArn('sns', '', 'TopicName'),
  'AWS::SQS::QueuePolicy': byId,
  'AWS::SQS::Queue': {
    named: 'QueueName',
    identify: (name, world) => {
      const url = `${world.endpoint}/${world.account}/${name}`;
      return { ref: url, attributes: { Arn: arn('sqs', world, name), QueueName: name, QueueUrl: url } };
    },
  },
};

/** The name, the `Ref` and the attributes of a resource; throws NotRunnable for a type that nothing may refer to here. */
export const identityOf = ({ id, type, stackName, property }: Described, world: World): Identity => {
  const rule = rules[type];
  if (rule === undefined) throw new NotRunnable(id, `a reference to a resource of type ${type}`);
  const given = rule.named === undefined ? undefined : property(rule.named);
  const name = typeof given === 'string' ? given : `${stackName}-${id}`;
  return { name, attributes: {}, ...rule.identify(name, world) };
};
