import type { Signature } from '../domain/evidence/signature.ts';

/** Signs a text with the key of the stage, which nobody can copy. */
export type Signer = (text: string) => Promise<Signature>;
