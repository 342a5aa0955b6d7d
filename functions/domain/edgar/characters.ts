import { toAscii } from '../ascii.ts';
import { codePoint } from '../odd-characters.ts';
import { error, type Finding, warning } from './finding.ts';

/** Whatever is not a character of 5.2.1: printable ASCII but for the caret, tab, form feed and the ends of lines. */
const refused = /[^\t\n\f\r\x20-\x5D\x5F-\x7E]/gu;

/** Quotation marks, dashes and signs that word processors put in by themselves. */
const typographic = /[\u2010-\u2015\u2018-\u201F\u2026£¥€©®™]/u;

/** The characters of a text that EDGAR does not take in any document, each once. */
export const refusedCharacters = (text: string): string[] => [...new Set(text.match(refused) ?? [])];

const withAdvice = (character: string): string => {
  const ascii = toAscii(character);
  return `${codePoint(character)} (write ${ascii === character ? 'it in words' : ascii})`;
};

const characterError = (rule: 'A1' | 'A2', characters: readonly string[], line: number): Finding[] =>
  characters.length === 0
    ? []
    : [error(rule, `EDGAR does not take ${characters.map(withAdvice).join(', ')}.`, line)];

/** Rules A1, A2 and A5 on one line of an ASCII document: its characters, and that it has no tab. */
export const characterFindings = (text: string, line: number): Finding[] => {
  const characters = refusedCharacters(text);
  return [
    ...characterError(
      'A1',
      characters.filter((one) => !typographic.test(one)),
      line,
    ),
    ...characterError(
      'A2',
      characters.filter((one) => typographic.test(one)),
      line,
    ),
    ...(text.includes('\t')
      ? [warning('A5', 'The line has a tab, whose width nobody can tell. Write spaces.', line)]
      : []),
  ];
};
