import { decide } from '../iam/evaluate.ts';
import { glob } from '../iam/glob.ts';
import type { Policies } from '../iam/policies.ts';
import { NotRunnable } from './not-runnable.ts';
import type { World } from './physical.ts';
import type { Resources } from './resource-types.ts';

type Check = (resources: Resources, policies: Policies, world: World) => void;

const refused = (id: string, what: string) => new NotRunnable(id, `AWS would refuse it, because ${what}`);

const checkNotifications: Check = (resources, policies, { account }) => {
  for (const { id, attributes, properties } of resources('AWS::S3::Bucket'))
    for (const { Queue } of properties.NotificationConfiguration?.QueueConfigurations ?? []) {
      const context = {
        'aws:securetransport': 'true',
        'aws:sourceaccount': account,
        'aws:sourcearn': attributes['Arn'] ?? '',
      };
      const caller = { principal: { service: 's3.amazonaws.com' }, policies: [] };
      const demand = { action: 'sqs:SendMessage', resource: Queue, context };
      if (!decide(caller, demand, policies.ofResource(Queue)).allowed)
        throw refused(id, `the policy of ${Queue} does not let S3 send to it`);
    }
};

const checkRules: Check = (resources, policies, { account }) => {
  for (const { id, attributes, properties } of resources('AWS::Events::Rule')) {
    if (properties.EventPattern === undefined) continue;
    for (const { Arn } of properties.Targets) {
      const context = {
        'aws:securetransport': 'true',
        'aws:sourceaccount': account,
        'aws:sourcearn': attributes['Arn'] ?? '',
      };
      const caller = { principal: { service: 'events.amazonaws.com' }, policies: [] };
      const demand = { action: 'sqs:SendMessage', resource: Arn, context };
      if (!decide(caller, demand, policies.ofResource(Arn)).allowed)
        throw refused(id, `the policy of ${Arn} does not let EventBridge send to it`);
    }
  }
};

const functionsOf = (resources: Resources) => {
  const functions = resources('AWS::Lambda::Function');
  return (nameOrArn: string) =>
    functions.find(({ ref, attributes }) => nameOrArn === ref || nameOrArn === attributes['Arn']);
};

const checkPolling: Check = (resources, policies) => {
  const named = functionsOf(resources);
  for (const { id, properties } of resources('AWS::Lambda::EventSourceMapping')) {
    const role = named(properties.FunctionName)?.properties.Role ?? '';
    const caller = { principal: { role }, policies: policies.ofRole(role) };
    const resource = properties.EventSourceArn;
    for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']) {
      const demand = { action, resource, context: { 'aws:securetransport': 'true' } };
      if (!decide(caller, demand, policies.ofResource(resource)).allowed)
        throw refused(id, `${role} may not ${action} on ${resource}`);
    }
  }
};

const checkInvoking: Check = (resources, _, { region, account }) => {
  const named = functionsOf(resources);
  const permissions = resources('AWS::Lambda::Permission').map(({ properties }) => properties);
  const require = (id: string, service: string, fn: string, source: string) => {
    const granted = permissions.some(
      ({ FunctionName, Principal, SourceArn = '*', SourceAccount = account }) =>
        named(FunctionName) === named(fn) &&
        Principal === service &&
        glob(SourceArn).test(source) &&
        SourceAccount === account,
    );
    if (!granted) throw refused(id, `no permission lets ${service} invoke ${fn}`);
  };
  for (const { id, attributes, properties } of resources('AWS::Events::Rule'))
    if (properties.ScheduleExpression !== undefined)
      for (const { Arn } of properties.Targets)
        require(id, 'events.amazonaws.com', Arn, attributes['Arn'] ?? '');
  const integrations = resources('AWS::ApiGatewayV2::Integration');
  for (const {
    id,
    properties: { ApiId, RouteKey, Target },
  } of resources('AWS::ApiGatewayV2::Route')) {
    const integration = integrations.find(({ ref }) => Target === `integrations/${ref}`);
    const path = RouteKey.replace(/^\S+ ?/, '') || '/$default';
    const source = `arn:aws:execute-api:${region}:${account}:${ApiId}/$default/POST${path}`;
    require(id, 'apigateway.amazonaws.com', integration?.properties.IntegrationUri ?? '', source);
  }
};

/**
 * Checks what AWS checks between services, since no call through the gateway shows it: that S3 and EventBridge may send to their queues, that
 * functions may read from theirs, and that API Gateway and EventBridge may invoke functions. Throws NotRunnable.
 */
export const checkWiring: Check = (resources, policies, world) => {
  for (const check of [checkNotifications, checkRules, checkPolling, checkInvoking])
    check(resources, policies, world);
};
