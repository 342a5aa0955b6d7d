import type { Narrator } from './narrator.ts';

/** Whether a comma follows words within a sentence: where they end in a date with its year or a place with its state or somebody by name, and the house style closes those. */
export const commaAfter = (words: string | null, { company }: Pick<Narrator, 'company'>): boolean =>
  company.house.commas === 'close' &&
  words !== null &&
  /, (\d{4}|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*)$/u.test(words);
