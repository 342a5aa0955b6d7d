import type { ActKind } from './acts.ts';

const nouns: Readonly<Record<ActKind, string>> = {
  'officer-departure': 'the departure',
  'officer-appointment': 'the appointment',
  'workforce-reduction': 'the workforce reduction',
  'listing-transfer': 'the transfer of the listing',
  statement: 'the statement',
};

/** An act in a few words, such as "the departure of Ann Lee". */
export const actWords = (kind: ActKind, person: string | undefined): string =>
  person === undefined ? nouns[kind] : `${nouns[kind]} of ${person}`;

/** A field of an act in words: `effective.date` is "effective date", `person.familyName` is "person family name". */
export const fieldWords = (field: string): string =>
  field
    .replaceAll('.', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
