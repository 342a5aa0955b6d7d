import { NotRunnable } from './not-runnable.ts';

/** What a template's references resolve to: each throws for a name that it does not know. */
export interface Scope {
  ref(logicalIdOrPseudoParameter: string): string;
  attribute(logicalId: string, name: string): string;
}

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Evaluates the intrinsics in any part of a template; `where` names that part in errors. Knows Ref, GetAtt, Join, Sub,
 * Select and Split. Any other intrinsic throws NotRunnable.
 */
export const evaluate = (value: unknown, scope: Scope, where: string): unknown => {
  const inner = (part: unknown): unknown => evaluate(part, scope, where);
  const fail = (what: string): never => {
    throw new NotRunnable(where, what);
  };
  const text = (part: unknown, of: string): string => {
    const result = inner(part);
    return typeof result === 'string' || typeof result === 'number'
      ? String(result)
      : fail(`${of} of something that is not text`);
  };
  const list = (part: unknown, of: string): readonly unknown[] => {
    const result = inner(part);
    return Array.isArray(result) ? result : fail(`${of} of something that is not a list`);
  };
  const pair = (part: unknown, of: string): readonly [unknown, unknown] =>
    Array.isArray(part) && part.length === 2 ? [part[0], part[1]] : fail(`${of} without its two arguments`);

  const attribute = (part: unknown): string => {
    const [id, name] = typeof part === 'string' ? part.split(/\.(.*)/s) : pair(part, 'Fn::GetAtt');
    return scope.attribute(text(id, 'Fn::GetAtt'), text(name, 'Fn::GetAtt'));
  };
  const substitute = (part: unknown): string => {
    const [template, given] = typeof part === 'string' ? [part, {}] : pair(part, 'Fn::Sub');
    const names: Json = isObject(given) ? given : fail('Fn::Sub without a map of names');
    return text(template, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`;
      if (Object.hasOwn(names, name)) return text(names[name], 'Fn::Sub');
      return name.includes('.') ? attribute(name) : scope.ref(name);
    });
  };
  const intrinsics: Readonly<Record<string, (part: unknown) => unknown>> = {
    Ref: (part) => scope.ref(text(part, 'Ref')),
    'Fn::GetAtt': attribute,
    'Fn::Sub': substitute,
    'Fn::Join': (part) => {
      const [separator, parts] = pair(part, 'Fn::Join');
      return list(parts, 'Fn::Join')
        .map((each) => text(each, 'Fn::Join'))
        .join(text(separator, 'Fn::Join'));
    },
    'Fn::Split': (part) => {
      const [separator, whole] = pair(part, 'Fn::Split');
      return text(whole, 'Fn::Split').split(text(separator, 'Fn::Split'));
    },
    'Fn::Select': (part) => {
      const [index, parts] = pair(part, 'Fn::Select');
      return (
        list(parts, 'Fn::Select')[Number(text(index, 'Fn::Select'))] ?? fail(`Fn::Select beyond its list`)
      );
    },
  };

  if (Array.isArray(value)) return value.map(inner);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [name, part] = entries[0] ?? [''];
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::')))
    return (intrinsics[name] ?? fail(`the intrinsic ${name}`))(part);
  const kept = entries.filter(([, each]) => !(isObject(each) && each['Ref'] === 'AWS::NoValue'));
  return Object.fromEntries(kept.map(([key, each]) => [key, inner(each)]));
};
