import type { Act } from '../../../functions/domain/acts.ts';

/** Acts about officers and directors: of each kind one with every field, and what else its sentences can say. */
export const peopleActs: readonly Act[] = [
  {
    kind: 'officer-departure',
    person: { name: 'Ann Lee', honorific: 'Ms.', familyName: 'Lee' },
    manner: 'left',
    consulting: {},
  },
  { kind: 'officer-appointment', person: { name: 'Ann Lee', honorific: 'Ms.', familyName: 'Lee' } },
];
