import type { JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { eventSchemas, typeName } from '../infra/contract/json-schema.ts';

type Schema = JsonSchema | boolean | undefined;

let schemas: ReturnType<typeof eventSchemas> | undefined;

/** The schema of a name; all are made when the first is wanted, as most events need none. */
const schemaNamed = (name: string): JsonSchema | undefined => {
  schemas ??= eventSchemas((one) => one);
  return schemas[name];
};

const objectSchema = v.looseObject({ kind: v.optional(v.unknown()) });

/** The schema that a value is to follow: what it refers to and, for an act, that of its kind. */
const resolve = (schema: Schema, value: unknown): JsonSchema | undefined => {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref !== undefined) return resolve(schemaNamed(schema.$ref), value);
  if (!('discriminator' in schema)) return schema;
  const act = v.safeParse(objectSchema, value);
  return act.success ? schemaNamed(typeName(String(act.output.kind))) : undefined;
};

const below = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;

/** The schema of the object that a pointer's last step is in; undefined where it may be one of several. */
const around = (event: unknown, steps: readonly string[]): JsonSchema | undefined => {
  let [schema, value] = [resolve(schemaNamed('Event'), event), event];
  for (const step of steps.slice(0, -1)) {
    value = below(value, step);
    const inside: Schema =
      schema?.type === 'array' ? [schema.items ?? true].flat()[0] : schema?.properties?.[step];
    schema = resolve(inside, value);
  }
  return schema;
};

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Whether one name is the other with a letter more, less or other, or in other letters' case. */
const isNear = (one: string, other: string): boolean => {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restOfA, restOfB] = [a.slice(at), b.slice(at)];
  return (
    restOfA.slice(1) === restOfB || restOfA === restOfB.slice(1) || restOfA.slice(1) === restOfB.slice(1)
  );
};

const knownNames = (unknown: string, { properties = {} }: JsonSchema): string => {
  const names = Object.keys(properties);
  const near = names.filter((name) => isNear(name, unknown));
  if (near.length > 0) return `; there is ${near.join(' and ')}`;
  return names.length === 0 ? '' : `; there are ${names.join(', ')}`;
};

const possibleValues = (schema: Schema): string =>
  typeof schema === 'object' && schema.enum !== undefined ? `; it may be ${schema.enum.join(', ')}` : '';

/** What a person should know besides of a fault in an event: which fields there are, or which values one may have. */
export const hintFor = (event: unknown, pointer: string, detail: string): string => {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [last = ''] = steps.slice(-1);
  const schema = around(event, steps);
  if (schema === undefined) return '';
  if (detail === 'is not a known field') return knownNames(last, schema);
  return detail === 'is missing' ? possibleValues(schema.properties?.[last]) : '';
};
