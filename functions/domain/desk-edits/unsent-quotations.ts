import { warning } from '../check.ts';
import type { Check } from '../draft.ts';
import type { DraftEdits } from './desk-edits.ts';
import { placeWords } from './place-words.ts';
import { plainWords, quotationsIn } from './quotations.ts';

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/**
 * Remarks on words in quotation marks that an editor wrote and that no event has, whoever is said to say them; words that were
 * composed are none. `sent` are the acts of the events.
 */
export const unsentQuotationRemarks = (
  { places, wording }: Pick<DraftEdits, 'places' | 'wording'>,
  sent: unknown,
  nameOf: (by: string) => string,
): Check[] => {
  const edits = wording.filter(({ stands }) => stands);
  if (edits.length === 0) return [];
  const known = [...textsIn(sent), ...places.flatMap(({ text }) => text)].map(plainWords);
  return edits.flatMap(({ by, place, text }) => {
    const unsent = quotationsIn(text).filter(
      (words) => !known.some((one) => one.includes(plainWords(words))),
    );
    return unsent.length === 0
      ? []
      : [
          warning(
            'quotation-unsent',
            `Words that no event has are given in quotation marks in ${placeWords(place, { places, wording })}, written by ${nameOf(by)}: ${unsent.map((words) => `"${words}"`).join(' ')}`,
          ),
        ];
  });
};
