import * as v from 'valibot';
import { describeIssue } from './issues.ts';
import { type FieldError, Problem, pointerStep } from './problem.ts';

const maxErrors = 20;

/** The problem of an event that is not as its schema says; errors point into the event as structured mode writes it. */
export const invalidEvent = (errors: readonly FieldError[]): Problem =>
  new Problem(
    422,
    'event-invalid',
    'The event is not as its schema says',
    'Correct what errors lists, and send the event again under the same id.',
    { errors: errors.slice(0, maxErrors) },
  );

/** An object of JSON. Throws the problem that says where there should be one; schemas would take an array for it. */
export const requireObject = (value: unknown, pointer: string): object => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw invalidEvent([{ pointer, detail: value === undefined ? 'is missing' : 'must be an object' }]);
};

const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => pointerStep(String(key))).join('');

/** Parses a value by its schema; throws the problem that says what is wrong by JSON pointer. */
export const parseBy = <S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw invalidEvent(
    parsed.issues.map((issue) => ({ pointer: pointerOf(issue), detail: describeIssue(issue) })),
  );
};
