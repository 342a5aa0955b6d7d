import type { Company } from '../domain/company.ts';
import { longTime } from '../domain/dates.ts';
import type { Visit } from './visit.ts';

/** The time zone of a reader: their own where the profile has one, else the company's. */
export const zoneOf = ({
  approver,
  company: { approvers, timeZone },
}: Pick<Visit, 'approver'> & { company: Pick<Company, 'approvers' | 'timeZone'> }): string =>
  approvers.find(({ id }) => id === approver)?.timeZone ?? timeZone;

/** An instant as a clock in a zone shows it: `June 6, 2002, 4:30 PM EDT`. Evidence says UTC too, and pages to read do not. */
export const clockTime = (instant: string | Date, timeZone: string): string =>
  longTime(new Date(instant), timeZone).replace(/ \([^)]*\)$/, '');

/** An instant for the reader of a page, by one clock. */
export const shownTime = (instant: string | Date, visit: Parameters<typeof zoneOf>[0]): string =>
  clockTime(instant, zoneOf(visit));
