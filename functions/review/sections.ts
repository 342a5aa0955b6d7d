import type { Content } from '../domain/draft.ts';
import { type SectionName, sectionNames } from '../domain/house-styles.ts';
import type { View } from '../domain/templates.ts';
import { flags } from './problems.ts';

const partNames = [...sectionNames, 'subheads'] as const;

/** A part of a release that a request for changes can name. */
export interface Part {
  /** `headline`, `subheads`, `news-2`, `boilerplate`: what a decision keeps. */
  id: string;
  name: SectionName | 'subheads';
  /** Which paragraph of the news, from 1; none where the part is a whole section. */
  paragraph?: number;
  /** How it begins, so that it can be told from the others. */
  begins?: string;
}

/** Beyond this many paragraphs a list of them is no help, and the news is one part. */
const paragraphLimit = 20;

const beginningLength = 48;

const beginningOf = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= beginningLength) return words;
  return `${words.slice(0, words.lastIndexOf(' ', beginningLength))} ...`;
};

const newsParts = ({ sections }: Pick<Content, 'sections'>): Part[] => {
  const blocks = sections.filter(({ name }) => name === 'news').flatMap((section) => section.blocks);
  if (blocks.length > paragraphLimit) return [{ id: 'news', name: 'news' }];
  return blocks.map((block, index) => ({
    id: `news-${index + 1}`,
    name: 'news',
    paragraph: index + 1,
    begins: beginningOf(typeof block === 'string' ? block : (block.caption ?? block.columns.join(', '))),
  }));
};

/** The parts of a release, in the order in which they stand. */
export const partsOf = (content: Content): Part[] => {
  const whole = (name: SectionName): Part => ({ id: name, name });
  const below = [...new Set(content.sections.map(({ name }) => name))];
  return [
    ...content.above.map(({ name }) => whole(name)),
    whole('headline'),
    ...(content.subheads.length > 0 ? [{ id: 'subheads', name: 'subheads' } as const] : []),
    ...below.flatMap((name) => (name === 'news' ? newsParts(content) : [whole(name)])),
  ];
};

/** A part as a page names it. */
export const partView = ({ id, name, paragraph, begins }: Part): View => ({
  id,
  paragraph: paragraph ?? null,
  begins: begins ?? null,
  ...flags(partNames, name),
});

/** The parts that a request for changes names, as a page names them; one that the draft does not have is passed over. */
export const namedParts = (content: Content, ids: readonly string[]): View[] =>
  partsOf(content)
    .filter(({ id }) => ids.includes(id))
    .map(partView);
