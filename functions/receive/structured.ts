import type { FieldError } from '../domain/problem.ts';
import { invalidEvent, requireObject } from '../domain/validation.ts';
import { fromBase64 } from './body.ts';
import { readJson } from './json.ts';

const dataMembers = ['data', 'data_base64'];

/** What is wrong with a member as an attribute of any event; attributes that Gazette knows have their schema besides. */
const attributeFault = (name: string, value: unknown): FieldError[] => {
  if (dataMembers.includes(name)) return [];
  if (!/^[a-z0-9]+$/.test(name)) return [{ pointer: `/${name}`, detail: 'is not the name of an attribute' }];
  if (['string', 'boolean'].includes(typeof value) || Number.isInteger(value)) return [];
  return [{ pointer: `/${name}`, detail: 'must be a string, a boolean or an integer' }];
};

/** The data of an event that sends it in base64, which is read as strictly as the event itself. */
const decodedData = (event: Readonly<Record<string, unknown>>): unknown => {
  const refuse = (pointer: string, detail: string) => invalidEvent([{ pointer, detail }]);
  const encoded = event['data_base64'];
  if ('data' in event) throw refuse('/data_base64', 'must not stand beside data');
  if (event['datacontenttype'] === undefined)
    throw refuse('/datacontenttype', 'is missing, and without it nobody knows what data_base64 holds');
  const bytes = typeof encoded === 'string' ? fromBase64(encoded) : undefined;
  if (bytes === undefined) throw refuse('/data_base64', 'must be base64');
  return readJson(bytes, '/data');
};

/**
 * Reads an event in structured mode (CloudEvents 1.0, JSON format): null attributes are unset, and what is in
 * `data_base64` becomes `data`. The answer is still to be parsed by its schema.
 */
export const readStructured = (body: Buffer): object => {
  const members = Object.entries(requireObject(readJson(body), '')).filter(
    ([name, value]) => value !== null || dataMembers.includes(name),
  );
  const errors = members.flatMap(([name, value]) => attributeFault(name, value));
  if (errors.length > 0) throw invalidEvent(errors);
  const event: Record<string, unknown> = Object.fromEntries(members);
  const data = 'data_base64' in event ? decodedData(event) : event['data'];
  return { ...event, data: requireObject(data, '/data') };
};
