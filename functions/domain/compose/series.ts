import { separated } from './grammar.ts';

/**
 * Separates people, of whom some have an aside behind their name, such as an age or "a director since 2014". A comma
 * closes the aside where the separator does not; after the last one only if the sentence `goesOn` with a comma.
 */
export const inSeries = <T extends { aside: string | number | null }>(
  people: readonly T[],
  goesOn = true,
): (T & { separator: string; comma: boolean })[] =>
  separated(people).map((person) => ({
    ...person,
    comma: person.aside !== null && (person.separator === ' and ' || (person.separator === '' && goesOn)),
  }));
