import { error } from '../check.ts';
import { numberText } from '../compose/amounts.ts';
import type { Check } from '../draft.ts';
import { type Rule, wordsOf } from './rule.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The ranges within a value, whose ends are the wrong way round; an act's own `from` and `to` are no range. */
const reversedIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const isReversed =
    !('kind' in value) &&
    'from' in value &&
    'to' in value &&
    isNumber(value.from) &&
    isNumber(value.to) &&
    value.from > value.to;
  return [
    ...(isReversed ? [`${numberText(Number(value.from))} to ${numberText(Number(value.to))}`] : []),
    ...Object.values(value).flatMap(reversedIn),
  ];
};

/** A range goes from the lower end to the higher. */
export const rangesRun: Rule = ({ acts }) =>
  acts.flatMap(({ act, event }) =>
    reversedIn(act).map(
      (range): Check =>
        error(
          'range-reversed',
          `A range of ${wordsOf(act)} runs from ${range} (event ${event}). Send an event that gives the lower end first.`,
        ),
    ),
  );
