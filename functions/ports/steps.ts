import type { Step } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { type Ledger, putFact } from './ledger.ts';
import type { Standing } from './standing.ts';

/**
 * Takes a draft's next step after those that were read; `exists` where somebody else took one meanwhile, and then everything
 * is to be read and judged anew. Taking back and counting contend for one key, so that neither can pass the other unseen.
 */
export const takeStep = (
  ledger: Pick<Ledger, 'put'>,
  { draft: { release, draft }, steps }: Pick<Standing, 'draft' | 'steps'>,
  step: Step,
): Promise<'written' | 'exists'> => putFact(ledger, keys.step(release, draft, steps.length + 1), step);

/** How often a step is tried that others come before. */
export const stepTries = 20;
