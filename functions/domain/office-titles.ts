import { withoutHidden } from './odd-characters.ts';

const provisional = new Set(['acting', 'interim']);

/** The words of a title for matching: case, punctuation and hidden characters fall away. */
const wordsOf = (title: string): string[] =>
  withoutHidden(title)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether words are the first letters of others, as "cfo" is of "chief financial officer". */
const abbreviates = ([word = '', ...rest]: readonly string[], others: readonly string[]): boolean =>
  rest.length === 0 && others.length > 1 && word === others.map(([letter]) => letter).join('');

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.join(' ') === b.join(' ') || abbreviates(a, b) || abbreviates(b, a);

const split = (title: string): { office: string[]; term: string } => {
  const words = wordsOf(title);
  return {
    office: words.filter((word) => !provisional.has(word)),
    term: words.filter((word) => provisional.has(word)).join(' '),
  };
};

/** Whether two titles name one office, as wholes: "CFO, EMEA" is not "CFO". For how long it is held does not matter. */
export const isSameOffice = (a: string, b: string): boolean => areSame(split(a).office, split(b).office);

/** Whether two titles are one, however they are written: "CFO" is "Chief Financial Officer", "Interim CFO" is neither. */
export const isSameTitle = (a: string, b: string): boolean =>
  isSameOffice(a, b) && split(a).term === split(b).term;

const officesIn = (title: string): string[] => title.split(/,? and | & /);

/** Whether two titles name one office, or the one names all offices of the other: "CFO" and "Treasurer and CFO". */
export const sharesOffices = (a: string, b: string): boolean => {
  const isWithin = (one: readonly string[], other: readonly string[]): boolean =>
    one.every((office) => other.some((each) => isSameOffice(office, each)));
  const [first, second] = [officesIn(a), officesIn(b)];
  return isSameOffice(a, b) || isWithin(first, second) || isWithin(second, first);
};
