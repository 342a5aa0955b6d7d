import type { Advice } from './advice.ts';
import { businessDayAfter } from './business-days.ts';
import { easternInstant } from './eastern-time.ts';

const cutOff = '17:30';

/** When something must have been filed: the business day, and the instant in UTC by which its transmission has begun. */
export interface Due {
  day: string;
  by: string;
}

/** What EDGAR's hours mean for a filer. Form 8-K is not among the forms that may be filed until 10 PM. */
export const cutOffAdvice: Advice = {
  rule: 'Regulation S-T Rules 12(c) and 13(a)(2)',
  text: 'EDGAR takes filings from 6:00 AM to 10:00 PM Eastern time. What is begun after 5:30 PM is filed on the next business day.',
};

/** The last moment of a business day to begin a transmission that is filed as of it. */
export const dueOn = (day: string): Due => ({ day, by: easternInstant(day, cutOff).toISOString() });

/**
 * When what must follow within a number of business days after a day is due. A period that starts on a day when the
 * Commission is closed "shall begin to run on, and include" the next business day (General Instruction B.1), so that its
 * last day is the nth business day after the start there too. `closures` are closed days beyond those known here.
 */
export const dueAfter = (day: string, businessDays: number, closures: readonly string[] = []): Due =>
  dueOn(businessDayAfter(day, businessDays, closures));
