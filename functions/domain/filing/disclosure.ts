import * as v from 'valibot';
import type { Act } from '../acts.ts';
import type { Company } from '../company.ts';
import { localDate, longTime } from '../dates.ts';
import { instant } from '../text.ts';
import type { Advice, Duty } from './advice.ts';
import { listingsOf } from './exchange-labels.ts';
import { noticeDuties } from './exchange-notice.ts';
import { fairDisclosure } from './fair-disclosure.ts';
import { filingDeadline } from './filing-deadline.ts';
import { domesticFilersOnly, filesForm8K } from './form-8k-filer.ts';
import { formItem } from './form-item.ts';
import { waitersIn } from './may-await.ts';
import { otherMarketAdvice } from './other-markets.ts';
import type { Reported } from './reported-items.ts';

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

interface Release {
  company: Company;
  announced: string;
}

const noDay: Advice = {
  rule: 'Form 8-K General Instruction B.1',
  text: 'No event says what starts the four business days, so no deadline can be named.',
};

/** When a report is due, where that can be told, and what to know about it. */
type Clock = Pick<Item, 'due' | 'notes'>;

/** An item that acts come under, with the clock of the report on it. */
export type TimedReport = Reported & Clock;

/** When a report on an act is due, and what to know about that; `awaits` is the day for which it may wait. */
const clockOf = (
  { item, day }: Reported,
  { company, announced }: Release,
  awaits: string | undefined,
): Clock => {
  if (!filesForm8K(company)) return { notes: [domesticFilersOnly] };
  const deadline = filingDeadline({ item, eventDate: day ?? announced, awaits }, company.closures);
  if ('note' in deadline) return { notes: [deadline.note] };
  if (deadline.regime !== 'four-business-days') return { notes: [...deadline.advice] };
  if (day === undefined) return { notes: [noDay] };
  const followUps = deadline.followUps.map(({ rule, text }) => ({ rule, text }));
  return { due: { day: deadline.day, by: deadline.by }, notes: [...deadline.advice, ...followUps] };
};

/** The reports that a release asks for, in their order, each with its clock; those that share item and day share it. */
export const timedReports = (release: Release, reported: readonly Reported[]): TimedReport[] => {
  const mayWait = waitersIn(reported);
  const known = new Map<string, Clock>();
  return reported.map((found) => {
    const awaits = mayWait(found) ? release.announced : undefined;
    const mark = [found.item, found.day, awaits].join();
    const clock = known.get(mark) ?? clockOf(found, release, awaits);
    known.set(mark, clock);
    return { ...found, ...clock };
  });
};

const easternTime = (time: string): string => longTime(new Date(time), 'America/New_York');

/** Writes a duty with its times; `latest` holds for what happens now, such as "it goes out". */
const withTime =
  (happening: string) =>
  ({ rule, text, latest, notBefore }: Duty): Advice => ({
    rule,
    text: [
      text,
      ...(latest === undefined ? [] : [`If ${happening} now, by ${easternTime(latest)}.`]),
      ...(notBefore === undefined ? [] : [`Not before ${easternTime(notBefore)}.`]),
    ].join(' '),
  });

const distinct = (all: readonly Advice[]): Advice[] => [
  ...new Map(all.map((one) => [`${one.rule} ${one.text}`, one])).values(),
];

const exchangeAdvice = ({ company, announced }: Release, acts: readonly Act[], now: Date): Advice[] => {
  const label = company.listing?.label ?? '';
  const markets = new Set(listingsOf(label).flatMap(({ markets: named }) => named));
  const noticed = (['nasdaq', 'nyse'] as const).filter((exchange) => markets.has(exchange));
  return distinct([
    ...noticed.flatMap((exchange) => noticeDuties(exchange, now, acts).map(withTime('it goes out'))),
    ...otherMarketAdvice(label, announced),
    ...(filesForm8K(company) ? [withTime('one learns of it')(fairDisclosure(now))] : []),
  ]);
};

/** What a release of acts that come under these items means for Form 8-K and the exchanges, if it goes out at `now`. */
export const disclosureOf = (release: Release, reports: readonly TimedReport[], now: Date): Disclosure => ({
  items: reports.map(({ item, certain, why, missing, day, sent, due, notes }) => ({
    item,
    event: sent.event,
    certain,
    why,
    missing,
    ...(day !== undefined && { day }),
    ...(due !== undefined && { due }),
    notes,
  })),
  exchanges: exchangeAdvice(
    release,
    reports.map(({ sent }) => sent.act),
    now,
  ),
});

/** The earliest day on which a report is due, among the items that are certain. */
export const firstDue = ({ items }: Disclosure): string | undefined =>
  items
    .flatMap(({ certain, due }) => (certain && due !== undefined ? [due.by] : []))
    .sort()
    .at(0);
