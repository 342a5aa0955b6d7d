const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A small number as newswires write it: in a word up to nine, then in digits. */
export const numeral = (number: number): string => words[number] ?? String(number);
