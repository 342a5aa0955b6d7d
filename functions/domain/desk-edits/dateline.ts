import { apDate, longDate } from '../dates.ts';

/** A composed dateline of one day, `YYYY-MM-DD`, as it is composed of another. */
export const datelineOfDay = (dateline: string, from: string, to: string): string =>
  dateline.replace(longDate(from), longDate(to)).replace(apDate(from), apDate(to));
