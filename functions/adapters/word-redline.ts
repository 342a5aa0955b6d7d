import { AlignmentType, DeletedTextRun, HeadingLevel, InsertedTextRun, Paragraph, TextRun } from 'docx';
import type { Part, RedlinePiece, Run } from '../domain/redline.ts';
import type { WordRedline } from '../ports/word-file.ts';
import { packWordFile } from './word-document.ts';

/** Whom Word names as the author of the changes; whoever made them is told in the ledger. */
const author = 'Gazette';

const levels: Partial<Record<Part, 'Heading1' | 'Heading2'>> = {
  headline: HeadingLevel.HEADING_1,
  subhead: HeadingLevel.HEADING_2,
  heading: HeadingLevel.HEADING_2,
};

const centred: readonly Part[] = ['headline', 'subhead'];

const run = ({ change, text }: Run, id: number, date: string): TextRun | InsertedTextRun | DeletedTextRun => {
  if (change === 'same') return new TextRun(text);
  const tracked = { text, id, author, date };
  return change === 'added' ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
};

const paragraph = ({ part, change, runs }: RedlinePiece, firstId: number, date: string): Paragraph => {
  const level = levels[part];
  const mark = { id: firstId, author, date };
  return new Paragraph({
    children: runs.map((piece, index) => run(piece, firstId + 1 + index, date)),
    ...(level !== undefined && { heading: level }),
    alignment: centred.includes(part) ? AlignmentType.CENTER : AlignmentType.LEFT,
    // So that accepting or refusing all leaves no empty paragraph behind.
    ...(change === 'added' && { run: { insertion: mark } }),
    ...(change === 'removed' && { run: { deletion: mark } }),
  });
};

/** Writes the changes between two drafts as a Word file in which they are tracked, each with an id of its own. */
export const writeRedlineFile = ({ pieces, header, createdAt }: WordRedline): Promise<Uint8Array> => {
  let next = 1;
  const paragraphs = pieces.map((piece) => {
    const first = next;
    next += piece.runs.length + 1;
    return paragraph(piece, first, createdAt);
  });
  return packWordFile(paragraphs, { header, createdAt });
};
