import mustache from 'mustache';
import type { Templates, View } from '../../functions/domain/templates.ts';

type Value = View[string];

const innerViews = (value: Value): View[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is View => typeof item === 'object' && item !== null && !Array.isArray(item),
  );

/** Every name of these views; those of a list or a view below it as `list.name`. */
export const namesOf = (views: readonly View[], prefix = ''): Set<string> => {
  const names = new Set<string>();
  for (const view of views)
    for (const [name, value] of Object.entries(view)) {
      names.add(prefix + name);
      for (const inner of namesOf(innerViews(value), `${prefix}${name}.`)) names.add(inner);
    }
  return names;
};

/** Every name that a template and its partials use, in the same form; `views` tell which names open a view of their own. */
export const namesUsed = (templates: Templates, path: string, views: readonly View[]): Set<string> => {
  const used = new Set<string>();
  const walk = (tokens: unknown, inside: readonly View[], prefix: string): void => {
    for (const token of Array.isArray(tokens) ? tokens : []) {
      const [type, name, , , below]: unknown[] = token;
      if (type === '>') walk(mustache.parse(templates[String(name)] ?? ''), inside, prefix);
      if (type !== 'name' && type !== '#' && type !== '^') continue;
      if (name !== '.') used.add(prefix + String(name));
      const inner = type === '#' ? inside.flatMap((view) => innerViews(view[String(name)] ?? null)) : [];
      walk(below, inner.length > 0 ? inner : inside, inner.length > 0 ? `${prefix}${String(name)}.` : prefix);
    }
  };
  walk(mustache.parse(templates[path] ?? ''), views, '');
  return used;
};
