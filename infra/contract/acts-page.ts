import type { JsonSchema } from '@valibot/to-json-schema';
import { actKind } from '../../functions/domain/acts.ts';
import { readActExample } from './examples.ts';
import { actNotes } from './fields.ts';
import { eventSchemas, typeName } from './json-schema.ts';

const links: Readonly<Record<string, string>> = {
  When: '[a date](events.md#dates)',
  Person: '[a person](events.md#people)',
};

const code = (value: unknown): string => `\`${String(value)}\``;

const range = (least: number | undefined, most: number | undefined): string =>
  most === undefined ? `at least ${least ?? 0}` : `${least ?? 0} to ${most}`;

const textOf = ({ pattern, maxLength }: JsonSchema): string => {
  if (pattern?.includes('\\d{4}-\\d{2}-\\d{2}$')) return 'a day such as `2026-11-16`';
  if (maxLength !== undefined) return `text, at most ${maxLength} characters`;
  return pattern === undefined ? 'text' : `text as ${code(pattern.replaceAll('|', '\\|'))}`;
};

/** Says in a few words what a value must be. */
const holds = (schema: JsonSchema | boolean): string => {
  if (typeof schema === 'boolean') return 'anything';
  if (schema.$ref !== undefined) return links[schema.$ref] ?? schema.$ref;
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
      return `a number, ${schema.exclusiveMinimum === undefined ? range(schema.minimum, schema.maximum) : `above ${schema.exclusiveMinimum}, at most ${schema.maximum}`}`;
    case 'array':
      return `a list of ${range(schema.minItems, schema.maxItems)}: ${holds([schema.items ?? true].flat()[0] ?? true)}`;
    case 'object':
      return `an object: ${fieldsOf(schema)
        .map(([name, must, what]) => `${code(name)} (${must ? '' : 'if there, '}${what})`)
        .join(', ')}`;
    default:
      return 'anything';
  }
};

const fieldsOf = ({ properties = {}, required = [] }: JsonSchema): [string, boolean, string][] =>
  Object.entries(properties).map(([name, property]) => [name, required.includes(name), holds(property)]);

const sectionOf = (kind: keyof typeof actNotes, schema: JsonSchema): string => {
  const rows = fieldsOf(schema)
    .filter(([name]) => name !== 'kind')
    .map(([name, must, what]) => `| ${code(name)} | ${must ? 'yes' : ''} | ${what} |`);
  return [
    `## ${kind}\n\n${actNotes[kind]}\n`,
    ['| field | must be there | holds |', '|---|---|---|', ...rows].join('\n'),
    `\n[examples/acts/${kind}.json](../examples/acts/${kind}.json)\n`,
    `\`\`\`json\n${readActExample(kind).trim()}\n\`\`\`\n`,
  ].join('\n');
};

/** `docs/acts.md`: each kind of act with its fields and an event that has one. */
export const actsPage = (): string => {
  const schemas = eventSchemas((name) => name);
  const sections = actKind.options.map((kind) => sectionOf(kind, schemas[typeName(kind)] ?? {}));
  return [
    '# Kinds of act\n',
    'Made by `npm run docs` from the schemas that events are parsed with, and from `examples/acts/`.',
    'A fact that a release needs and no event has stands in the draft as `[TO BE CONFIRMED: …]`.\n',
    ...sections,
  ].join('\n');
};
