import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

type Mark = 'open' | 'close' | 'either';

/** What a mark can be, by what stands around it. */
const markAt = (text: string, index: number): Mark => {
  if (text[index] === '\u201C') return 'open';
  if (text[index] === '\u201D') return 'close';
  const opens = /^$|[\s([\u2014\u2013'-]/.test(text[index - 1] ?? '');
  const closes = /^$|[\s)\].,;:!?\u2014\u2013'-]/.test(text[index + 1] ?? '');
  if (opens === closes) return 'either';
  return opens ? 'open' : 'close';
};

interface Quotation {
  /** Whether the first mark of the paragraph opens a quotation. */
  opensFirst: boolean;
  /** Whether a quotation is open at the end. */
  isOpen: boolean;
  /** Whether a mark closes what is not open, or opens what is not closed. */
  isAstray: boolean;
}

/** A straight mark after a digit is inches, unless it can close a quotation and leaves the marks after it in pairs. */
const isInches = (text: string, index: number, isOpen: boolean, marksAfter: number): boolean =>
  text[index] === '"' && /\d/.test(text[index - 1] ?? '') && (!isOpen || marksAfter % 2 === 1);

const quotationIn = (paragraph: string): Quotation => {
  const text = paragraph.trim();
  const quotation: Quotation = { opensFirst: false, isOpen: false, isAstray: false };
  let isFirst = true;
  const marks = [...text.matchAll(/["\u201C\u201D]/g)];
  for (const [number, { index }] of marks.entries()) {
    if (isInches(text, index, quotation.isOpen, marks.length - number - 1)) continue;
    const mark = markAt(text, index);
    const opens = mark === 'open' || (mark === 'either' && !quotation.isOpen);
    if (opens === quotation.isOpen) quotation.isAstray = true;
    if (isFirst) quotation.opensFirst = opens;
    quotation.isOpen = opens;
    isFirst = false;
  }
  return quotation;
};

/**
 * Finds quotations that are not opened or not closed. One that runs over several paragraphs is opened in each and closed
 * in the last, as newspapers do; a paragraph may come to its mark late, as in `Gilbert continued, "This`.
 */
export const quotationLints = ({ paragraphs }: Pick<ReleaseText, 'paragraphs'>): Check[] => {
  const quotations = paragraphs.map(quotationIn);
  return quotations.flatMap(({ isOpen, isAstray }, index) => {
    const goesOn = quotations[index + 1]?.opensFirst ?? false;
    if (!isAstray && (!isOpen || goesOn)) return [];
    const what = isAstray ? 'a quotation mark without its partner' : 'a quotation that is not closed';
    return [
      warning(
        'quotation-marks',
        `Paragraph ${index + 1} has ${what}. Open and close each quotation; one that goes on is opened anew in each paragraph.`,
      ),
    ];
  });
};
