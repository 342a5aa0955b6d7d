import { warning } from '../check.ts';
import type { Check } from '../draft.ts';
import type { PrintedNews } from '../form-8k/items.ts';
import type { EditedNews } from './edited-news.ts';

/** Words alone, apart by one space and with one at either end, so that some can be found among others. */
export const plainWords = (text: string): string => ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** What stands between quotation marks, each as it is written; a quotation that goes on in the next paragraph is left open at its end. */
export const quotationsIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/["\u201C\u201D]/).filter((_, index) => index % 2 === 1))
    .filter((words) => plainWords(words).trim() !== '');

const quotedIn = (texts: readonly string[]): string => plainWords(quotationsIn(texts).join(' '));

/**
 * Remarks on quotations: where an editor wrote a paragraph of a statement, and what was sent is not quoted word for word any
 * more, wherever in the news. Spaces and marks may differ, and a sentence may be broken by who says it.
 */
export const quotationRemarks = (
  edited: readonly EditedNews[],
  printed: readonly PrintedNews[],
  nameOf: (by: string) => string,
): Check[] => {
  const quoted = quotedIn(printed.flatMap(({ text }) => text));
  return edited.flatMap(({ where, acts, by, composed, text }) =>
    acts.flatMap(({ act }) => {
      if (act.kind !== 'statement') return [];
      const before = quotedIn(composed);
      const sent = act.paragraphs.map(plainWords).filter((words) => before.includes(words));
      if (sent.every((words) => quoted.includes(words))) return [];
      const speaker = act.speaker.knownAs ?? act.speaker.name;
      const did = quotedIn(text).trim() === '' ? 'took out' : 'changed';
      return [warning('quotation-changed', `${nameOf(by)} ${did} the words of ${speaker} in ${where}.`)];
    }),
  );
};
