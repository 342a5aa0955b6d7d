import { columns } from '../layout.ts';
import { characterFindings } from './characters.ts';
import { error, type Finding, warning } from './finding.ts';
import { withoutWrapper, wrapperFindings } from './header.ts';
import { linesOf } from './lines.ts';
import { scanTables } from './text-tables.ts';

/** Columns within a table (5.2.1). */
const tableColumns = 132;

const knownMarker = /<\/?(?:PAGE|TABLE|CAPTION|S|C|FN)>/gi;
const pageMarker = /<PAGE>/i;
const pageLine = /^\s*<PAGE>\s*\d*\s*$/i;
const label = /^\s*(?:Exhibit\s+|EX-)99(?:\.\d{1,2})?\s*$/i;

/**
 * Rules A3 and A4. Columns are counted as filed: dissemination puts "- " before a line that begins with a hyphen
 * (RFC 1421), so that a full line reaches 82 there, and EDGAR takes it all the same.
 */
const columnFindings = (text: string, line: number, inTable: boolean): Finding[] => {
  const width = [...text.replaceAll('\f', '')].length;
  if (inTable) {
    return width > tableColumns
      ? [
          error(
            'A4',
            `The line has ${width} columns; EDGAR takes ${tableColumns} in a table. Break it.`,
            line,
          ),
        ]
      : [];
  }
  return width > columns
    ? [error('A3', `The line has ${width} columns; EDGAR takes ${columns}. Break it.`, line)]
    : [];
};

/** Rule A7; only a warning, because EDGAR has taken filings in which the marker ends a line. */
const pageFindings = (text: string, line: number): Finding[] =>
  pageMarker.test(text) && !pageLine.test(text)
    ? [warning('A7', '<PAGE> should stand alone on its line, with at most a number after it.', line)]
    : [];

/** Marks of revised text, which EDGAR takes out before it disseminates a document (sec-edgar-filing.com/rtags.htm). */
const revisionMark = /<\/?R>/gi;

/**
 * Rule A8, on what is left once the markers that EDGAR knows are taken out. Brackets around anything else are characters of
 * 5.2.1, and nothing that could be read of the manual says that EDGAR refuses or removes them: people should look, no more.
 */
const bracketFindings = (text: string, line: number): Finding[] => {
  const prose = withoutWrapper(text).replace(knownMarker, '');
  const marks = (prose.match(revisionMark) ?? []).map((mark) =>
    error('A8', `EDGAR takes ${mark} for a mark of revised text, and removes it. Take it out.`, line),
  );
  return [
    ...marks,
    ...(/[<>]/.test(prose.replace(revisionMark, ''))
      ? [warning('A8', 'EDGAR may take < or > for a tag. Write "less than" or "more than".', line)]
      : []),
  ];
};

/** Rule W2: the exhibit's label comes first; an opening <PAGE> may precede it. */
const labelFindings = (lines: readonly string[]): Finding[] => {
  const first = lines.findIndex((text) => text.trim() !== '' && !pageLine.test(text));
  return label.test(lines[first] ?? '')
    ? []
    : [
        warning(
          'W2',
          'The first line should name the exhibit, such as "Exhibit 99.1".',
          Math.max(first, 0) + 1,
        ),
      ];
};

/** Checks an ASCII exhibit by rules A1 to A8, W1 and W2; findings are in order of line. */
export const textFindings = (text: string): Finding[] => {
  const lines = linesOf(text);
  const { inTable, findings } = scanTables(lines);
  return [
    ...labelFindings(lines),
    ...findings,
    ...lines.flatMap((content, index) => [
      ...characterFindings(content, index + 1),
      ...columnFindings(content, index + 1, inTable.has(index + 1)),
      ...pageFindings(content, index + 1),
      ...bracketFindings(content, index + 1),
      ...wrapperFindings(content, index + 1),
    ]),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
};
