import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Content, Section, Table as TableBlock } from '../domain/draft.ts';
import { spansOf } from '../domain/marks.ts';
import type { WordRelease } from '../ports/word-file.ts';
import { coreProperties, withoutTimes } from './word-package.ts';

const twipsPerInch = 1440;
const letter = { width: 8.5 * twipsPerInch, height: 11 * twipsPerInch };
const halfPoints = (points: number): number => 2 * points;

/** Serif and black, as counsel sets releases; Word's own headings are blue. */
const styles = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: halfPoints(12) },
      paragraph: { spacing: { after: 200 } },
    },
    heading1: {
      run: { font: 'Times New Roman', size: halfPoints(16), bold: true, color: '000000' },
      paragraph: { spacing: { after: 240 } },
    },
    heading2: {
      run: { font: 'Times New Roman', size: halfPoints(12), bold: true, color: '000000' },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
};

/** Text with the marks of missing facts highlighted. */
const runs = (text: string): TextRun[] =>
  spansOf(text).map(
    (part) => new TextRun(part.missing ? { text: part.text, highlight: 'yellow' } : part.text),
  );

const paragraph = (children: readonly ParagraphChild[], alignment: 'left' | 'center' = 'left'): Paragraph =>
  new Paragraph({ children, alignment });

const heading = (text: string, level: 'Heading1' | 'Heading2', alignment: 'left' | 'center'): Paragraph =>
  new Paragraph({ children: runs(text), heading: level, alignment });

const cell = (text: string, index: number): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        children: runs(text),
        alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
        spacing: { after: 0 },
      }),
    ],
  });

const table = ({ caption, columns, rows }: TableBlock): (Paragraph | Table)[] => [
  ...(caption === undefined ? [] : [heading(caption, HeadingLevel.HEADING_2, 'left')]),
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ children: columns.map(cell), tableHeader: true }),
      ...rows.map((row) => new TableRow({ children: row.map(cell) })),
    ],
  }),
  paragraph([]),
];

const block = (content: Block): (Paragraph | Table)[] =>
  typeof content === 'string' ? [paragraph(runs(content))] : table(content);

/** A section; lines that are set close are one paragraph. */
const section = ({ heading: title, blocks, lines }: Section): (Paragraph | Table)[] => [
  ...(title === undefined ? [] : [heading(title, HeadingLevel.HEADING_2, 'left')]),
  ...blocks.flatMap(block),
  ...(lines.length === 0
    ? []
    : [
        paragraph(
          lines.flatMap((line, index) => [
            ...(index === 0 ? [] : [new TextRun({ break: 1 })]),
            ...runs(line),
          ]),
        ),
      ]),
];

const bodyOf = (content: Content): (Paragraph | Table)[] => [
  paragraph(runs(content.exhibitLabel)),
  ...(content.releaseLine === undefined ? [] : [paragraph(runs(content.releaseLine), 'center')]),
  ...content.above.flatMap(section),
  heading(content.headline, HeadingLevel.HEADING_1, 'center'),
  ...content.subheads.map((text) => heading(text, HeadingLevel.HEADING_2, 'center')),
  ...content.sections.flatMap(section),
  ...(content.endMark === undefined ? [] : [paragraph(runs(content.endMark), 'center')]),
];

/** Writes paragraphs and tables as a Word file on letter paper, its header on every page; always the same bytes. */
export const packWordFile = async (
  children: readonly (Paragraph | Table)[],
  { header, createdAt }: Pick<WordRelease, 'header' | 'createdAt'>,
): Promise<Uint8Array> => {
  const document = new Document({
    styles,
    sections: [
      {
        properties: { page: { size: letter } },
        headers: {
          default: new Header({ children: [paragraph([new TextRun({ text: header, bold: true })])] }),
        },
        footers: {
          default: new Footer({
            children: [paragraph([new TextRun({ children: [PageNumber.CURRENT] })], 'center')],
          }),
        },
        children,
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(document, undefined, [coreProperties(header, createdAt)]));
};

/** Writes a release as a Word file. */
export const writeWordFile = (release: WordRelease): Promise<Uint8Array> =>
  packWordFile(bodyOf(release.content), release);
