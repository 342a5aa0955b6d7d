import type { View } from '../templates.ts';
import { possessive } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type Statement = SentActOf<'statement'>;

/** One view for each paragraph of a statement; the quotation stays open until its last paragraph. */
export const statement = (sent: Statement, { company, need }: Narrator): View[] => {
  const { speaker, title, paragraphs } = sent.act;
  return paragraphs.map((words, index) => ({
    first: index === 0,
    last: index === paragraphs.length - 1,
    possessive: possessive(company.shortName),
    title: need(sent, title, `the office of ${speaker.name}`),
    name: speaker.knownAs ?? speaker.name,
    familyName: speaker.familyName ?? speaker.knownAs ?? speaker.name,
    // Within a quotation American releases quote with single marks.
    words: words.replaceAll('"', "'"),
  }));
};

/** The headline of a release that holds nothing but a statement. */
export const statementHeadline = (sent: Statement, { company, need }: Narrator): View => ({
  company: company.shortName,
  title: need(sent, sent.act.title, `the office of ${sent.act.speaker.name}`),
});
