import type { ActKind } from './acts.ts';

const nouns: Readonly<Record<ActKind, string>> = {
  death: 'the death',
  restatement: 'the restatement',
  'officer-departure': 'the departure',
  'officer-appointment': 'the appointment',
  'chair-change': 'the change of the chair',
  'director-departure': 'the departure from the board',
  'director-election': 'the election to the board',
  'director-nomination': 'the nomination',
  'facility-closing': 'the closing',
  restructuring: 'the restructuring',
  'workforce-reduction': 'the workforce reduction',
  'debt-restructuring': 'the restructuring of debt',
  delisting: 'the delisting',
  'listing-deficiency': 'the notice of a deficiency',
  'compliance-regained': 'the return to compliance',
  'listing-transfer': 'the transfer of the listing',
  'new-listing': 'the new listing',
  'name-change': 'the change of name',
  'ticker-change': 'the change of symbol',
  'auditor-change': 'the change of auditor',
  'delayed-filing': 'the delayed filing',
  'voting-results': 'the voting results',
  dividend: 'the dividend',
  'dividend-suspension': 'the suspension of the dividend',
  'stock-split': 'the stock split',
  'share-repurchase': 'the share repurchase',
  financing: 'the financing',
  'fiscal-year-change': 'the change of the fiscal year',
  'bylaw-amendment': 'the amendment of the bylaws',
  'compensation-change': 'the change of compensation',
  'trading-plan': 'the trading plan',
  'option-grant': 'the grant',
  'committee-change': 'the change on a committee',
  'board-size-change': 'the change of the size of the board',
  'board-adviser': 'the appointment as adviser to the board',
  other: 'the other announcement',
  statement: 'the statement',
};

/** An act in a few words, such as "the departure of Ann Lee". */
export const actWords = (kind: ActKind, person: string | undefined): string =>
  person === undefined ? nouns[kind] : `${nouns[kind]} of ${person}`;

/**
 * A field of an act in words: `effective.date` is "effective date", `person.familyName` is "person family name", and
 * `paragraphs.0`, the first of several, "paragraph 1".
 */
export const fieldWords = (field: string): string =>
  field
    .replaceAll(
      /(ies|s)?\.(\d+)/g,
      (_, plural, index) => `${plural === 'ies' ? 'y' : ''} ${Number(index) + 1}`,
    )
    .replaceAll('.', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
