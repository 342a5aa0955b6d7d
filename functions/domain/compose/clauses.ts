const runsOn =
  /^(after|as|at|because|by|due to|following|for|in|on|pursuant to|so that|to|under|upon|when)\b/i;

/** Whether a comma stands before a sender's clause: always after a date, else where it does not run on as "to retire" does. */
export const pausesBefore = (clause: string | undefined, isAfterDate: boolean): boolean =>
  clause !== undefined && (isAfterDate || !runsOn.test(clause));

/** Whether a clause is a purpose, "to return to profit", which would run into another that begins with "to". */
export const isPurpose = (clause: string | undefined): boolean => /^to\b/i.test(clause ?? '');

/** Words with which a sentence begins: with a capital, unless the sentence goes on from "announced today that". */
export const opening = (words: string, lead: boolean): string =>
  lead ? words : words.charAt(0).toUpperCase() + words.slice(1);
