import type { Advice } from './advice.ts';

/** Something that must follow a report within a number of business days. */
export interface FollowUp extends Advice {
  businessDays: number;
}

/** A report that is due within four business days. */
export interface FourDayClock {
  clock: 'four-business-days';
  /** The day from which the item is in the form, where that is later than the form's own. */
  since?: string;
  /** What day 0 is, as words that stand after "Day 0 is". */
  dayZero: string;
  /** Whether the report may wait for the day on which the company announces the event otherwise. */
  mayAwaitAnnouncement?: true;
  advice?: readonly Advice[];
  followUps?: readonly FollowUp[];
}

/** A report that has no such deadline, and why. */
export interface OtherClock {
  clock: 'regulation-fd' | 'with-its-item';
  advice: readonly Advice[];
}

/** The clock of most items. */
export const four = 'four-business-days';
