import { fieldWords } from '../domain/act-words.ts';
import { actKind } from '../domain/acts.ts';
import { longDate } from '../domain/dates.ts';
import type { Draft } from '../domain/draft.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import { itemTitle } from '../domain/filing/item-titles.ts';
import type { View } from '../domain/templates.ts';
import { flags } from './problems.ts';
import { clockTime } from './times.ts';

type Disclosure = Draft['disclosure'];
type Advice = Disclosure['exchanges'][number];

/** Each note once, though several items have it. */
const unique = (notes: readonly Advice[]): Advice[] => [
  ...new Map(notes.map((note) => [`${note.rule} ${note.text}`, note])).values(),
];

type Item = Disclosure['items'][number];

/** What is said of an item, without the event that brings it. */
const saidOf = ({ certain, why, missing, due }: Item): string => JSON.stringify([certain, why, missing, due]);

/** Items by their number, and what is the same of several said once, so that a page of many acts stays short. */
const itemViews = (items: readonly Item[], timeZone: string, now: Date): View[] =>
  [...Map.groupBy(items, ({ item }) => item)].map(([item, all]) => ({
    item,
    caption: itemTitle(item),
    cases: [...Map.groupBy(all, saidOf).values()].flatMap((same) =>
      same.slice(0, 1).map(({ certain, why, missing, due }) => ({
        certain,
        why,
        missing: missing.map((fact) => ({ fact })),
        due:
          due === undefined
            ? null
            : {
                day: longDate(due.day),
                by: clockTime(due.by, timeZone),
                over: new Date(due.by) <= now,
              },
        events: [...new Set(same.map(({ event }) => event))],
      })),
    ),
  }));

/** What the release means for Form 8-K and the exchanges; null where nothing is known to. */
export const filingView = (disclosure: Disclosure, timeZone: string, now: Date): View | null => {
  const { items, exchanges } = disclosure;
  const notes = unique(items.flatMap((item) => item.notes));
  if (items.length + exchanges.length === 0) return null;
  const first = firstDue(disclosure);
  return {
    firstDue: first === undefined ? null : clockTime(first, timeZone),
    isOver: first !== undefined && new Date(first) <= now,
    hasItems: items.length > 0,
    items: itemViews(items, timeZone, now),
    hasNotes: notes.length > 0,
    notes: notes.map(({ rule, text }) => ({ rule, text })),
    hasDuties: exchanges.length > 0,
    duties: exchanges.map(({ rule, text }) => ({ rule, text })),
  };
};

/** What was sent and is not printed, each fact in words. */
export const unusedView = ({ unused }: Pick<Draft, 'unused'>): View[] =>
  unused.map(({ event, kind, fact, value, reason }) => ({
    ...flags(actKind.options, kind),
    fact: fieldWords(fact),
    value,
    reason,
    event,
  }));
