import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '@valibot/to-json-schema';
import { type ActKind, actKind } from '../../functions/domain/acts.ts';
import { readAskedFor } from './asked-for.ts';
import { readActExample } from './examples.ts';
import { actNotes } from './fields.ts';
import { eventSchemas, typeName } from './json-schema.ts';
import type { FieldNotes } from './notes/common.ts';
import { fieldNotes } from './notes/fields-of-acts.ts';
import { typeNotes } from './notes/types.ts';
import { type Field, fieldsOf, fieldsOfType, holds } from './values.ts';

const file = join(import.meta.dirname, '..', '..', 'docs', 'acts.md');

const tableOf = (
  fields: readonly Field[],
  notes: FieldNotes,
  asked: ReadonlySet<string> = new Set(),
): string => {
  const rows = fields.map(({ name, isRequired, holds: what }) => {
    const must = isRequired ? 'yes' : asked.has(name) ? 'asked for' : '';
    return `| \`${name}\` | ${must} | ${notes[name] ?? ''} | ${what} |`;
  });
  return ['| field | must be there | what it says | holds |', '|---|---|---|---|', ...rows].join('\n');
};

const sectionOf = (kind: ActKind, schema: JsonSchema, asked: ReadonlySet<string> | undefined): string =>
  [
    `## ${kind}\n\n${actNotes[kind]}\n`,
    tableOf(
      fieldsOf(schema).filter(({ name }) => name !== 'kind'),
      fieldNotes(kind),
      asked,
    ),
    `\n[examples/acts/${kind}.json](../examples/acts/${kind}.json)\n`,
    `\`\`\`json\n${readActExample(kind).trim()}\n\`\`\`\n`,
  ].join('\n');

/** A type that has no object of its own, or another form besides, says which forms there are. */
const typeSection = (name: string, schema: JsonSchema): string => {
  const { says, fields } = typeNotes[name] ?? { says: '', fields: {} };
  const forms = schema.anyOf === undefined ? [] : [`It is ${holds(schema)}.\n`];
  return [`### ${name}\n\n${says}\n`, ...forms, `${tableOf(fieldsOfType(schema), fields)}\n`].join('\n');
};

/** `docs/acts.md`: each kind of act with its fields and an event that has one, and the types that several have. */
export const actsPage = (): string => {
  const schemas = eventSchemas((name) => name);
  const asked = readAskedFor();
  return [
    '# Kinds of act\n',
    'Made by `npm run docs` from the schemas that events are parsed with, and from `examples/`.\n',
    'Sentences are made of the fields; what stands in a field is printed as it is. Where a field follows words of ours, they',
    'stand between quotation marks here, and an example after a colon. A whole sentence begins with a capital; its full stop',
    'may be left out. `a.b` is the field `b` of the object `a`, or of each item of the list `a`.\n',
    '| must be there | |',
    '|---|---|',
    '| yes | an event without it is refused |',
    '| asked for | the event is taken without it; where the release needs it, it stands in the draft as `[TO BE CONFIRMED: …]`, and the draft cannot be approved |',
    '| | may be left out |',
    '',
    ...actKind.options.map((kind) => sectionOf(kind, schemas[typeName(kind)] ?? {}, asked.get(kind))),
    '## Types\n',
    ...Object.keys(typeNotes).map((name) => typeSection(name, schemas[name] ?? {})),
  ].join('\n');
};

if (import.meta.main) writeFileSync(file, actsPage());
