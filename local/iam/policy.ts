import * as v from 'valibot';
import { NotRunnable } from '../template/not-runnable.ts';
import { type Condition, checkCondition } from './conditions.ts';

const oneOrMany = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value): readonly string[] => [value].flat()),
);
const conditionValue = v.union([v.string(), v.boolean(), v.number()]);
const conditionValues = v.pipe(
  v.union([conditionValue, v.array(conditionValue)]),
  v.transform((value): readonly string[] => [value].flat().map(String)),
);

const principal = v.union([
  v.literal('*'),
  v.strictObject({ AWS: v.optional(oneOrMany, []), Service: v.optional(oneOrMany, []) }),
]);

const statement = v.strictObject({
  Sid: v.optional(v.string()),
  Effect: v.picklist(['Allow', 'Deny']),
  Principal: v.optional(principal),
  Action: v.optional(oneOrMany),
  NotAction: v.optional(oneOrMany),
  Resource: v.optional(oneOrMany),
  NotResource: v.optional(oneOrMany),
  Condition: v.optional(v.record(v.string(), v.record(v.string(), conditionValues)), {}),
});

const document = v.object({
  Statement: v.pipe(
    v.unknown(),
    v.transform((value) => [value].flat()),
    v.array(statement),
  ),
});

/** One statement of a policy: conditions flattened, everything else as IAM spells it. */
export type Statement = Omit<v.InferOutput<typeof statement>, 'Condition'> & {
  conditions: readonly Condition[];
};

/** The statements of a policy document; throws NotRunnable for whatever in it the evaluator would not honour. */
export const statementsOf = (policy: unknown, where: string): Statement[] => {
  const parsed = v.safeParse(document, policy);
  if (!parsed.success) {
    const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
    throw new NotRunnable(`the policy of ${where}`, issues.join('; '));
  }
  return parsed.output.Statement.map(({ Condition: byOperator, ...rest }) => {
    const conditions = Object.entries(byOperator).flatMap(([operator, byKey]) =>
      Object.entries(byKey).map(([key, values]) => ({ operator, key, values })),
    );
    for (const condition of conditions) checkCondition(condition, `the policy of ${where}`);
    for (const resource of [...(rest.Resource ?? []), ...(rest.NotResource ?? [])])
      if (resource.includes('${'))
        throw new NotRunnable(`the policy of ${where}`, `the policy variable in ${resource}`);
    return { ...rest, conditions };
  });
};
