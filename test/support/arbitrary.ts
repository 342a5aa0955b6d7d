import fc from 'fast-check';
import type * as v from 'valibot';

type Schema = v.GenericSchema;

interface Limits {
  min?: number;
  max?: number;
  length?: number;
  integer?: boolean;
  pattern?: RegExp;
}

const limitsOf = (schema: object): Limits => {
  const limits: Limits = {};
  const actions: readonly object[] = 'pipe' in schema && Array.isArray(schema.pipe) ? schema.pipe : [];
  for (const action of actions) {
    if ('pipe' in action) Object.assign(limits, limitsOf(action));
    // The schema that a pipe begins with may be a pipe itself, such as a number that is more than 0.
    if ('pipe' in action) Object.assign(limits, limitsOf(action));
    if (!('type' in action) || !('requirement' in action)) {
      if ('type' in action && action.type === 'integer') limits.integer = true;
      continue;
    }
    const { type, requirement } = action;
    if (type === 'integer') limits.integer = true;
    if (type === 'regex' && requirement instanceof RegExp) limits.pattern = requirement;
    if (typeof requirement !== 'number') continue;
    if (type === 'min_value') limits.min = requirement;
    if (type === 'gt_value') limits.min = requirement + 0.01;
    if (type === 'max_value') limits.max = requirement;
    if (type === 'max_length') limits.length = requirement;
  }
  return limits;
};

/** Words that occur nowhere else, so that a text can be searched for them. */
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.stringMatching(/^[A-Z][a-z]{3,7}[0-9]{2}$/), { minLength: 1, maxLength: 3 })
    .map((list) => list.join(' ').slice(0, most).trim());

const day = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2030, 0, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

const text = ({ pattern, length = 200 }: Limits): fc.Arbitrary<string> => {
  if (pattern === undefined) return words(length);
  if (pattern.test('2002-06-05')) return day;
  if (pattern.test('USD')) return fc.constantFrom('USD', 'EUR', 'CAD');
  throw new Error(`There is no generator for ${pattern}`);
};

const number = ({ min = 0, max = 10_000_000, integer = false }: Limits): fc.Arbitrary<number> =>
  integer
    ? fc.integer({ min: Math.ceil(min), max: Math.min(max, 10_000_000) })
    : fc
        .integer({ min: Math.ceil(min * 100), max: Math.min(max, 10_000_000) * 100 })
        .map((cents) => cents / 100);

type Known =
  | v.StringSchema<undefined>
  | v.NumberSchema<undefined>
  | v.BooleanSchema<undefined>
  | v.LiteralSchema<v.Literal, undefined>
  | v.PicklistSchema<readonly string[], undefined>
  | v.OptionalSchema<Schema, undefined>
  | v.ArraySchema<Schema, undefined>
  | v.UnionSchema<readonly Schema[], undefined>
  | v.StrictObjectSchema<Record<string, Schema>, undefined>
  | v.LazySchema<Schema>;

const knownTypes = [
  'string',
  'number',
  'boolean',
  'literal',
  'picklist',
  'optional',
  'array',
  'union',
  'strict_object',
  'lazy',
];

const isKnown = (schema: object): schema is Known =>
  'type' in schema && knownTypes.includes(String(schema.type));

/** Values that a schema of this project takes; optional fields come and go. Throws for a kind of schema that it does not know. */
export const arbitraryOf = (schema: object): fc.Arbitrary<unknown> => {
  if (!isKnown(schema)) throw new Error(`There is no generator for ${JSON.stringify(schema)}`);
  const limits = limitsOf(schema);
  switch (schema.type) {
    case 'string':
      return text(limits);
    case 'number':
      return number(limits);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(schema.literal);
    case 'picklist':
      return fc.constantFrom(...schema.options);
    case 'optional':
      return arbitraryOf(schema.wrapped);
    case 'array':
      return fc.array(arbitraryOf(schema.item), { minLength: 1, maxLength: Math.min(limits.length ?? 3, 3) });
    case 'union':
      return fc.oneof(...schema.options.map(arbitraryOf));
    case 'strict_object':
      return objectOf(schema.entries);
    case 'lazy':
      return arbitraryOf(schema.getter(undefined));
  }
};

const objectOf = (entries: Record<string, Schema>): fc.Arbitrary<unknown> => {
  const required = Object.keys(entries).filter((name) => entries[name]?.type !== 'optional');
  return fc.record(
    Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, arbitraryOf(entry)])),
    { requiredKeys: required },
  );
};
