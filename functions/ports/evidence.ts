import { sha256Of } from '../domain/digest.ts';
import { type EvidenceFile, type LedgerFact, makeEvidence } from '../domain/evidence/evidence-file.ts';
import { keys } from '../domain/keys.ts';
import type { Ledger } from './ledger.ts';
import { readReference } from './reference.ts';

/** What evidence is read from: the ledger, and the bytes of whatever it holds, as not all of it is text. */
export interface EvidencePorts {
  ledger: Pick<Ledger, 'get' | 'list'>;
  bytesOf: (key: string) => Promise<Uint8Array | undefined>;
}

/** So many reads at once keep S3 busy, and are no more than the SDK has sockets for. */
const atOnce = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes, where they are one that gives the same bytes again. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
};

/** Reads every fact of a release; a key that is listed and then gone throws, as nothing in the ledger ever goes. */
const readFacts = async ({ ledger, bytesOf }: EvidencePorts, release: string): Promise<LedgerFact[]> => {
  const facts: LedgerFact[] = [];
  const waiting = (await ledger.list(keys.release(release))).values();
  const worker = async (): Promise<void> => {
    for (const key of waiting) {
      const bytes = await bytesOf(key);
      if (bytes === undefined) throw new Error(`There is no fact at ${key}, though it was listed`);
      facts.push({ key, body: textOf(bytes), sha256: sha256Of(bytes) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return facts;
};

/** Reads all facts of a release into a file of evidence; undefined for a release that has none. */
export const readEvidence = async (
  ports: EvidencePorts,
  release: string,
  now: Date,
): Promise<EvidenceFile | undefined> => {
  const facts = await readFacts(ports, release);
  if (facts.length === 0) return undefined;
  const hasDraft = facts.some(({ key }) => key === keys.draft(release, 1));
  const about = { release, madeAt: now.toISOString() };
  return makeEvidence(
    hasDraft ? { ...about, reference: await readReference(ports.ledger, release) } : about,
    facts,
  );
};
