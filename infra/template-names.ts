import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { View } from '../functions/domain/templates.ts';

const file = join(import.meta.dirname, '..', 'templates', 'names.json');

const namesSchema = v.record(v.string(), v.record(v.string(), v.string()));

/** What each name holds that a template of a release sees, by the template's path; a name in a list or view is `list.name`. */
export type TemplateNames = v.InferOutput<typeof namesSchema>;

/** Reads `templates/names.json`, which the tests of templates write from the views themselves. */
export const readTemplateNames = (): TemplateNames =>
  v.parse(namesSchema, JSON.parse(readFileSync(file, 'utf8')));

type Value = View[string];

const isView = (value: Value): value is View =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: Value): string | undefined => {
  if (value === null) return undefined;
  if (typeof value === 'boolean') return 'yes or no';
  if (Array.isArray(value)) return value.length === 0 ? undefined : 'a list';
  return typeof value === 'object' ? 'names of its own' : 'text';
};

const longestExample = 60;

const isExample = (text: string): boolean =>
  text !== '' && text.length <= longestExample && !/[\n|`]|TO BE CONFIRMED/.test(text);

const describe = (values: readonly Value[]): string => {
  const kinds = [...new Set(values.map(kindOf))].filter((kind) => kind !== undefined).sort();
  const texts = values.flat().filter((value) => typeof value === 'string' || typeof value === 'number');
  const example = texts.map((text) => String(text).trim()).find(isExample);
  const held = kinds.length === 0 ? 'text' : kinds.join(' or ');
  return example === undefined ? held : `${held}, such as \`${example}\``;
};

/** Every name of these views of one template, in order, with what each holds and a text that it held. */
export const describeNames = (views: readonly View[], prefix = ''): Record<string, string> => {
  const names = [...new Set(views.flatMap((view) => Object.keys(view)))].sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = views.map((view) => view[name] ?? null);
      const inner = values.flat().filter((value) => isView(value));
      return [
        [prefix + name, describe(values)],
        ...Object.entries(describeNames(inner, `${prefix}${name}.`)),
      ];
    }),
  );
};
