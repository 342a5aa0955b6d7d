/** Begins with a vowel as it is spoken, but not like "European", "one-time", "uniform", "U.S." or "usual". */
const vowel = /^(?!eu|one\b|uni(?![mn])|u\.|us[aeu]|util)[aeiou]/i;

/** Begins with 8, or with 11 or 18 that are spoken as such: "an 8-for-1 split", "an 18 percent dividend". */
const number = /^(?:8|1[18](?=\D|$))/;

/** A short acronym of which the first letter is spoken with a vowel: "an SBA loan". */
const acronym = /^[FHLMNRSX][A-Z]{1,2}\b/;

/** Whether words take "an" and not "a". */
export const takesAn = (words: string): boolean =>
  vowel.test(words) || number.test(words) || acronym.test(words);
