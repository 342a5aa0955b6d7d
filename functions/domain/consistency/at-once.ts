import { warning } from '../check.ts';
import { isAtOnce } from '../compose/grammar.ts';
import { longDate } from '../dates.ts';
import { dateOf, whenParts } from '../when.ts';
import { type Rule, wordsOf } from './rule.ts';

/** What takes effect "immediately" does so on the day of the release, or the reader takes another day for it. */
export const atOnceIsToday: Rule = ({ acts, announced }) =>
  acts.flatMap(({ act, event }) => {
    const { date, phrase } = whenParts(dateOf(act, 'effective'));
    return date !== undefined && date !== announced && phrase !== undefined && isAtOnce(phrase)
      ? [
          warning(
            'at-once-on-another-day',
            `The release of ${longDate(announced)} says "${phrase}" of ${wordsOf(act)}, which takes effect on ${longDate(date)} (event ${event}). Send the day without the words.`,
          ),
        ]
      : [];
  });
