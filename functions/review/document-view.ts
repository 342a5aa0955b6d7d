import type { Content } from '../domain/draft.ts';
import type { View } from '../domain/templates.ts';

/** The mark that a draft bears where a fact is missing. */
const toBeConfirmed = /(\[TO BE CONFIRMED: [^\]]*\])/;

/** Splits a text at its marks of missing facts, so that the page can show them for what they are. */
export const spansOf = (text: string): View[] =>
  text
    .split(toBeConfirmed)
    .map((part, index) => ({ text: part, missing: index % 2 === 1 }))
    .filter((span) => span.text !== '');

const spans = (text: string): View => ({ spans: spansOf(text) });

const passage = ({ heading, paragraphs }: Content['boilerplate']): View => ({
  heading: heading ?? null,
  paragraphs: paragraphs.map(spans),
});

/** The release as a page sets it: the same words in the same order as in the exhibit. */
export const documentView = (content: Content): View => ({
  exhibitLabel: content.exhibitLabel,
  releaseLine: content.releaseLine ?? null,
  headline: spans(content.headline),
  subheads: content.subheads.map(spans),
  paragraphs: content.paragraphs.map(spans),
  passages: [passage(content.boilerplate), passage(content.safeHarbor)],
  contact: { heading: content.contact.heading, lines: content.contact.lines },
  endMark: content.endMark ?? null,
  pageLine: content.pageLine,
});
