/** A fact, or the mark that a draft bears where nobody sent it. */
export const orMark = (value: string | undefined, fact: string): string =>
  value ?? `[TO BE CONFIRMED: ${fact}]`;

const toBeConfirmed = /(\[TO BE CONFIRMED: [^\]]*\])/;

/** Splits a text at its marks of missing facts, so that they can be shown for what they are. */
export const spansOf = (text: string): { text: string; missing: boolean }[] =>
  text
    .split(toBeConfirmed)
    .map((part, index) => ({ text: part, missing: index % 2 === 1 }))
    .filter((span) => span.text !== '');
