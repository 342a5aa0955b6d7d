import { longDate } from '../../domain/dates.ts';
import { datelineOfDay } from '../../domain/desk-edits/dateline.ts';
import {
  type SuppliedFact,
  type SuppliedWords,
  type Wording,
  wordingLimits,
} from '../../domain/desk-edits/desk-edits.ts';
import { placeDigest } from '../../domain/desk-edits/places.ts';
import { otherDaysIn } from '../../domain/desk-edits/release-day.ts';
import type { Draft } from '../../domain/draft.ts';
import { orMark } from '../../domain/marks.ts';
import { textProblem } from './changed-facts.ts';
import { editMark, readWords, shownAt, typedInto, writtenWords } from './entered.ts';
import { type EditProblem, fieldNames } from './problems.ts';

/** A headline runs over two lines of the exhibit at most. */
const lineLimit = 300;

/** Places that a release is never without. */
const isNeeded = (place: string): boolean => ['headline', 'dateline', 'news.0'].includes(place);

type Place = Draft['edits']['places'][number];

/** What the same form supplies, from which the words of a place are composed anew. */
interface SuppliedWith {
  facts: readonly (SuppliedFact | SuppliedWords)[];
  announce: string | undefined;
}

/** Places whose words turn on the day of the release: what is payable before it was payable. */
const turnsOnDay = (place: string): boolean => /^(headline|subheads|news\.\d+)$/.test(place);

/** Whether a place is composed otherwise once what the form supplies stands in it. */
const isToCome = ({ text }: Place, { facts }: SuppliedWith): boolean =>
  facts.some(({ fact }) => text.some((words) => words.includes(orMark(undefined, fact))));

/** What is composed in a place once the form is taken: the dateline with the day that the form gives. */
const composedWith = (
  { place, text }: Place,
  announced: string,
  { announce }: SuppliedWith,
): readonly string[] =>
  place === 'dateline' && announce !== undefined
    ? text.map((words) => datelineOfDay(words, announced, announce))
    : text;

const problemOf = (
  shown: Place,
  text: readonly string[],
  announced: string,
  supplied: SuppliedWith,
): EditProblem | undefined => {
  const { place, form } = shown;
  const field = fieldNames.wording(place);
  if (text.length === 0 && isNeeded(place)) return { field, code: 'empty' };
  if (isToCome(shown, supplied)) return { field, code: 'waits' };
  if (supplied.announce !== undefined && turnsOnDay(place)) return { field, code: 'day-too' };
  const bears = supplied.announce ?? announced;
  if (place === 'dateline' && otherDaysIn(text.join(' '), bears).length > 0)
    return { field, code: 'other-day', detail: longDate(bears) };
  const limit = form === 'paragraphs' ? wordingLimits.paragraph : lineLimit;
  return text.flatMap((words) => textProblem(field, words, limit) ?? [])[0];
};

/**
 * The edits of wording that stand no longer and that an editor gives up: those marked, those of places edited anew, and that of
 * a dateline which is edited together with the day.
 */
const givenUpIn = (
  form: URLSearchParams,
  { edits }: Pick<Draft, 'edits'>,
  changed: ReadonlySet<string>,
  { announce }: SuppliedWith,
) => {
  const marked = new Set(form.getAll(fieldNames.givenUp));
  const ends = ({ place, stands }: Draft['edits']['wording'][number]): boolean =>
    !stands || (place === 'dateline' && announce !== undefined);
  return edits.wording
    .filter((edit) => ends(edit) && (marked.has(editMark(edit)) || changed.has(edit.place)))
    .map(({ event, place }) => ({ event, place }));
};

/** The wording that an editor changes with a form, and what is wrong with it. */
export const changedWording = (
  form: URLSearchParams,
  draft: Pick<Draft, 'edits' | 'announced'>,
  supplied: SuppliedWith,
): { wording: Wording[]; givenUp: { event: string; place: string }[]; problems: EditProblem[] } => {
  const changed = draft.edits.places.flatMap((place) => {
    const typed = typedInto(form, fieldNames.wording(place.place));
    if (typed === undefined) return [];
    const text = readWords(place.form, typed);
    const shown = readWords(place.form, writtenWords(place.form, shownAt(draft, place.place)));
    return JSON.stringify(text) === JSON.stringify(shown) ? [] : [{ place, text }];
  });
  return {
    wording: changed.map(({ place, text }) => ({
      place: place.place,
      replaces: placeDigest(composedWith(place, draft.announced, supplied)),
      text,
    })),
    givenUp: givenUpIn(form, draft, new Set(changed.map(({ place }) => place.place)), supplied),
    problems: changed.flatMap(({ place, text }) => problemOf(place, text, draft.announced, supplied) ?? []),
  };
};
