import type { Act } from '../../functions/domain/acts.ts';
import { financeActs } from './acts/finance.ts';
import { operationsActs } from './acts/operations.ts';
import { peopleActs } from './acts/people.ts';

/** Acts of every kind; what is in the fullest of a kind is all that its schema takes. */
export const sampleActs: readonly Act[] = [...peopleActs, ...operationsActs, ...financeActs];
