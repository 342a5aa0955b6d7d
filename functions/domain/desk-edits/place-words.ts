import type { DraftEdits } from './desk-edits.ts';
import { paragraphNumber } from './printed-paragraphs.ts';

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

/** A place of a release in words, such as "paragraph 2 of the news": its paragraphs are counted as they are printed. */
export const placeWords = (place: string, edits: Pick<DraftEdits, 'places' | 'wording'>): string => {
  const [section = '', part] = place.split('.');
  const words = sectionWords[section] ?? section;
  if (part === undefined) return words;
  if (part === 'heading') return `the heading of ${words}`;
  const { number, printed } = paragraphNumber(edits, place) ?? {};
  return number === undefined
    ? `the lines of ${words}`
    : `paragraph ${number} of ${words}${printed ? '' : ' as composed'}`;
};
