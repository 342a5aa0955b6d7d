import type { Block, Content, Section } from '../domain/draft.ts';
import { spansOf } from '../domain/marks.ts';
import type { View } from '../domain/templates.ts';

const spans = (text: string): View => ({ spans: spansOf(text) });

const blockView = (block: Block): View =>
  typeof block === 'string'
    ? { ...spans(block), table: null }
    : {
        spans: [],
        table: {
          caption: block.caption ?? null,
          columns: block.columns,
          rows: block.rows.map(([label = '', ...figures]) => ({
            label: spans(label),
            figures: figures.map(spans),
          })),
        },
      };

const sectionView = ({ heading, blocks, lines }: Section): View => ({
  heading: heading ?? null,
  close: lines.length > 0,
  blocks: blocks.map(blockView),
  lines,
});

/** The release as a page sets it: the same words in the same order as in the exhibit. */
export const documentView = (content: Content): View => ({
  exhibitLabel: content.exhibitLabel,
  releaseLine: content.releaseLine ?? null,
  above: content.above.map(sectionView),
  headline: spans(content.headline),
  subheads: content.subheads.map(spans),
  sections: content.sections.map(sectionView),
  endMark: content.endMark ?? null,
  pageLine: content.pageLine,
});
