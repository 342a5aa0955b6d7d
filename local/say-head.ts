import { chainStart, type EvidenceFile } from '../functions/domain/evidence/evidence-file.ts';
import { fingerprintOf, type Signature } from '../functions/domain/evidence/signature.ts';

/** The head of a file's chain, as a command says it; a release that has only begun has none yet. */
export const sayHead = ({ head, release }: Pick<EvidenceFile, 'head' | 'release'>): string =>
  head === chainStart(release)
    ? 'Head of the chain: none yet, as every fact is younger than ten seconds.'
    : `Head of the chain: ${head}`;

/** By which key a file is signed, as a command says it: by the SHA-256 of its public half. */
export const saySignature = (signature: Signature): string =>
  `Signed by the key with the fingerprint: ${fingerprintOf(signature)}`;
