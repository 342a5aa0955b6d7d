import * as v from 'valibot';
import { type Act, actByKind } from '../acts.ts';
import type { GivenWords } from '../compose/narrator.ts';
import type { EventFact } from '../event.ts';
import type { SuppliedFact, SuppliedWords } from './desk-edits.ts';

/** A fact that an editor supplied for an act, and by which event. */
export interface Supplied {
  /** The desk's event, `{source}~{id}`. */
  event: string;
  /** Milliseconds since 1970 of that event's time. */
  at: number;
  /** The events that had been read by then. */
  seen: ReadonlySet<string>;
  path: string;
  value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Tells an object from what else JSON has. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with another at a place in it; what is no part of a list stays out of it. */
export const withValue = (whole: unknown, steps: readonly string[], value: unknown): unknown => {
  const [step, ...others] = steps;
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((inner, index) => (String(index) === step ? withValue(inner, others, value) : inner));
  const fields = isFields(whole) ? whole : {};
  return { ...fields, [step]: withValue(fields[step], others, value) };
};

/** What stands at a place in a value. */
export const valueAt = (whole: unknown, steps: readonly string[]): unknown =>
  steps.reduce((inner, step) => (isFields(inner) ? inner[step] : undefined), whole);

const isFact = (entry: SuppliedFact | SuppliedWords): entry is SuppliedFact => 'path' in entry;

/** The place of an act among those of a release's events. */
export const actMark = (event: string, index: number): string => `${event} ${index}`;

const nameOf = ({ source, id }: EventFact): string => `${source}~${id}`;

/** The facts that editors supplied, by the act that they are for; the last of those for one place stands. */
export const suppliedFacts = (standing: readonly EventFact[]): Map<string, Supplied[]> => {
  const found = new Map<string, Map<string, Supplied>>();
  for (const event of standing) {
    const { desk } = event;
    if (desk === undefined) continue;
    const by = { event: nameOf(event), at: Date.parse(event.time), seen: new Set(desk.seen) };
    for (const { event: of, act, path, value } of desk.facts.filter(isFact)) {
      const mark = actMark(of, act);
      found.set(mark, new Map([...(found.get(mark) ?? []), [path, { ...by, path, value }]]));
    }
  }
  return new Map([...found].map(([mark, byPath]) => [mark, [...byPath.values()]]));
};

/** An act with what was supplied for it; as it was where that would be no act. */
export const withSupplied = (
  act: Act,
  supplied: readonly Supplied[],
): { act: Act; supplied: readonly Supplied[] } => {
  if (supplied.length === 0) return { act, supplied };
  const whole = supplied.reduce<unknown>(
    (fields, { path, value }) => withValue(fields, path.split('.'), value),
    act,
  );
  const parsed = v.safeParse(actByKind, whole);
  return parsed.success ? { act: parsed.output, supplied } : { act, supplied: [] };
};

/** The names that an editor supplied, of people whom acts are about; none of those who only speak. */
export const suppliedNames = ({ desk }: Pick<EventFact, 'desk'>): string[] =>
  (desk?.facts ?? [])
    .filter(isFact)
    .flatMap(({ path, value }) => (/(^|\.)name$/.test(path) && typeof value === 'string' ? [value] : []));

/** The words that editors gave for facts without a place in their act; the last of those for one fact stand. */
export const givenWords = (standing: readonly EventFact[]): GivenWords[] =>
  standing
    .flatMap(({ desk }) => desk?.facts ?? [])
    .flatMap((entry) => (isFact(entry) ? [] : [entry]))
    .toReversed();
