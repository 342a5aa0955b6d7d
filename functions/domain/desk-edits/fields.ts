import * as v from 'valibot';
import { count, money, percent, when } from '../acts/common.ts';
import { type ActKind, actSchema } from '../acts.ts';
import { localDate } from '../dates.ts';

/** How a fact is typed into a form: what its field takes, and what a choice offers. */
export type FactField =
  | { form: 'day' | 'money' | 'count' | 'percent' | 'number' | 'ratio' | 'yes-no' | 'words' }
  | { form: 'text' | 'list'; limit: number }
  | { form: 'choice'; options: readonly string[] };

const unwrapped = (schema: v.GenericSchema): v.GenericSchema =>
  'wrapped' in schema && v.isOfKind('schema', schema) && isSchema(schema.wrapped)
    ? unwrapped(schema.wrapped)
    : schema;

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const inside = (schema: v.GenericSchema, step: string): v.GenericSchema | undefined => {
  if ('entries' in schema && typeof schema.entries === 'object' && schema.entries !== null) {
    const entry = Object.entries(schema.entries).find(([name]) => name === step)?.[1];
    return isSchema(entry) ? entry : undefined;
  }
  return 'item' in schema && isSchema(schema.item) ? schema.item : undefined;
};

const limitOf = (schema: v.GenericSchema): number => {
  const pipe: unknown = 'pipe' in schema ? schema.pipe : [];
  const limits = (Array.isArray(pipe) ? pipe : []).flatMap((step: unknown) =>
    typeof step === 'object' &&
    step !== null &&
    'type' in step &&
    step.type === 'max_length' &&
    'requirement' in step
      ? [Number(step.requirement)]
      : [],
  );
  return Math.min(...limits, 2000);
};

const optionsOf = (schema: v.GenericSchema): string[] => {
  const options: unknown = 'options' in schema ? schema.options : [];
  return Array.isArray(options) ? options.filter((option) => typeof option === 'string') : [];
};

const known = new Map<unknown, FactField>([
  [when, { form: 'day' }],
  [localDate, { form: 'day' }],
  [money, { form: 'money' }],
  [count, { form: 'count' }],
  [percent, { form: 'percent' }],
]);

const fieldOf = (schema: v.GenericSchema): FactField => {
  const found = known.get(schema);
  if (found !== undefined) return found;
  switch (schema.type) {
    case 'picklist':
      return { form: 'choice', options: optionsOf(schema) };
    case 'boolean':
      return { form: 'yes-no' };
    case 'number':
      return { form: 'number' };
    case 'string':
      return { form: 'text', limit: limitOf(schema) };
    case 'array': {
      const item = inside(schema, '0');
      return item?.type === 'string' ? { form: 'list', limit: limitOf(item) } : { form: 'words' };
    }
    case 'strict_object':
      return inside(schema, 'old') === undefined ? { form: 'words' } : { form: 'ratio' };
    default:
      return { form: 'words' };
  }
};

const schemaOf = (kind: ActKind): v.GenericSchema | undefined =>
  actSchema.options.find((option) => option.entries.kind.literal === kind);

/**
 * How a fact at a place in an act of a kind is typed, by the schema of the kind; in words where there is no such place, or one
 * that no single field can fill.
 */
export const factField = (kind: ActKind, path: string | undefined): FactField => {
  const start = schemaOf(kind);
  if (path === undefined || start === undefined) return { form: 'words' };
  const found = path.split('.').reduce<v.GenericSchema | undefined>((schema, step) => {
    const next = schema && inside(schema, step);
    return next && unwrapped(next);
  }, start);
  return found === undefined ? { form: 'words' } : fieldOf(found);
};
