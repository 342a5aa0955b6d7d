import { sha256Of } from '../domain/digest.ts';
import { type EvidenceFile, type LedgerFact, makeEvidence } from '../domain/evidence/evidence-file.ts';
import { signedText } from '../domain/evidence/signature.ts';
import { keys } from '../domain/keys.ts';
import type { Ledger } from './ledger.ts';
import { readReference } from './reference.ts';
import type { Signer } from './signer.ts';

/** A key of the ledger, and when the store took its fact, by the store's own clock. */
export interface StoredKey {
  key: string;
  storedAt: string;
}

/** What evidence is read from: the ledger, and the bytes of whatever it holds, as not all of it is text. */
export interface EvidencePorts {
  ledger: Pick<Ledger, 'get' | 'list'>;
  bytesOf: (key: string) => Promise<Uint8Array | undefined>;
  /** All keys under a prefix, in order. */
  storedKeys: (prefix: string) => Promise<StoredKey[]>;
}

/** So many reads at once keep S3 busy, and are no more than the SDK has sockets for. */
const atOnce = 32;

/** S3 lists so many keys in one call; what takes several calls is no moment, as facts may come between them. */
const keysPerCall = 1000;

const listTries = 10;

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

/**
 * The keys that a release had at one moment. As no key ever goes, two lists of one length are the same, and were so at the
 * moment between them. Throws where facts keep coming.
 */
const keysAtOnce = async (
  { storedKeys }: Pick<EvidencePorts, 'storedKeys'>,
  prefix: string,
): Promise<StoredKey[]> => {
  let known = await storedKeys(prefix);
  if (known.length <= keysPerCall) return known;
  for (let attempt = 1; attempt <= listTries; attempt += 1) {
    const again = await storedKeys(prefix);
    if (again.length === known.length) return again;
    known = again;
  }
  throw new Error('Facts came to the release each of ten times that it was listed');
};

/** Reads every fact of a release; a key that is listed and then gone throws, as nothing in the ledger ever goes. */
const readFacts = async (ports: EvidencePorts, release: string): Promise<LedgerFact[]> => {
  const facts: LedgerFact[] = [];
  const waiting = (await keysAtOnce(ports, keys.release(release))).values();
  const worker = async (): Promise<void> => {
    for (const { key, storedAt } of waiting) {
      const bytes = await ports.bytesOf(key);
      if (bytes === undefined) throw new Error(`There is no fact at ${key}, though it was listed`);
      facts.push({ key, storedAt, body: textOf(bytes), sha256: sha256Of(bytes) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return facts;
};

/** Reads all facts that a release had at one moment, at `now` or right after, into a file of evidence; undefined where there is none. */
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

/** A file of evidence with the signature of the stage's key; throws what the signer throws. */
export const signEvidence = async (sign: Signer, file: EvidenceFile): Promise<EvidenceFile> => ({
  ...file,
  signature: await sign(signedText(file)),
});
