import type { JsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';

/** Values that seldom are what a schema wants, and that it must then refuse or take for the right reason. */
const strange = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 1e9, '', ' ', 'x', 'x ', '2026-02-30', '2026-13-01', [], {}),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }),
  fc.jsonValue({ maxDepth: 1 }),
);

const likely = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | unknown> =>
  fc.oneof({ weight: 60, arbitrary: values }, { weight: 1, arbitrary: strange });

const good = [
  'Chief Financial Officer',
  'Zoë',
  'application/json',
  'APPLICATION/JSON; charset=UTF-8',
  '2026-11-16',
  '2026-11-17T18:20:00Z',
  '2026-11-17T18:20:00+01:00',
  'halden-optics',
];

/** Texts that a schema takes: mostly such as people write, and some that only their pattern or length makes good. */
const texts = ({ pattern = '', minLength = 0, maxLength = 300 }: JsonSchema): fc.Arbitrary<unknown> => {
  const matching = new RegExp(pattern, 'u');
  const usual = good.filter((text) => matching.test(text) && text.length <= maxLength);
  const made =
    pattern === ''
      ? fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 20) })
      : fc.stringMatching(matching);
  return usual.length === 0
    ? made
    : fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: made });
};

/** Values of a schema of an event, mostly good ones, by the schemas that it refers to by their names. */
export const valuesOf = (
  schema: JsonSchema | boolean,
  named: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<unknown> => {
  const inside = (one: JsonSchema | boolean) => likely(valuesOf(one, named));
  if (typeof schema === 'boolean') return strange;
  if (schema.$ref !== undefined) return valuesOf(named[schema.$ref] ?? true, named);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && schema.type === undefined)
    return fc.oneof(...choices.map((one) => valuesOf(one, named)));
  switch (schema.type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const { minItems: minLength = 0, maxItems = 3 } = schema;
      const [items = true] = [schema.items ?? true].flat();
      return fc.array(inside(items), { minLength, maxLength: Math.min(maxItems, minLength + 2) });
    }
    case 'object': {
      const entries = Object.entries(schema.properties ?? {}).map(
        ([name, one]) => [name, inside(one)] as const,
      );
      return fc.record(Object.fromEntries(entries), { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return strange;
  }
};
