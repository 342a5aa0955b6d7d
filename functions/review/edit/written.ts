import { askedFacts } from '../../domain/desk-edits/form.ts';
import type { Draft } from '../../domain/draft.ts';
import type { EventFact } from '../../domain/event.ts';
import type { View } from '../../domain/templates.ts';
import { noteIn, readWords, shownAt, typedInto, writtenWords } from './entered.ts';
import { placeView } from './place-view.ts';
import { fieldNames } from './problems.ts';

/** Words that somebody wrote and that could not be taken, and what they were for. */
export interface WrittenWords {
  words: string;
  /** Whether it is the day of the release. */
  day?: boolean;
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
  const day = typedInto(form, fieldNames.day)?.trim() ?? '';
  const days = day === '' || day === draft.announced ? [] : [{ day: true, words: day }];
  return [...days, ...facts, ...places, ...(note === '' ? [] : [{ words: note }])];
};

/** What an edit that was recorded holds. */
export const writtenBy = ({ desk }: EventFact): WrittenWords[] => {
  if (desk === undefined) return [];
  const { announce, facts, wording, note } = desk;
  return [
    ...(announce === undefined ? [] : [{ day: true, words: announce }]),
    ...facts.map((one) => ({ fact: one.fact, words: 'entered' in one ? one.entered : one.words })),
    ...wording.map(({ place, text }) => ({ place, words: writtenWords('paragraphs', text) })),
    ...(note === undefined ? [] : [{ words: note }]),
  ];
};

/** The same for a page. */
export const writtenView = (
  { words, day = false, fact, place }: WrittenWords,
  index: number,
  draft: Pick<Draft, 'edits'>,
): View => ({
  id: `written-${index}`,
  words,
  day,
  fact: fact ?? null,
  place: place === undefined ? null : placeView(place, draft),
});
