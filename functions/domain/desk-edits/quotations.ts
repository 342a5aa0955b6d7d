import { warning } from '../check.ts';
import type { Check } from '../draft.ts';
import type { PrintedNews } from '../form-8k/items.ts';
import type { EditedNews } from './edited-news.ts';
import { placeWords } from './place-words.ts';

/** Words alone, apart by one space and with one at either end, so that some can be found among others. */
const plain = (text: string): string => ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** The words between quotation marks; a quotation that goes on in the next paragraph is left open at its end. */
const quotedIn = (texts: readonly string[]): string =>
  plain(
    texts.flatMap((text) => text.split(/["\u201C\u201D]/).filter((_, index) => index % 2 === 1)).join(' '),
  );

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
  return edited.flatMap(({ place, acts, by, composed, text }) =>
    acts.flatMap(({ act }) => {
      if (act.kind !== 'statement') return [];
      const before = quotedIn(composed);
      const sent = act.paragraphs.map(plain).filter((words) => before.includes(words));
      if (sent.every((words) => quoted.includes(words))) return [];
      const speaker = act.speaker.knownAs ?? act.speaker.name;
      const did = quotedIn(text).trim() === '' ? 'took out' : 'changed';
      return [
        warning('quotation-changed', `${nameOf(by)} ${did} the words of ${speaker} in ${placeWords(place)}.`),
      ];
    }),
  );
};
