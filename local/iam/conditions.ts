import { NotRunnable } from '../template/not-runnable.ts';
import { glob } from './glob.ts';

/** What is known of a call, by condition key in lower case; a key that does not apply is not there. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** Operator, key, values: as in a policy, one level flatter. */
export interface Condition {
  operator: string;
  key: string;
  values: readonly string[];
}

type Test = (actual: string, expected: string) => boolean;

const equals: Test = (actual, expected) => actual === expected;
const like: Test = (actual, expected) => glob(expected).test(actual);
const arnParts = (arn: string): string[] => {
  const [a = '', b = '', c = '', d = '', e = '', ...rest] = arn.split(':');
  return [a, b, c, d, e, rest.join(':')];
};
const arnLike: Test = (actual, expected) => {
  const patterns = arnParts(expected);
  return arnParts(actual).every((part, i) => glob(patterns[i] ?? '').test(part));
};

const tests: Readonly<Record<string, Test>> = {
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  NumericEquals: (actual, expected) => Number(actual) === Number(expected),
  NumericGreaterThan: (actual, expected) => Number(actual) > Number(expected),
  NumericGreaterThanEquals: (actual, expected) => Number(actual) >= Number(expected),
  NumericLessThan: (actual, expected) => Number(actual) < Number(expected),
  NumericLessThanEquals: (actual, expected) => Number(actual) <= Number(expected),
  StringEquals: equals,
  StringEqualsIgnoreCase: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  StringLike: like,
};

// The keys that the gateway fills in whenever they apply. Any other would be missing from every call, and its condition
// would be decided by that.
const knownKeys = new Set([
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'kms:signingalgorithm',
  's3:delimiter',
  's3:if-none-match',
  's3:max-keys',
  's3:prefix',
  's3:tlsversion',
  'secretsmanager:secretid',
  'ses:fromaddress',
  'ses:recipients',
]);

interface Operator {
  quantifier: 'ForAnyValue' | 'ForAllValues' | undefined;
  negated: boolean;
  ifExists: boolean;
  test: Test | 'Null';
}

const operatorOf = (name: string): Operator | undefined => {
  const [, quantifier, base = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(name) ?? [];
  const positive = base.replace(/^(String|Arn|Numeric)Not/, '$1');
  const test = base === 'Null' ? 'Null' : tests[positive];
  if (test === undefined) return undefined;
  return {
    quantifier: quantifier === 'ForAnyValue' || quantifier === 'ForAllValues' ? quantifier : undefined,
    negated: positive !== base,
    ifExists: ifExists !== undefined,
    test,
  };
};

/** Throws NotRunnable for an operator or a key that `holds` could not decide as IAM would. */
export const checkCondition = ({ operator, key, values }: Condition, where: string): void => {
  if (operatorOf(operator) === undefined) throw new NotRunnable(where, `the condition operator ${operator}`);
  if (!knownKeys.has(key.toLowerCase())) throw new NotRunnable(where, `the condition key ${key}`);
  if (values.some((value) => value.includes('${')))
    throw new NotRunnable(where, `a policy variable in ${key}`);
};

/** Whether one condition holds for a call. */
export const holds = ({ operator, key, values }: Condition, context: Context): boolean => {
  const known = operatorOf(operator);
  if (known === undefined) throw new NotRunnable('a policy', `the condition operator ${operator}`);
  const { quantifier, negated, ifExists, test } = known;
  const actual = context[key.toLowerCase()];
  if (test === 'Null') return values.includes(String(actual === undefined));
  const matches = (one: string) => values.some((expected) => test(one, expected)) !== negated;
  if (quantifier === 'ForAllValues') return [actual ?? []].flat().every(matches);
  if (quantifier === 'ForAnyValue') return [actual ?? []].flat().some(matches);
  // IAM takes a negated operator to hold where the key is missing, and any other not to.
  if (actual === undefined) return negated || ifExists;
  return [actual].flat().every(matches);
};
