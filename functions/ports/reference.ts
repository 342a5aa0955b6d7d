import { referenceOf } from '../domain/reference.ts';
import type { Ledger } from './ledger.ts';
import { readDraft } from './release.ts';

/** Reads how a release is called where anyone may read it. */
export const readReference = async (ledger: Pick<Ledger, 'get' | 'list'>, release: string): Promise<string> =>
  referenceOf(await readDraft(ledger, release, 1));
