import type { When } from '../acts/common.ts';
import type { Fields } from '../merge-fields.ts';
import type { Telling } from '../standing-acts.ts';
import { type DateName, dateNames, dateOf } from '../when.ts';
import { deskSource } from './desk-edits.ts';
import { isFields, type Supplied, valueAt, withValue } from './facts.ts';

/** What an event, or an editor, says of an act: its fields, and its dates apart from them. */
export interface Saying {
  fields: Fields;
  dates: { readonly [Name in DateName]?: When | undefined };
  event: string;
  source: string;
  at: number;
}

/** The place of what is merged as a whole: a list is, with all that stands in it. */
const wholePlace = (path: string): string[] => {
  const steps = path.split('.');
  const inList = steps.findIndex((step) => /^\d+$/.test(step));
  return inList === -1 ? steps : steps.slice(0, inList);
};

const dateAt = ([step, ...others]: readonly string[]): DateName | undefined =>
  others.length === 0 ? dateNames.find((name) => name === step) : undefined;

const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

const noDates = Object.fromEntries(dateNames.map((name) => [name, undefined]));

/** What an event says, without that in whose place an editor has put something since. */
const ofEvent = (telling: Telling, gone: readonly string[][]): Saying => {
  const { act, event, source, at } = telling;
  const goneDates = gone.map(dateAt);
  return {
    fields: gone
      .filter((steps) => valueAt(act, steps) !== undefined)
      .reduce<Fields>((fields, steps) => asFields(withValue(fields, steps, undefined)), {
        ...act,
        ...noDates,
      }),
    dates: Object.fromEntries(
      dateNames.map((name) => [name, goneDates.includes(name) ? undefined : dateOf(act, name)]),
    ),
    event,
    source,
    at,
  };
};

const ofEditor = ({ act }: Telling, { event, at, path }: Supplied): Saying => {
  const steps = wholePlace(path);
  const date = dateAt(steps);
  return {
    fields: date === undefined ? asFields(withValue({}, steps, valueAt(act, steps))) : {},
    dates: date === undefined ? {} : { [date]: dateOf(act, date) },
    event,
    source: deskSource,
    at,
  };
};

/**
 * What is said of one act, in the order of time. What an editor supplies takes the place of all that the events said there
 * which the editor's draft was made from; what comes later is beside it, and may differ.
 */
export const sayingsOf = (tellings: readonly Telling[]): Saying[] => {
  const supplied = tellings.flatMap((telling) => telling.supplied);
  const said = tellings.flatMap((telling) => [
    ofEvent(
      telling,
      supplied
        .filter((one) => one.seen.has(telling.event) || telling.supplied.includes(one))
        .map(({ path }) => wholePlace(path)),
    ),
    ...telling.supplied.map((one) => ofEditor(telling, one)),
  ]);
  return said.toSorted((a, b) => a.at - b.at);
};
