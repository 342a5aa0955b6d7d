import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre, columns, setLines, setParagraph } from '../../../functions/domain/layout.ts';

const word = fc.stringMatching(/^[A-Za-z0-9.,;:"()-]{1,24}$/);
const paragraph = fc.array(word, { minLength: 1, maxLength: 200 });
const wordsIn = (text: string): string[] => text.split(/\s+/).filter((found) => found !== '');

describe('a paragraph', () => {
  it('keeps every word in its order', () => {
    fc.assert(
      fc.property(paragraph, (words) => {
        expect(wordsIn(setParagraph(words.join(' ')).join('\n'))).toEqual(words);
      }),
    );
  });

  it('has full lines of exactly 80 columns and a last line of at most 80', () => {
    fc.assert(
      fc.property(paragraph, (words) => {
        const lines = setParagraph(words.join(' '));
        for (const line of lines.slice(0, -1)) {
          expect(line.length === columns || wordsIn(line).length === 1).toBe(true);
        }
        expect(lines.at(-1)?.length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('begins with five spaces, and no other line begins with one', () => {
    const [first, ...others] = setParagraph('word '.repeat(60).trim());
    expect(first).toMatch(/^ {5}\S/);
    expect(others.every((line) => !line.startsWith(' '))).toBe(true);
  });

  it('is filled greedily: no line has room for the first word of the next', () => {
    fc.assert(
      fc.property(paragraph, (words) => {
        const lines = setParagraph(words.join(' '));
        lines.slice(0, -1).forEach((line, index) => {
          const taken = wordsIn(line).join(' ').length + (index === 0 ? 5 : 0);
          expect(taken + 1 + (wordsIn(lines[index + 1] ?? '')[0] ?? '').length).toBeGreaterThan(columns);
        });
      }),
    );
  });

  it('keeps spaces that the company wrote between two words', () => {
    expect(setParagraph('Corp. (Nasdaq-SCM:  IECE) announced')).toEqual([
      '     Corp. (Nasdaq-SCM:  IECE) announced',
    ]);
  });

  it('cuts a word that is wider than a line instead of exceeding it', () => {
    const lines = setParagraph(`see ${'x'.repeat(200)} end`);
    expect(lines.every((line) => line.length <= columns)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(`see${'x'.repeat(200)}end`);
  });
});

describe('a title', () => {
  it('stands in the middle, half a column to the left where it cannot', () => {
    expect(centre('CEO')).toEqual([`${' '.repeat(38)}CEO`]);
  });

  it('takes several lines when it is longer than one', () => {
    expect(centre('word '.repeat(40).trim()).length).toBe(3);
  });
});

describe('a line of the contact', () => {
  it('stands as it was written', () => {
    expect(setLines('(315) 332-4262')).toEqual(['(315) 332-4262']);
  });
});
