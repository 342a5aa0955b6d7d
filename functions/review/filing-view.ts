import { fieldWords } from '../domain/act-words.ts';
import { actKind } from '../domain/acts.ts';
import { longDate, longTime } from '../domain/dates.ts';
import type { Draft } from '../domain/draft.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import { itemTitle } from '../domain/filing/item-titles.ts';
import type { View } from '../domain/templates.ts';
import { flags } from './problems.ts';

type Disclosure = Draft['disclosure'];
type Advice = Disclosure['exchanges'][number];

/** Each note once, though several items have it. */
const unique = (notes: readonly Advice[]): Advice[] => [
  ...new Map(notes.map((note) => [`${note.rule} ${note.text}`, note])).values(),
];

/** What the release means for Form 8-K and the exchanges; null where nothing is known to. */
export const filingView = (disclosure: Disclosure, timeZone: string): View | null => {
  const { items, exchanges } = disclosure;
  const time = (instant: string): string => longTime(new Date(instant), timeZone);
  const notes = unique(items.flatMap((item) => item.notes));
  if (items.length + exchanges.length === 0) return null;
  const first = firstDue(disclosure);
  return {
    firstDue: first === undefined ? null : time(first),
    hasItems: items.length > 0,
    items: items.map(({ item, event, certain, why, missing, due }) => ({
      item,
      caption: itemTitle(item),
      certain,
      why,
      missing: missing.map((fact) => ({ fact })),
      due: due === undefined ? null : { day: longDate(due.day), by: time(due.by) },
      event,
    })),
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
