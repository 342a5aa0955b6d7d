import type { Check } from '../draft.ts';
import { error, warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

/** What templates and programs leave behind where a value is missing; no release means to print these. */
const leftOver = /\{\{|\}\}|\[TO BE CONFIRMED|\[object /;

/** The same, but words that a release could mean. */
const suspicious = /\b(?:undefined|NaN)\b/;

/** The end of a text with a mark of a list within a sentence, as in `1) the ability; 2) the market`. */
const listMark = /(?<![\p{L}\p{N}(])(?:\d{1,2}|[a-z]|[ivx]{1,4})\)$/u;

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    if (bracket === '(') depth += 1;
    else if (depth > 0) depth -= 1;
    else if (!listMark.test(text.slice(0, index + 1))) return false;
  }
  return depth === 0;
};

/** Finds what a template or a slip has left in the text: braces, placeholders, parentheses without their partner. */
export const remnantLints = ({
  headline,
  paragraphs,
  boilerplate,
  contactLines,
}: Pick<ReleaseText, 'headline' | 'paragraphs' | 'boilerplate' | 'contactLines'>): Check[] =>
  [headline, ...paragraphs, ...boilerplate, ...contactLines].flatMap((text) => {
    const [left] = leftOver.exec(text) ?? [];
    const [word] = suspicious.exec(text) ?? [];
    return [
      ...(left === undefined ? [] : [error('remnant', `The text has "${left}". A value is missing there.`)]),
      ...(word === undefined
        ? []
        : [warning('remnant', `The text has "${word}". See whether a value is missing there.`)]),
      ...(isBalanced(text)
        ? []
        : [
            warning(
              'parentheses',
              `A parenthesis has no partner in "${text.slice(0, 60)}". Add or remove one.`,
            ),
          ]),
    ];
  });
