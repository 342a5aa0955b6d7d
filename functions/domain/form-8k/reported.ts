import type { SentAct } from '../compose/narrator.ts';
import type { ActItem } from '../filing/act-item.ts';
import { actItems } from '../filing/act-items.ts';
import { filingDeadline } from '../filing/filing-deadline.ts';

/** An act under an item of Form 8-K that it comes under, or may come under. */
export interface Reported extends ActItem {
  sent: SentAct;
}

/** Whether the items of today are in force on the day of a release; they began on August 23, 2004 (Release 33-8400). */
export const hasItems = (announced: string): boolean =>
  filingDeadline({ item: '8.01', eventDate: announced }).regime !== 'before-2004-08-23';

/** What the acts of a release come under, in order of item; one that was not in force on the day of its event is in doubt. */
export const reportedItems = (acts: readonly SentAct[], announced: string): Reported[] =>
  acts
    .flatMap((sent) => actItems(sent.act).map((found): Reported => ({ ...found, sent })))
    .map((found) => {
      const deadline = filingDeadline({ item: found.item, eventDate: found.day ?? announced });
      return 'note' in deadline ? { ...found, certain: false, why: deadline.note.text } : found;
    })
    .sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));

/**
 * The date of the report: the earliest event among the items that are certain, else the day of the release; `open`
 * where the day of such an event was not sent and may be earlier.
 */
export const reportDate = (items: readonly Reported[], announced: string): { day: string; open: boolean } => {
  const days = items.filter(({ certain }) => certain).map(({ day }) => day);
  const [first = announced] = days.filter((day) => day !== undefined).sort();
  return { day: first, open: days.includes(undefined) };
};
