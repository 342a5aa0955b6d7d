import type { Act } from '../../../functions/domain/acts.ts';

/** Acts about capital and accounts: of each kind one with every field, and what else its sentences can say. */
export const financeActs: readonly Act[] = [];
