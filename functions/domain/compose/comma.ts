import type { Narrator } from './narrator.ts';

/** Whether a comma follows words within a sentence: where they end in a date with its year, and the house style closes those. */
export const commaAfter = (words: string | null, { company }: Pick<Narrator, 'company'>): boolean =>
  company.house.commas === 'close' && words !== null && /, \d{4}$/.test(words);
