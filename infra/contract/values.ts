import type { JsonSchema } from '@valibot/to-json-schema';

/** A field of an object, by its path from the act: `ratio.new`; of an item of a list as well: `stages.title`. */
export interface Field {
  name: string;
  isRequired: boolean;
  holds: string;
}

const code = (value: unknown): string => `\`${String(value)}\``;

/** Where the page says what a type is, by the type's name. */
const links: Readonly<Record<string, string>> = {
  When: '[a date](events.md#dates)',
  Person: '[a person](#person)',
  IntroducedPerson: '[a person who is introduced](#introducedperson)',
  Money: '[money](#money)',
  Count: '[a count](#count)',
  Percent: '[a percentage](#percent)',
  Charge: '[a charge](#charge)',
  Saving: '[a saving](#saving)',
  Meeting: '[a meeting](#meeting)',
  Committee: '[a committee](#committee)',
};

const linked = (name: string): string => {
  const link = links[name];
  if (link === undefined)
    throw new Error(`Say in infra/contract/values.ts where docs/acts.md tells of ${name}`);
  return link;
};

const range = (least: number | undefined, most: number | undefined): string =>
  most === undefined ? `at least ${least ?? 0}` : `${least ?? 0} to ${most}`;

const numberOf = ({ exclusiveMinimum: above, minimum, maximum }: JsonSchema): string => {
  if (above === undefined) return range(minimum, maximum);
  return maximum === undefined ? `above ${above}` : `above ${above}, at most ${maximum}`;
};

const textOf = ({ pattern, maxLength }: JsonSchema): string => {
  if (pattern?.includes('\\d{4}-\\d{2}-\\d{2}$')) return 'a day such as `2026-11-16`';
  if (pattern === '^[A-Z]{3}$') return 'a currency such as `EUR`';
  if (maxLength !== undefined) return `text, at most ${maxLength} characters`;
  return pattern === undefined ? 'text' : `text as ${code(pattern.replaceAll('|', '\\|'))}`;
};

const itemOf = ({ items }: JsonSchema): JsonSchema | boolean => [items ?? true].flat()[0] ?? true;

const objectOf = (schema: JsonSchema): string =>
  `an object with ${Object.keys(schema.properties ?? {})
    .map((name) => code(name))
    .join(', ')}`;

/** Says in a few words what a value must be. */
export const holds = (schema: JsonSchema | boolean): string => {
  if (typeof schema === 'boolean') return 'anything';
  if (schema.$ref !== undefined) return linked(schema.$ref);
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(holds))].join('; or ');
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `a whole number, ${range(schema.minimum, schema.maximum)}`;
    case 'number':
      return `a number, ${numberOf(schema)}`;
    case 'array':
      return `a list of ${range(schema.minItems, schema.maxItems)}: ${holds(itemOf(schema))}`;
    case 'object':
      return objectOf(schema);
    default:
      return 'anything';
  }
};

/** The object that a value is, or that each item of a list is; undefined where it is neither, or has a name of its own. */
const objectIn = (schema: JsonSchema | boolean): JsonSchema | undefined => {
  if (typeof schema === 'boolean' || schema.$ref !== undefined) return undefined;
  if (schema.type === 'array') return objectIn(itemOf(schema));
  return schema.type === 'object' ? schema : undefined;
};

const holdsBelow = (schema: JsonSchema | boolean): string =>
  typeof schema === 'object' && schema.type === 'array'
    ? `a list of ${range(schema.minItems, schema.maxItems)}: objects with the fields below`
    : 'an object with the fields below';

/** The fields of an object, each followed by those of the object or list of objects that it holds. */
export const fieldsOf = ({ properties = {}, required = [] }: JsonSchema, inside = ''): Field[] =>
  Object.entries(properties).flatMap(([own, value]) => {
    const name = `${inside}${own}`;
    const below = objectIn(value);
    return [
      {
        name,
        isRequired: required.includes(own),
        holds: below === undefined ? holds(value) : holdsBelow(value),
      },
      ...(below === undefined ? [] : fieldsOf(below, `${name}.`)),
    ];
  });

/** The fields of a type: where it can be one of several objects, those of all of them, each once. */
export const fieldsOfType = (schema: JsonSchema): Field[] => {
  const shapes = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(
    (one) => objectIn(one) ?? [],
  );
  const every = shapes.map((shape) => fieldsOf(shape));
  const fields = new Map(every.flat().map((field) => [field.name, field]));
  return [...fields.values()].map((field) => ({
    ...field,
    isRequired: every.every((one) => one.some(({ name, isRequired }) => name === field.name && isRequired)),
  }));
};
