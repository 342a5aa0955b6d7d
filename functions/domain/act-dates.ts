import { whenView } from './compose/grammar.ts';
import { longDate } from './dates.ts';
import { sayingsOf } from './desk-edits/sayings.ts';
import type { ShownDate } from './draft.ts';
import type { MergedAct } from './merge-acts.ts';
import { personOf } from './persons.ts';
import { dateNames, type WhenParts, whenParts } from './when.ts';

const wordsOf = ({ date, phrase, asSent }: WhenParts): string => {
  if (date === undefined) return phrase ?? asSent ?? '';
  return phrase === undefined ? longDate(date) : `${phrase} (${longDate(date)})`;
};

const datesOf = (merged: MergedAct, announced: string): ShownDate[] => {
  const { act, tellings } = merged;
  const person = personOf(act)?.name;
  const sayings = sayingsOf(tellings);
  const told = dateNames.flatMap((which) =>
    sayings.flatMap(({ dates, event, source }) => {
      const when = dates[which];
      if (when === undefined) return [];
      const parts = whenParts(when);
      const unclear = whenView(when, announced).ask !== null;
      return [{ which, value: wordsOf(parts), unclear, source: parts.source ?? source, event }];
    }),
  );
  const same = Map.groupBy(told, ({ which, value, source }) => JSON.stringify([which, value, source]));
  return [...same.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { event: _, ...date } = first;
    const events = [...new Set(rows.map(({ event }) => event))];
    return [{ kind: act.kind, ...(person !== undefined && { person }), ...date, events }];
  });
};

/** Every date that events give to acts, in words, with where it comes from: the sender's own words, else the source's id. */
export const shownDates = (acts: readonly MergedAct[], announced: string): ShownDate[] =>
  acts.flatMap((act) => datesOf(act, announced));
