import type { View } from '../templates.ts';
import { possessive } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';

type Statement = SentActOf<'statement'>;

const isBySameOfficer = ({ act: a }: Statement, { act: b }: Statement): boolean =>
  a.speaker.name === b.speaker.name && a.title === b.title && a.organization === b.organization;

/** One view for each paragraph of a statement; the quotation stays open until its last paragraph. */
const quoted = (sent: Statement, isAgain: boolean, { company, need }: Narrator): View[] => {
  const { speaker, title, organization, paragraphs } = sent.act;
  return paragraphs.map((words, index) => ({
    first: index === 0 && !isAgain,
    again: index === 0 && isAgain,
    continued: index > 0,
    // Older styles leave a quotation open that goes on; as each paragraph begins outside it, others close it.
    closes: index === paragraphs.length - 1 || company.house.commas === 'close',
    possessive: possessive(company.shortName),
    title: need(sent, title, `the office of ${speaker.name}`, 'title'),
    organization: organization ?? null,
    comma: company.house.commas === 'close',
    name: speaker.knownAs ?? speaker.name,
    familyName: speaker.familyName ?? speaker.knownAs ?? speaker.name,
    // Within a quotation American releases quote with single marks.
    words: words.replaceAll('"', "'"),
  }));
};

/** The headline of a release that holds nothing but a statement. */
const statementHeadline = (sent: Statement, { company, need }: Narrator): View => ({
  company: company.shortName,
  title: need(sent, sent.act.title, `the office of ${sent.act.speaker.name}`, 'title'),
  organization: sent.act.organization ?? null,
});

export const statement: Composer<'statement'> = {
  sentences: (acts, narrator) =>
    acts.flatMap((sent, index) => {
      const isAgain = acts.slice(0, index).some((earlier) => isBySameOfficer(earlier, sent));
      return quoted(sent, isAgain, narrator).map((view) => ({ view, acts: [sent] }));
    }),
  headline: ([first], narrator) => statementHeadline(first, narrator),
};
