import type { Act } from '../../../functions/domain/acts.ts';

/** Acts about places, listings and words: of each kind one with every field, and what else its sentences can say. */
export const operationsActs: readonly Act[] = [
  { kind: 'workforce-reduction', facility: { region: 'Ohio', type: 'plant' } },
  { kind: 'listing-transfer' },
  { kind: 'statement', speaker: { name: 'Ann Lee', familyName: 'Lee' }, paragraphs: ['One.'] },
];
