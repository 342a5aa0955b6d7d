import { error, warning } from './check.ts';
import type { DraftEdits } from './desk-edits/desk-edits.ts';
import type { Check } from './draft.ts';

const quoted = (text: readonly string[]): string => (text.length === 0 ? 'nothing' : `"${text.join(' / ')}"`);

/** What editors did that no longer fits what events say: neither kept nor dropped in silence. */
export const editChecks = ({ wording, facts }: DraftEdits): Check[] => [
  ...wording
    .filter(({ stands }) => !stands)
    .map(({ place, event, by, composed, text }) =>
      error(
        'edit-outdated',
        `What ${by} wrote for ${placeWords(place)} (event ${event}) was for words that have changed since, and does not stand. Composed now: ${quoted(composed)}. Written: ${quoted(text)}. An editor gives it up or edits the words anew.`,
      ),
    ),
  ...facts
    .filter(({ stands }) => !stands)
    .map(({ event, by, of, fact, value }) =>
      warning(
        'supplied-unused',
        `What ${by} supplied (event ${event}) for ${fact}, "${value}", has no place any more: what event ${of} told has been replaced or taken back, or no longer lacks it.`,
      ),
    ),
];

const sectionWords: Readonly<Record<string, string>> = {
  headline: 'the headline',
  subheads: 'the lines under the headline',
  dateline: 'the dateline',
  news: 'the news',
  boilerplate: 'the text about the company',
  'safe-harbor': 'the forward-looking statements',
  notice: 'the notice',
  contact: 'the contact',
};

/** A place of a release in words, such as "paragraph 2 of the news". */
export const placeWords = (place: string): string => {
  const [section = '', part] = place.split('.');
  const words = sectionWords[section] ?? section;
  if (part === undefined) return words;
  if (part === 'heading') return `the heading of ${words}`;
  return part === 'lines' ? `the lines of ${words}` : `paragraph ${Number(part) + 1} of ${words}`;
};
