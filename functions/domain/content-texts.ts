import type { Block, Content } from './draft.ts';

/** Every piece of text of a release, in order, without what the profile alone says. */
export const newsTexts = ({ headline, subheads, above, sections }: Content): string[] => [
  headline,
  ...subheads,
  ...[...above, ...sections]
    .filter(({ name }) => name === 'news')
    .flatMap(({ blocks }) => blocks.flatMap(textsOfBlock)),
];

/** The same texts without their dateline, which says nothing of any act. */
export const saidTexts = (content: Content, dateline: string): string[] =>
  dateline === '' ? newsTexts(content) : newsTexts(content).map((text) => text.replaceAll(dateline, ' '));

/** The pieces of text in a paragraph or a table. */
export const textsOfBlock = (block: Block): string[] =>
  typeof block === 'string'
    ? [block]
    : [...(block.caption === undefined ? [] : [block.caption]), ...block.columns, ...block.rows.flat()];
