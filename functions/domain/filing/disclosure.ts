import * as v from 'valibot';
import type { Company } from '../company.ts';
import type { SentAct } from '../compose/narrator.ts';
import { localDate, longTime } from '../dates.ts';
import { instant } from '../text.ts';
import type { ActItem } from './act-item.ts';
import { actItems } from './act-items.ts';
import type { Advice, Duty } from './advice.ts';
import { listingsOf } from './exchange-labels.ts';
import { noticeDuties } from './exchange-notice.ts';
import { filingDeadline } from './filing-deadline.ts';
import { formItem } from './form-item.ts';
import { otherMarketAdvice } from './other-markets.ts';

const advice = v.strictObject({ rule: v.string(), text: v.string() });

/** What a release means for filings and exchanges, with the rule of each statement. It advises; counsel decides. */
export const disclosureSchema = v.strictObject({
  items: v.array(
    v.strictObject({
      item: formItem,
      event: v.string(),
      /** False where something decides whether the item applies that no event says. */
      certain: v.boolean(),
      why: v.string(),
      missing: v.array(v.string()),
      /** What starts the clock. */
      day: v.optional(localDate),
      due: v.optional(v.strictObject({ day: localDate, by: instant })),
      notes: v.array(advice),
    }),
  ),
  exchanges: v.array(advice),
});

export type Disclosure = v.InferOutput<typeof disclosureSchema>;
type Item = Disclosure['items'][number];

const noDay: Advice = {
  rule: 'Form 8-K General Instruction B.1',
  text: 'No event says what starts the four business days, so no deadline can be named.',
};

/** When a report on an act is due, and what to know about that. */
const clockOf = (
  { item, day }: ActItem,
  announced: string,
  closures: readonly string[],
): Pick<Item, 'due' | 'notes'> => {
  const deadline = filingDeadline({ item, eventDate: day ?? announced, awaits: announced }, closures);
  if ('note' in deadline) return { notes: [deadline.note] };
  if (deadline.regime !== 'four-business-days') return { notes: [...deadline.advice] };
  if (day === undefined) return { notes: [noDay] };
  const followUps = deadline.followUps.map(({ rule, text }) => ({ rule, text }));
  return { due: { day: deadline.day, by: deadline.by }, notes: [...deadline.advice, ...followUps] };
};

const easternTime = (time: string): string => longTime(new Date(time), 'America/New_York');

const withTime = ({ rule, text, latest, notBefore }: Duty): Advice => ({
  rule,
  text: [
    text,
    ...(latest === undefined ? [] : [`If it goes out now, by ${easternTime(latest)}.`]),
    ...(notBefore === undefined ? [] : [`Not before ${easternTime(notBefore)}.`]),
  ].join(' '),
});

const exchangeAdvice = (label: string, announced: string, now: Date): Advice[] => {
  const markets = listingsOf(label).flatMap(({ markets: named }) => named);
  return [
    ...(markets.includes('nasdaq') ? noticeDuties('nasdaq', now).map(withTime) : []),
    ...(markets.includes('nyse') ? noticeDuties('nyse', now).map(withTime) : []),
    ...otherMarketAdvice(label, announced),
  ];
};

/** What a release of these acts means for Form 8-K and the exchanges, if it goes out at `now`. */
export const disclosureOf = (
  { company, acts, announced }: { company: Company; acts: readonly SentAct[]; announced: string },
  now: Date,
): Disclosure => ({
  items: acts.flatMap(({ act, event }) =>
    actItems(act).map(({ day, ...found }) => ({
      ...found,
      event,
      ...(day !== undefined && { day }),
      ...clockOf({ ...found, day }, announced, company.closures),
    })),
  ),
  exchanges: exchangeAdvice(company.listing?.label ?? '', announced, now),
});

/** The earliest day on which a report is due, among the items that are certain. */
export const firstDue = ({ items }: Disclosure): string | undefined =>
  items
    .flatMap(({ certain, due }) => (certain && due !== undefined ? [due.by] : []))
    .sort()
    .at(0);
