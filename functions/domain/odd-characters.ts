const foreign = /[^\x20-\x7E]/u;

/**
 * Characters that cannot be seen or that change the direction of what is around them: Unicode's own two lists (soft
 * hyphen, zero-width and tag characters, variation selectors, U+180E, U+FEFF and their like), annotation marks, the blank
 * Braille cell, and private use, which nobody can say the look of.
 */
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Co}\uFFF9-\uFFFB\u2800]/u;

/** A character's name in Unicode's own notation: `U+0430`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of a text that are not ASCII, each once, as `U+0430, U+0435`. */
export const codePoints = (text: string): string =>
  [...new Set([...text].filter((one) => foreign.test(one)).map(codePoint))].join(', ');

/** The characters of a text that are not to be seen, each once, as `U+200B`. */
export const hiddenCharacters = (text: string): string[] =>
  hidden.test(text) ? [...new Set([...text].filter((one) => hidden.test(one)).map(codePoint))] : [];

/** A text without its hidden characters, for matching. */
export const withoutHidden = (text: string): string =>
  hidden.test(text) ? [...text].filter((one) => !hidden.test(one)).join('') : text;

/** Scripts whose letters are taken for each other. */
const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** Cyrillic and Greek letters, and the Latin ones that they look like in most faces, in the same order. */
const [twins, latin] = [
  [...'АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι'],
  [...'ABESIJKMHOPCTYXaeopcyxijsdhqwABEZHIKMNOPTYXovi'],
];
const latinOf = new Map(twins.map((letter, index) => [letter, latin[index] ?? letter]));

/** A text with Latin letters in the place of others that look like them, for matching. */
export const withLatinTwins = (text: string): string =>
  [...text].map((character) => latinOf.get(character) ?? character).join('');

const isDisguised = (word: string): boolean => [...word].every((character) => latinOf.has(character));

/** Letters of other blocks that stand for ASCII ones: full width, mathematical, circled, ligatures, the Kelvin sign. */
const isDressed = (character: string): boolean =>
  !'ªº™℠'.includes(character) && /^[A-Za-z]+$/.test(character.normalize('NFKC'));

/** The words of a text that can be taken for other words: letters of two alphabets, or of one that passes for another. */
export const lookalikeWords = (text: string): string[] => {
  if (!foreign.test(text)) return [];
  const words = text.match(/[\p{L}\p{M}\p{So}]+/gu) ?? [];
  return [...new Set(words)].filter(
    (word) =>
      foreign.test(word) &&
      (alphabets.filter((letters) => letters.test(word)).length > 1 ||
        isDisguised(word) ||
        [...new Set(word)].some((character) => foreign.test(character) && isDressed(character))),
  );
};

/** Whether marks are piled on a letter higher than any language does: more than four that take no room of their own. */
export const isCrowded = (text: string): boolean => /\p{Mn}{5}/u.test(text);

/** The words of a text with letters that lose an accent where a text is written in ASCII. */
export const accentedWords = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}'-]+/gu) ?? []).filter((word) => /[\u00C0-\u024F]/.test(word));
