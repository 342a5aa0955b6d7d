import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';
import { patternOf } from './wording.ts';

/** Words that may follow themselves. */
const repeatable = new Set(['had', 'that', 'very', 'many']);

const pairs = /(?<![\p{L}\p{N}'’-])(\p{L}+)\s+\1(?![\p{L}\p{N}'’-])/giu;

/** Words that stand twice in a row; a second one with a capital belongs to a name, as in Walla Walla. */
const repeatedWords = (text: string): string[] =>
  [...text.matchAll(pairs)]
    .map(([pair]) => pair)
    .filter((pair) => {
      const second = pair.split(/\s+/).at(-1) ?? '';
      return second === second.toLowerCase() && !repeatable.has(second);
    });

/** Finds words, and the company's whole name, that stand twice in a row. */
export const repeatLints = ({
  companyName,
  headline,
  paragraphs,
  boilerplate,
}: Pick<ReleaseText, 'companyName' | 'headline' | 'paragraphs' | 'boilerplate'>): Check[] => {
  const texts = [headline, ...paragraphs, ...boilerplate];
  const name = patternOf(companyName);
  const twice = new RegExp(`${name}[\\s,;]+${name}`, 'i');
  return [
    ...new Set([
      ...(texts.some((text) => twice.test(text)) ? [`${companyName} ${companyName}`] : []),
      ...texts.flatMap(repeatedWords),
    ]),
  ].map((found) => warning('repeated-words', `The text says "${found}". Say it once.`));
};
