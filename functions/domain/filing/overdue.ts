import { warning } from '../check.ts';
import { longTime } from '../dates.ts';
import type { Check } from '../draft.ts';
import type { Disclosure } from './disclosure.ts';

const inWords = new Intl.ListFormat('en-US', { type: 'disjunction' });

const timeOf = (due: string): string => longTime(new Date(due), 'America/New_York');

/**
 * Warns of each report that was due before a draft is made. Those that only may be due are told together by their time,
 * as one event mostly raises several such questions.
 */
export const overdueChecks = ({ items }: Disclosure, now: Date): Check[] => {
  const late = items.flatMap(({ item, certain, due }) =>
    due !== undefined && new Date(due.by) < now ? [{ item, certain, by: due.by }] : [],
  );
  const sure = new Set(
    late
      .filter(({ certain }) => certain)
      .map(({ item, by }) => `Item ${item} of Form 8-K was due by ${timeOf(by)}`),
  );
  const doubtful = Map.groupBy(
    late.filter(({ certain }) => !certain),
    ({ by }) => by,
  );
  return [
    ...[...sure].map((due) =>
      warning('filing-overdue', `A report under ${due}. Unless it is filed, ask counsel what to do.`),
    ),
    ...[...doubtful].map(([by, found]) =>
      warning(
        'filing-may-be-overdue',
        `If Item ${inWords.format(new Set(found.map(({ item }) => item)))} of Form 8-K applies, the report was due by ${timeOf(by)}. Unless it is filed, ask counsel whether it applies.`,
      ),
    ),
  ];
};
