import { describe, expect, it } from 'vitest';
import { closeNames } from '../../../../functions/domain/compose/names.ts';

const lee = 'Ann Lee, Ph.D.';

const sentences: [string, string, string][] = [
  ['is closed where the sentence goes on', `${lee} has left.`, `${lee}, has left.`],
  ['is closed before another name', `${lee} and Bo Chen have left.`, `${lee}, and Bo Chen have left.`],
  ['is left where a comma follows', `${lee}, 52, has left.`, `${lee}, 52, has left.`],
  ['is left at the end', `Bo Chen succeeds ${lee}`, `Bo Chen succeeds ${lee}`],
  ['is left within a quotation', `${lee} said, "${lee} has left."`, `${lee}, said, "${lee} has left."`],
  [
    'is left in what is to be confirmed',
    `${lee} [TO BE CONFIRMED: when ${lee} left]`,
    `${lee} [TO BE CONFIRMED: when ${lee} left]`,
  ],
  ['is left where it holds no comma', 'Bo Chen has left.', 'Bo Chen has left.'],
];

describe('a name that holds a comma', () => {
  it.each(sentences)('%s', (_, text, closed) => {
    expect(closeNames(text, [lee, 'Bo Chen'])).toBe(closed);
  });
});
