/** The pattern of some words as a text may have them, with any white space between them. */
export const patternOf = (words: string): string =>
  words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s+/g, '\\s+');

/** The sentences of paragraphs; a full stop ends one where a capital follows. */
export const sentencesOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.!?]["\u201D]?)\s+(?=["\u201C]?\p{Lu})/u));
