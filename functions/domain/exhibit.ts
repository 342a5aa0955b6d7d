import { toAscii } from './ascii.ts';
import type { Block, Content, Section, Table } from './draft.ts';
import { centre, columns, setLines, setParagraph } from './layout.ts';
import { renderHtml, renderText, type Templates, type View } from './templates.ts';

const joined = (lines: readonly string[]): string => lines.join('\n');

const cellGap = 2;

/** How wide each column of a table is set; the first gives way where all together are too wide. */
const widthsOf = ({ columns: heads, rows }: Table): number[] => {
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const [first = 0, ...others] = widths;
  const rest = others.reduce((sum, width) => sum + width + cellGap, 0);
  return [Math.max(Math.min(first, columns - rest), 16), ...others];
};

const setRow = (cells: readonly string[], widths: readonly number[]): string[] => {
  const [first = '', ...others] = cells;
  const label = setLines(first, widths[0]);
  const figures = others.map((cell, index) => ' '.repeat(cellGap) + cell.padStart(widths[index + 1] ?? 0));
  return label.map((line, index) =>
    (index === label.length - 1 ? line.padEnd(widths[0] ?? 0) + figures.join('') : line).trimEnd(),
  );
};

/** Sets a table for EDGAR (Filer Manual 5.2.1): marked, the first column to the left, figures to the right. */
const setTable = (table: Table): string => {
  const ascii: Table = {
    ...table,
    columns: table.columns.map(toAscii),
    rows: table.rows.map((row) => row.map(toAscii)),
  };
  const widths = widthsOf(ascii);
  const [first = 0, ...others] = widths;
  return joined([
    '<TABLE>',
    '<CAPTION>',
    ...(table.caption === undefined ? [] : setLines(toAscii(table.caption))),
    ...setRow(ascii.columns, widths),
    `${'<S>'.padEnd(first)}${others.map((width) => ' '.repeat(cellGap) + '<C>'.padEnd(width)).join('')}`.trimEnd(),
    ...ascii.rows.flatMap((row) => setRow(row, widths)),
    '</TABLE>',
  ]);
};

const textBlock = (block: Block): { text: string } => ({
  text: typeof block === 'string' ? joined(setParagraph(toAscii(block))) : setTable(block),
});

const textSection = ({ heading, blocks, lines }: Section): View => ({
  heading: heading === undefined ? null : joined(setLines(toAscii(heading))),
  close: lines.length > 0,
  blocks: blocks.map(textBlock),
  lines: lines.map((text) => ({ text: joined(setLines(toAscii(text))) })),
});

/** Sets a release as an EDGAR ASCII exhibit: 80 columns, no tab, lines joined by LF, none after the last. */
export const textExhibit = (content: Content, templates: Templates): string => {
  const centred = (text: string): string => joined(centre(toAscii(text)));
  return renderText(templates, 'release/exhibit.txt', {
    exhibitLabel: joined(setLines(toAscii(content.exhibitLabel))),
    releaseLine: content.releaseLine === undefined ? null : centred(content.releaseLine),
    above: content.above.map(textSection),
    headline: centred(content.headline),
    subheads: content.subheads.map((text) => ({ text: centred(text) })),
    sections: content.sections.map(textSection),
    endMark: content.endMark === undefined ? null : centred(content.endMark),
    pageLine: content.pageLine ? centred('Page 1 of 1') : null,
  }).trimEnd();
};

const htmlBlock = (block: Block): View =>
  typeof block === 'string'
    ? { text: block, table: null }
    : {
        text: null,
        table: {
          caption: block.caption ?? null,
          columns: block.columns.map((text, index) => ({ text, figure: index > 0 })),
          rows: block.rows.map((row) => ({ cells: row.map((text, index) => ({ text, figure: index > 0 })) })),
        },
      };

/** A part of a release as `release/section.htm` sees it. */
export const htmlSection = ({ heading, blocks, lines }: Section): View => ({
  heading: heading ?? null,
  close: lines.length > 0,
  blocks: blocks.map(htmlBlock),
  lines,
});

/** Sets a release as HTML with the elements that EDGAR takes (Filer Manual 5.2.2): no style element, no link. */
export const htmlExhibit = (content: Content, templates: Templates): string =>
  renderHtml(templates, 'release/exhibit.htm', {
    exhibitLabel: content.exhibitLabel,
    releaseLine: content.releaseLine ?? null,
    above: content.above.map(htmlSection),
    headline: content.headline,
    subheads: content.subheads,
    sections: content.sections.map(htmlSection),
    endMark: content.endMark ?? null,
    pageLine: content.pageLine,
  });
