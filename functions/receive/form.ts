import { isUtf8 } from 'node:buffer';
import { Problem } from '../domain/problem.ts';
import { readJson } from './json.ts';

const maxSteps = 32;
const maxPairs = 2000;

const notForm = (detail: string): Problem => new Problem(400, 'form', 'The body is not a form', detail);

/** A value, or what is inside brackets by its name. */
type Branch = Map<string, Branch | string>;

/** One name or value, percent-decoded once. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    if (cause instanceof URIError) throw notForm('Send UTF-8 with its percent signs encoded.');
    throw cause;
  }
};

const namePattern = /^[A-Za-z]\w*(?:\[[^[\]]+\])*$/;

/** The steps of a name: `data[changedFields][0]` has three. */
const stepsOf = (name: string): string[] => {
  if (!namePattern.test(name))
    throw notForm('Send names that are a word, or a word and steps in brackets, such as data[companyId].');
  const steps = name.replaceAll(']', '').split('[');
  if (steps.length > maxSteps) throw notForm(`Send names of at most ${maxSteps} steps.`);
  return steps;
};

const twice = (): Problem => notForm('Send each name once, and either a value under it or steps below it.');

const put = (root: Branch, steps: readonly string[], value: string): void => {
  let branch = root;
  for (const step of steps.slice(0, -1)) {
    const next: Branch | string = branch.get(step) ?? new Map();
    if (typeof next === 'string') throw twice();
    branch.set(step, next);
    branch = next;
  }
  const last = steps.at(-1) ?? '';
  if (branch.has(last)) throw twice();
  branch.set(last, value);
};

/** A branch whose names are 0, 1, 2 and so on, in any order, is a list. */
const plainOf = (branch: Branch | string): unknown => {
  if (typeof branch === 'string') return branch;
  const items = Array.from({ length: branch.size }, (_, index) => branch.get(String(index)));
  const isList = items.every((item) => item !== undefined);
  return isList
    ? items.map(plainOf)
    : Object.fromEntries([...branch].map(([name, inside]) => [name, plainOf(inside)]));
};

/**
 * Reads bytes as a form (`application/x-www-form-urlencoded`) whose names have steps in brackets: `a[b][0]=c` is
 * `{"a":{"b":["c"]}}`. It then goes through the reader of JSON, so that the same limits and the same names are refused.
 */
export const readForm = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) throw notForm('Send UTF-8 with its percent signs encoded.');
  const root: Branch = new Map();
  const pairs = bytes.toString('utf8').split('&', maxPairs + 1);
  if (pairs.length > maxPairs) throw notForm(`Send at most ${maxPairs} pairs.`);
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 0) throw notForm('Send pairs such as data[companyId]=1, joined by &.');
    put(root, stepsOf(decode(pair.slice(0, equals))), decode(pair.slice(equals + 1)));
  }
  return readJson(Buffer.from(JSON.stringify(plainOf(root))));
};
