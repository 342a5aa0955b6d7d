import { askedFacts } from '../../domain/desk-edits/form.ts';
import type { Draft } from '../../domain/draft.ts';
import type { View } from '../../domain/templates.ts';
import { noteIn, readWords, shownAt, typedInto, writtenWords } from './entered.ts';
import { placeView } from './place-view.ts';
import { fieldNames } from './problems.ts';

/** Words that somebody wrote and that could not be taken, and what they were for. */
export interface WrittenWords {
  words: string;
  fact?: string;
  place?: string;
}

/** What a form holds that the draft it was made for does not, so that nobody need write it again. */
export const writtenIn = (form: URLSearchParams, draft: Draft): WrittenWords[] => {
  const facts = askedFacts(draft).flatMap(({ fact, entered }, index) => {
    const words = typedInto(form, fieldNames.fact(index))?.trim() ?? '';
    return words === '' || words === entered ? [] : [{ fact, words }];
  });
  const places = draft.edits.places.flatMap(({ place, form: kind }) => {
    const typed = typedInto(form, fieldNames.wording(place));
    if (typed === undefined) return [];
    const words = writtenWords(kind, readWords(kind, typed));
    return words === writtenWords(kind, readWords(kind, writtenWords(kind, shownAt(draft, place))))
      ? []
      : [{ place, words }];
  });
  const note = noteIn(form);
  return [...facts, ...places, ...(note === '' ? [] : [{ words: note }])];
};

/** The same for a page. */
export const writtenView = ({ words, fact, place }: WrittenWords, index: number): View => ({
  id: `written-${index}`,
  words,
  fact: fact ?? null,
  place: place === undefined ? null : placeView(place),
});
