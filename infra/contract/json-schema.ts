import { type JsonSchema, type OverrideActionContext, toJsonSchemaDefs } from '@valibot/to-json-schema';
import {
  charge,
  committee,
  count,
  introducedPerson,
  meeting,
  money,
  percent,
  personSchema,
  saving,
} from '../../functions/domain/acts/common.ts';
import { actSchema } from '../../functions/domain/acts.ts';
import { cloudEventSchema } from '../../functions/domain/event.ts';
import { actNotes, attributeNotes, dataNotes } from './fields.ts';
import { fieldNotes } from './notes/fields-of-acts.ts';

/** `officer-departure` becomes `OfficerDeparture`, as names of types are written. */
export const typeName = (kind: string): string =>
  kind
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const described = (schema: JsonSchema, ...words: (string | undefined)[]): JsonSchema => ({
  ...schema,
  description: words.filter((word) => word !== undefined).join('; '),
});

const atLeastOne = (name: string): JsonSchema => ({
  properties: { [name]: { minItems: 1 } },
  required: [name],
});

/** Checks in code, by their messages, that JSON Schema has words for, if only in part. */
const inSchema: Readonly<Record<string, JsonSchema>> = {
  'must be a day that exists': { format: 'date' },
  'must be one line of text, not empty, without control characters and without a space at either end': {
    pattern: '^\\S(?:.*\\S)?$',
  },
  'must have an act, or name what it replaces or retracts': {
    anyOf: ['acts', 'replaces', 'retracts'].map(atLeastOne),
  },
};

const isPlainPattern = (action: object): action is { requirement: RegExp } =>
  'requirement' in action && action.requirement instanceof RegExp && action.requirement.flags === '';

/** What JSON Schema has no word for is written into the description: checks in code, and patterns that pass over case. */
const sayInWords = ({ valibotAction, jsonSchema, errors }: OverrideActionContext): JsonSchema | undefined => {
  // Where a line has a pattern of its own, that is the narrower one.
  if (valibotAction.type === 'regex' && isPlainPattern(valibotAction))
    return { ...jsonSchema, pattern: valibotAction.requirement.source };
  if (errors === undefined) return undefined;
  const rule = 'message' in valibotAction ? valibotAction.message : undefined;
  if (typeof rule !== 'string') throw new Error(`${valibotAction.type} has no message to describe it by`);
  const { pattern, ...rest } = jsonSchema;
  const known = valibotAction.type === 'regex' ? rest : { ...inSchema[rule], ...jsonSchema };
  return described(known, jsonSchema.description, rule);
};

const kinds = actSchema.options.map((option) => [option.entries.kind.literal, option] as const);

const [when] = actSchema.options.flatMap(({ entries }) =>
  'effective' in entries ? [entries.effective.wrapped] : [],
);

const definitions = {
  Event: cloudEventSchema,
  Data: cloudEventSchema.entries.data,
  Act: actSchema,
  ...Object.fromEntries(kinds.map(([kind, option]) => [typeName(kind), option])),
  Person: personSchema,
  IntroducedPerson: introducedPerson,
  Money: money,
  Count: count,
  Percent: percent,
  Charge: charge,
  Saving: saving,
  Meeting: meeting,
  Committee: committee,
  ...(when !== undefined && { When: when }),
};

/** Puts what people are told of each field before the rules of its schema. */
const withNotes = (schema: JsonSchema, notes: Readonly<Record<string, string>>): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) =>
      typeof property === 'boolean'
        ? [name, property]
        : [name, described(property, notes[name], property.description)],
    ),
  ),
});

/**
 * The JSON Schemas (2020-12) of an event, its data, an act and each kind of act by its type name, made of the schemas that
 * receive parses with. They take all that receive takes; what they take and receive refuses is told in descriptions.
 * `refer` says what refers to one of them by its name.
 */
export const eventSchemas = (refer: (name: string) => string): Readonly<Record<string, JsonSchema>> => {
  const { Event, Data, Act, ...others } = toJsonSchemaDefs(definitions, {
    target: 'draft-2020-12',
    typeMode: 'input',
    overrideAction: sayInWords,
    overrideRef: ({ referenceId }) => refer(referenceId),
  });
  const named: Readonly<Record<string, JsonSchema>> = others;
  // Tells tools that make code which type an act is, so that they need not try each.
  const mapping = Object.fromEntries(kinds.map(([kind]) => [kind, refer(typeName(kind))]));
  const act = { ...Act, discriminator: { propertyName: 'kind', mapping } };
  return {
    Event: withNotes(Event, attributeNotes),
    Data: withNotes(Data, dataNotes),
    Act: act,
    ...named,
    ...Object.fromEntries(
      kinds.map(([kind]) => [
        typeName(kind),
        { description: actNotes[kind], ...withNotes(named[typeName(kind)] ?? {}, fieldNotes(kind)) },
      ]),
    ),
  };
};

/** The JSON Schema of an event by itself, for editors and validators. */
export const eventSchemaFile = (): object => {
  const { Event, ...others } = eventSchemas((name) => `#/$defs/${name}`);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'An event that Gazette takes, as structured mode writes it',
    ...Event,
    $defs: others,
  };
};
