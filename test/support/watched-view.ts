import type { Templates, View } from '../../functions/domain/templates.ts';

/** Which names views had, and which of them templates used; nested ones as `form.reason`, items of lists as `groups.name`. */
export class UsedNames {
  private readonly had = new Set<string>();
  private readonly used = new Set<string>();

  /** Names that views had and no template asked for. */
  unused(): string[] {
    return [...this.had].filter((name) => !this.used.has(name)).sort();
  }

  /** The same view, which remembers what is read from it. */
  watch<V extends View>(view: V, path = ''): V {
    for (const name of Object.keys(view)) this.had.add(path + name);
    return new Proxy(view, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof name !== 'string') return value;
        this.used.add(path + name);
        const below = (item: unknown): unknown => (isView(item) ? this.watch(item, `${path}${name}.`) : item);
        return Array.isArray(value) ? value.map(below) : below(value);
      },
    });
  }
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The templates of a folder that cannot be reached from these, by the partials that they include. */
export const unreachable = (templates: Templates, folder: string, from: readonly string[]): string[] => {
  const reached = new Set(from);
  for (const path of reached)
    for (const [, partial = ''] of templates[path]?.matchAll(/\{\{> ?([^}\s]+) ?\}\}/g) ?? [])
      reached.add(partial);
  return Object.keys(templates)
    .filter((path) => path.startsWith(`${folder}/`) && !reached.has(path))
    .sort();
};
