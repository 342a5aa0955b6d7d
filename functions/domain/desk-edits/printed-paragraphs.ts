import type { DraftEdits } from './desk-edits.ts';

type Edits = Pick<DraftEdits, 'places' | 'wording'>;

/** What stands at a place of a draft: what an editor wrote there, else what was composed. */
export const wordsAt = ({ places, wording }: Edits, place: string): readonly string[] =>
  wording.find((edit) => edit.stands && edit.place === place)?.text ??
  places.find((one) => one.place === place)?.text ??
  [];

/** The places of a section in the order of its paragraphs as they are printed; undefined where a table stands. */
export const printedPlaces = (edits: Edits, section: string): (string | undefined)[] => {
  const numbers = edits.places.flatMap(({ place }) => {
    const [name, part = ''] = place.split('.');
    return name === section && /^\d+$/.test(part) ? [Number(part)] : [];
  });
  const known = new Set(numbers);
  return Array.from({ length: Math.max(-1, ...numbers) + 1 }, (_, index) => index).flatMap((index) => {
    const place = `${section}.${index}`;
    // What was edited into two paragraphs is found by either, and what was left out has none.
    return known.has(index) ? wordsAt(edits, place).map(() => place) : [undefined];
  });
};

/**
 * The number, from 1, of the paragraph at a place as it is printed; of one that is not printed the number that it was composed
 * under. Undefined for what is no paragraph.
 */
export const paragraphNumber = (
  edits: Edits,
  place: string,
): { number: number; printed: boolean } | undefined => {
  const [section = '', part = ''] = place.split('.');
  if (!/^\d+$/.test(part)) return undefined;
  const found = printedPlaces(edits, section).indexOf(place);
  return found === -1 ? { number: Number(part) + 1, printed: false } : { number: found + 1, printed: true };
};
