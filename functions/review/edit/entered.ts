import { wordsAt } from '../../domain/desk-edits/printed-paragraphs.ts';
import { linesIn, oneLine } from '../../domain/desk-edits/values.ts';
import type { Draft } from '../../domain/draft.ts';
import { fieldNames } from './problems.ts';

type PlaceForm = Draft['edits']['places'][number]['form'];

/** The words of a place as a form shows them: lines one under the other, paragraphs with an empty line between them. */
export const writtenWords = (form: PlaceForm, text: readonly string[]): string =>
  text.join(form === 'paragraphs' ? '\n\n' : '\n');

/** The words of a place from what a form sends. */
export const readWords = (form: PlaceForm, typed: string): string[] => {
  switch (form) {
    case 'line':
      return [oneLine(typed)].filter((line) => line !== '');
    case 'lines':
      return linesIn(typed);
    case 'paragraphs':
      return typed
        .replaceAll(/\r\n?/g, '\n')
        .split(/\n[ \t]*\n/)
        .map(oneLine)
        .filter((paragraph) => paragraph !== '');
  }
};

/** What stands at a place of a draft: what an editor wrote there, else what was composed. */
export const shownAt = ({ edits }: Pick<Draft, 'edits'>, place: string): readonly string[] =>
  wordsAt(edits, place);

/** What was typed into a field; undefined where the form has none of that name. */
export const typedInto = (form: URLSearchParams, name: string): string | undefined =>
  form.get(name) ?? undefined;

/** Why, as it was typed, with LF at the ends of lines. */
export const noteIn = (form: URLSearchParams): string =>
  (form.get(fieldNames.note) ?? '').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();

/** How an edit that no longer stands is named in the form. */
export const editMark = ({ event, place }: { event: string; place: string }): string => `${event} ${place}`;
