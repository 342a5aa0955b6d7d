import { longTime } from '../../domain/dates.ts';
import type { Draft } from '../../domain/draft.ts';
import type { View } from '../../domain/templates.ts';
import { editMark, shownAt, typedInto, writtenWords } from './entered.ts';
import { problemAt } from './fact-view.ts';
import { placeView, sectionOfPlace, sectionView } from './place-view.ts';
import { type EditProblem, fieldNames } from './problems.ts';

type Place = Draft['edits']['places'][number];

/** What the form of an edit is made of. */
export interface Form {
  typed: URLSearchParams;
  problems: readonly EditProblem[];
  /** Names by id, of approvers and the owner. */
  nameOf: (id: string) => string;
  timeZone: string;
  /** The places that approvers asked to have changed, with their ids. */
  asked: ReadonlyMap<string, readonly string[]>;
}

/** The characters of a line on a phone, as few as there may be: browsers that do not fit a field to its text show too much. */
const columns = 34;

/** How many rows a text takes at most, so that it need not be scrolled. */
const rowsOf = (text: string): number =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 1);

const fieldView = (draft: Draft, { place, form, text }: Place, given: Form): View => {
  const id = fieldNames.wording(place);
  const typed = typedInto(given.typed, id) ?? writtenWords(form, shownAt(draft, place));
  const edit = draft.edits.wording.find((one) => one.stands && one.place === place);
  return {
    id,
    named: placeView(place, draft),
    paragraphs: form === 'paragraphs',
    lines: form === 'lines',
    rows: rowsOf(typed),
    typed,
    asked: (given.asked.get(place) ?? []).map((id) => ({ name: given.nameOf(id) })),
    edited: edit === undefined ? null : { ...byView(edit, given), composed: writtenWords(form, text) },
    problem: problemAt(given.problems, id),
  };
};

const byView = ({ by, at }: { by: string; at: string }, { nameOf, timeZone }: Form): View => ({
  by: nameOf(by),
  at: longTime(new Date(at), timeZone),
});

const isOpen = (draft: Draft, place: string, given: Form): boolean => {
  const typed = typedInto(given.typed, fieldNames.wording(place));
  const form = draft.edits.places.find((one) => one.place === place)?.form ?? 'line';
  const isChanged =
    typed !== undefined && typed.replaceAll(/\r\n?/g, '\n') !== writtenWords(form, shownAt(draft, place));
  return isChanged || given.problems.some(({ field }) => field === fieldNames.wording(place));
};

/**
 * The fields of the wording, by the part of the release; those come first that approvers asked to have changed. A part is open
 * where it is one of these, or where something in it is changed or wrong.
 */
export const wordingViews = (draft: Draft, given: Form): View[] => {
  const parts = [...Map.groupBy(draft.edits.places, ({ place }) => sectionOfPlace(place))];
  const isAsked = (places: readonly Place[]): boolean => places.some(({ place }) => given.asked.has(place));
  return parts
    .toSorted(([, a], [, b]) => Number(isAsked(b)) - Number(isAsked(a)))
    .map(([section, places]) => ({
      section: sectionView(section),
      open: isAsked(places) || places.some(({ place }) => isOpen(draft, place, given)),
      fields: places.map((place) => fieldView(draft, place, given)),
    }));
};

/** Edits that stand no longer, each beside what is composed in its place now. */
export const outdatedViews = ({ edits }: Draft, given: Form): View[] => {
  const marked = new Set(given.typed.getAll(fieldNames.givenUp));
  return edits.wording
    .filter(({ stands }) => !stands)
    .map((edit, index) => ({
      id: `${fieldNames.givenUp}-${index}`,
      mark: editMark(edit),
      named: placeView(edit.place, { edits }),
      ...byView(edit, given),
      composed: edit.composed.join('\n\n'),
      written: edit.text.join('\n\n'),
      chosen: marked.has(editMark(edit)),
    }));
};
