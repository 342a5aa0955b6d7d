const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A whole number as newswires write it: in a word from one to nine, else in digits. */
export const numeral = (number: number): string => words[number - 1] ?? String(number);
