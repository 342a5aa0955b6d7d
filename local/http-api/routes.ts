import { NotRunnable } from '../template/not-runnable.ts';

/** A route: its key as in the template, and what becomes of a request that takes it. */
export interface Route<T> {
  routeKey: string;
  target: T;
}

interface Match<T> extends Route<T> {
  pathParameters: Record<string, string>;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const compile = <T>(route: Route<T>) => {
  const { routeKey } = route;
  if (routeKey === '$default') return { route, method: 'ANY', pattern: /^/, weight: 0 };
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(routeKey) ?? [];
  if (method === undefined || path === undefined)
    throw new NotRunnable('a route', `the route key ${routeKey}`);
  const segments = path.slice(1).split('/');
  const source = segments.map((segment) => {
    const [, name, greedy] = /^\{([\w.-]+)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return greedy === '+' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  // API Gateway prefers a full match to a greedy one, a fixed segment to a variable, and a method by name to ANY.
  const weight = path.includes('+}') ? 1 : 2 + segments.filter((segment) => !segment.startsWith('{')).length;
  return {
    route,
    method,
    pattern: new RegExp(`^/${source.join('/')}$`, 's'),
    weight: weight * 2 + (method === 'ANY' ? 0 : 1),
  };
};

/** Finds the route of a request by its method and its path, still encoded; path parameters come decoded. */
export const createRouter = <T>(
  routes: readonly Route<T>[],
): ((method: string, path: string) => Match<T> | undefined) => {
  const compiled = routes.map(compile).sort((a, b) => b.weight - a.weight);
  return (method, path) => {
    for (const { route, method: wanted, pattern } of compiled) {
      const match = wanted === 'ANY' || wanted === method ? pattern.exec(path) : null;
      if (match === null) continue;
      const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)]);
      return { ...route, pathParameters: Object.fromEntries(parameters) };
    }
    return undefined;
  };
};
