import { warning } from '../check.ts';
import { longTime } from '../dates.ts';
import type { Check } from '../draft.ts';
import type { Disclosure } from './disclosure.ts';

/** Warns of each report that is certain to be due and was due before a draft is made. */
export const overdueChecks = ({ items }: Disclosure, now: Date): Check[] => {
  const overdue = items.flatMap(({ item, certain, due }) =>
    certain && due !== undefined && new Date(due.by) < now
      ? [
          `A report under Item ${item} of Form 8-K was due by ${longTime(new Date(due.by), 'America/New_York')}. Unless it is filed, ask counsel what to do.`,
        ]
      : [],
  );
  return [...new Set(overdue)].map((message) => warning('filing-overdue', message));
};
