import type { Advice } from './advice.ts';
import { businessDayAfter, businessDayFrom, closureOn, isBusinessDay } from './business-days.ts';
import { addDays, dayWithWeekday, requireDay } from './calendar.ts';
import { cutOffAdvice, type Due, dueAfter, dueOn } from './edgar-hours.ts';
import { itemClocks } from './form-8k-items.ts';
import type { FormItem } from './form-item.ts';
import type { FollowUp, FourDayClock } from './item-clock.ts';

/** The first day of four business days and of item numbers 1.01 to 9.01 (Release 33-8400). */
const firstDay = '2004-08-23';

/** Why an item was not in force on a day. */
type NotInForce =
  | { regime: 'before-2004-08-23'; note: Advice }
  | { regime: 'item-not-yet-in-force'; since: string; note: Advice };

type FilingDeadline =
  | NotInForce
  | ({ regime: 'four-business-days'; advice: Advice[]; followUps: readonly FollowUp[] } & Due)
  | { regime: 'regulation-fd' | 'with-its-item'; advice: readonly Advice[] };

const beforeFourDays: NotInForce = {
  regime: 'before-2004-08-23',
  note: {
    rule: 'Release 33-8400',
    text: 'The deadline of four business days and the item numbers 1.01 to 9.01 began on August 23, 2004. Ask counsel what was due before.',
  },
};

const notYetInForce = (item: FormItem, since: string): NotInForce => ({
  regime: 'item-not-yet-in-force',
  since,
  note: {
    rule: `Form 8-K Item ${item}`,
    text: `Item ${item} began on ${dayWithWeekday(since)}. Ask counsel what was due before.`,
  },
});

/** Why an item was not in force on the day of an event, or nothing where it was. */
export const notInForce = (item: FormItem, eventDate: string): NotInForce | undefined => {
  if (requireDay(eventDate) < firstDay) return beforeFourDays;
  const clock = itemClocks[item];
  return 'since' in clock && clock.since !== undefined && eventDate < clock.since
    ? notYetInForce(item, clock.since)
    : undefined;
};

const daysFrom = (first: string, end: string): string[] =>
  first < end ? [first, ...daysFrom(addDays(first, 1), end)] : [];

/** Shows the count, so that a reader can redo it: day 0, the last day, and the days that are left out. */
const countAdvice = (
  { dayZero }: FourDayClock,
  eventDate: string,
  lastDay: string,
  closures: readonly string[],
): Advice[] => {
  const leftOut = daysFrom(eventDate, lastDay).flatMap((day) => {
    const reason = closureOn(day, closures);
    return reason === undefined ? [] : [`${dayWithWeekday(day)} (${reason})`];
  });
  const count = isBusinessDay(eventDate, closures)
    ? 'The fourth business day after it is'
    : `EDGAR is closed then, so the four business days begin with ${dayWithWeekday(businessDayAfter(eventDate, 1, closures))}, and the last is`;
  return [
    {
      rule: 'Form 8-K General Instruction B.1',
      text: `Day 0 is ${dayZero}: ${dayWithWeekday(eventDate)}. ${count} ${dayWithWeekday(lastDay)}.`,
    },
    ...(leftOut.length > 0
      ? [{ rule: 'Regulation S-T Rule 12(c)', text: `EDGAR is closed on ${leftOut.join(' and on ')}.` }]
      : []),
  ];
};

/** The day to which a report is put off for an announcement, where it may be and the announcement comes later. */
const awaitedDay = (
  { mayAwaitAnnouncement }: FourDayClock,
  lastDay: string,
  awaits: string | undefined,
  closures: readonly string[],
): string | undefined => {
  if (mayAwaitAnnouncement === undefined || awaits === undefined) return undefined;
  const announced = businessDayFrom(awaits, closures);
  return announced > lastDay ? announced : undefined;
};

/**
 * When a report under an item of Form 8-K is due for an event, a calendar day. `awaits` is the day of the public
 * announcement for which the company lets the report wait; only Item 5.02(c), and (d) and (e) with it, may wait.
 * `closures` are days on which EDGAR is closed beyond those known here. It reminds, and is no legal advice.
 */
export const filingDeadline = (
  { item, eventDate, awaits }: { item: FormItem; eventDate: string; awaits?: string | undefined },
  closures: readonly string[] = [],
): FilingDeadline => {
  const outOfForce = notInForce(item, eventDate);
  if (outOfForce !== undefined) return outOfForce;
  const clock = itemClocks[item];
  if (clock.clock !== 'four-business-days') return { regime: clock.clock, advice: clock.advice };
  const { day } = dueAfter(eventDate, 4, closures);
  const awaited = awaitedDay(clock, day, awaits, closures);
  return {
    regime: clock.clock,
    ...dueOn(awaited ?? day),
    advice: [
      ...countAdvice(clock, eventDate, day, closures),
      ...(clock.advice ?? []),
      ...(awaited === undefined
        ? []
        : [
            {
              rule: 'Form 8-K Item 5.02(c)',
              text: `The report waits for the public announcement, until ${dayWithWeekday(awaited)}.`,
            },
          ]),
      cutOffAdvice,
    ],
    followUps: clock.followUps ?? [],
  };
};
