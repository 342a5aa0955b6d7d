import type { ActKind } from '../../../functions/domain/acts.ts';
import { accountsNotes } from './accounts.ts';
import { boardNotes } from './board.ts';
import { capitalNotes } from './capital.ts';
import { commonNotes, type FieldNotes } from './common.ts';
import { listingNotes } from './listing.ts';
import { officerNotes } from './officers.ts';
import { operationsNotes } from './operations.ts';
import { wordsNotes } from './words.ts';

const byKind: Readonly<Record<ActKind, FieldNotes>> = {
  ...officerNotes,
  ...boardNotes,
  ...operationsNotes,
  ...listingNotes,
  ...accountsNotes,
  ...capitalNotes,
  ...wordsNotes,
};

/** What the fields of a kind of act say, in its own words before those that all kinds share. */
export const fieldNotes = (kind: ActKind): FieldNotes => ({ ...commonNotes, ...byKind[kind] });

/** The fields of a kind that have a note of their own. */
export const ownNotes = (kind: ActKind): FieldNotes => byKind[kind];
