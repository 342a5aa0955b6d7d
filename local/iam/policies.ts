import type { Resources } from '../template/resource-types.ts';
import { type Statement, statementsOf } from './policy.ts';

/** Every policy of a template, by what it is attached to. */
export interface Policies {
  /** By the role's ARN. */
  ofRole(arn: string): readonly Statement[];
  /** By the ARN of a bucket or queue; empty where it has none. */
  ofResource(arn: string): readonly Statement[];
}

/** Collects the policies of roles, buckets and queues; throws NotRunnable for a statement that cannot be evaluated here. */
export const collectPolicies = (resources: Resources): Policies => {
  const roles = resources('AWS::IAM::Role');
  const attached = resources('AWS::IAM::Policy');
  const byRole = new Map(
    roles.map(({ id, ref, attributes, properties }) => [
      attributes['Arn'],
      [
        ...properties.Policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument, id)),
        ...attached
          .filter((policy) => policy.properties.Roles.includes(ref))
          .flatMap((policy) => statementsOf(policy.properties.PolicyDocument, policy.id)),
      ],
    ]),
  );
  const byResource = new Map<string | undefined, Statement[]>();
  const attach = (
    refs: readonly string[],
    targets: readonly { ref: string; attributes: Identity }[],
    id: string,
    document: unknown,
  ) => {
    for (const { attributes } of targets.filter(({ ref }) => refs.includes(ref)))
      byResource.set(attributes['Arn'], [
        ...(byResource.get(attributes['Arn']) ?? []),
        ...statementsOf(document, id),
      ]);
  };
  for (const { id, properties } of resources('AWS::S3::BucketPolicy'))
    attach([properties.Bucket], resources('AWS::S3::Bucket'), id, properties.PolicyDocument);
  for (const { id, properties } of resources('AWS::SQS::QueuePolicy'))
    attach(properties.Queues, resources('AWS::SQS::Queue'), id, properties.PolicyDocument);
  return {
    ofRole: (arn) => byRole.get(arn) ?? [],
    ofResource: (arn) => byResource.get(arn) ?? [],
  };
};

type Identity = Readonly<Record<string, string>>;
