import type { Company } from './company.ts';
import type { Announcement } from './compose/announcement.ts';
import { composeContent } from './content.ts';
import { type LiveWording, underOwnDateline, wordedContent } from './desk-edits/places.ts';
import type { Block, Content, Section, Table, WireText } from './draft.ts';
import { houseStyles, type WireName } from './house-styles.ts';
import { renderText, type Templates, type View } from './templates.ts';

/** The company as it announces on a wire: in the form of the wire, with what the company decides about the news itself. */
const onWire = (company: Company, wire: WireName): Company => {
  const { places, paragraphs, subheads, exhibitLabel } = company.house;
  const { sections, ...style } = houseStyles[wire];
  const own = { style: wire, places, paragraphs, subheads, exhibitLabel, pageLine: false };
  return { ...company, house: { ...style, ...own, sections: [...sections] } };
};

const cellGap = '  ';

/** Sets a table in columns, the first to the left, figures to the right; a wire has no width that it must keep. */
const setTable = ({ caption, columns, rows }: Table): string => {
  const lines = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => (cells[index] ?? '').length)));
  const setRow = (cells: readonly string[]): string =>
    widths
      .map((width, index) =>
        index === 0 ? (cells[0] ?? '').padEnd(width) : (cells[index] ?? '').padStart(width),
      )
      .join(cellGap)
      .trimEnd();
  return [...(caption === undefined ? [] : [caption]), ...lines.map(setRow)].join('\n');
};

const setBlock = (block: Block): View => ({ text: typeof block === 'string' ? block : setTable(block) });

const sectionView = ({ heading, blocks, lines }: Section): View => ({
  heading: heading ?? null,
  close: lines.length > 0,
  blocks: blocks.map(setBlock),
  lines: lines.map((text) => ({ text })),
});

const setContent = (content: Content, templates: Templates): string =>
  `${renderText(templates, 'release/wire.txt', {
    headline: content.headline,
    subheads: content.subheads,
    sections: content.sections.map(sectionView),
    endMark: content.endMark ?? null,
  }).trimEnd()}\n`;

/**
 * A release as each wire of the profile sets it: UTF-8, a line for each paragraph, paragraphs apart by an empty line.
 * The sections stand in the order of the wire, under its dateline and over its end mark; what editors wrote stands on all.
 */
export const wireTexts = (
  announcement: Announcement,
  templates: Templates,
  live: LiveWording = new Map(),
): WireText[] => {
  // A wire's dateline names the wire.
  const wording = underOwnDateline(live);
  return announcement.company.wires.map((wire) => {
    const company = onWire(announcement.company, wire);
    const { content, dateline } = composeContent({ ...announcement, company }, templates);
    return { wire, text: setContent(wordedContent(content, dateline, wording), templates) };
  });
};
