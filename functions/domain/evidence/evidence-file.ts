import * as v from 'valibot';
import { sha256Of } from '../digest.ts';
import { parseKey } from '../keys.ts';
import { instant, sha256Hex } from '../text.ts';
import { signatureSchema } from './signature.ts';

export const evidenceFormat = 'gazette-evidence/1';

/** A fact of a release as the ledger holds it; what is no text has no body here, only its digest. */
export interface LedgerFact {
  key: string;
  /** When the store took it, by the store's own clock. */
  storedAt: string;
  body: string | undefined;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}

const entry = v.strictObject({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  key: v.string(),
  /** When the fact came to be, as it says itself, or as that says which it belongs to. */
  at: instant,
  /** When S3 took it, by the clock of S3. */
  storedAt: instant,
  sha256: sha256Hex,
  /** SHA-256 over the link before it, the key, when S3 took it and the digest. */
  chain: sha256Hex,
  /** Absent from the files that a draft is given to people as: the draft holds the same text. */
  body: v.optional(v.string()),
});

/** Everything that the ledger holds of a release, in the order in which S3 took it, as a chain of digests. */
export const evidenceSchema = v.strictObject({
  format: v.literal(evidenceFormat),
  release: v.string(),
  /** How mails call the release; absent where it has no draft. */
  reference: v.optional(v.string()),
  madeAt: instant,
  facts: v.pipe(v.array(entry), v.minLength(1)),
  /** The last link that a file which is made later has too: that of the newest fact which had settled. */
  head: sha256Hex,
  /** SHA-256 over the head, the last link, the reference and the time at which the file was made. */
  seal: sha256Hex,
  /** What the key of the stage says of format and seal; absent where it could not be asked. */
  signature: v.optional(signatureSchema),
});

export type EvidenceEntry = v.InferOutput<typeof entry>;
export type EvidenceFile = v.InferOutput<typeof evidenceSchema>;
type About = Pick<EvidenceFile, 'release' | 'reference' | 'madeAt'>;

/** The link before the first. */
export const chainStart = (release: string): string => sha256Of(`${evidenceFormat}\n${release}`);

/** The link of a fact after the one before it. */
export const chainLink = (
  before: string,
  { key, storedAt, sha256: digest }: Pick<EvidenceEntry, 'key' | 'storedAt' | 'sha256'>,
): string => sha256Of([before, key, storedAt, digest].join('\n'));

/**
 * S3 tells whole seconds, so that what it takes later in a second may stand before what it took earlier. What is older than
 * this has its place for good, also by a clock that is a few seconds off.
 */
const settleMilliseconds = 10_000;

type Linked = Pick<EvidenceFile, 'release' | 'madeAt'> & {
  facts: readonly Pick<EvidenceEntry, 'storedAt' | 'chain'>[];
};

/** The link of the newest fact that had its place for good when a file was made; the one before the first where none had. */
export const headOf = ({ release, madeAt, facts }: Linked): string => {
  const settledUntil = Date.parse(madeAt) - settleMilliseconds;
  const last = facts.findLast(({ storedAt }) => Date.parse(storedAt) <= settledUntil);
  return last?.chain ?? chainStart(release);
};

/** Whether a file continues the chain that an earlier one had: the head of that is one of its links, or the link before the first. */
export const continues = ({ release, facts }: Omit<Linked, 'madeAt'>, head: string): boolean =>
  head === chainStart(release) || facts.some(({ chain }) => chain === head);

/** What binds a chain to when the file was made: that nothing had come since is part of what it says. */
export const sealOf = ({
  head,
  facts,
  reference,
  madeAt,
}: Pick<EvidenceFile, 'head'> & Linked & Pick<EvidenceFile, 'reference'>): string =>
  sha256Of([head, facts.at(-1)?.chain ?? '', reference ?? '', madeAt].join('\n'));

const timesSchema = v.object({
  receivedAt: v.optional(instant),
  createdAt: v.optional(instant),
  decidedAt: v.optional(instant),
  askedAt: v.optional(instant),
  publishedAt: v.optional(instant),
  at: v.optional(instant),
});

/** The instant that a fact says of itself; undefined for a file, and for what is none of our facts. */
const ownTime = ({ key, body }: Pick<LedgerFact, 'key' | 'body'>): string | undefined => {
  if (body === undefined || !key.endsWith('.json')) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), timesSchema), body);
  if (!parsed.success) return undefined;
  const { receivedAt, createdAt, decidedAt, askedAt, publishedAt, at } = parsed.output;
  return receivedAt ?? createdAt ?? decidedAt ?? askedAt ?? publishedAt ?? at;
};

/** What a file without a time of its own belongs to: its draft, or the manifest of what was published. */
const ownerOf = (key: string): string => {
  switch (parseKey(key)?.fact) {
    case 'draft-file':
      return key.replace(/[^/]+$/, 'draft.json');
    case 'published-file':
      return key.replace(/published\/[^/]+$/, 'published.json');
    default:
      return '';
  }
};

/**
 * Puts facts in the order in which S3 took them, so that what comes later never stands before what was there. Those of one
 * second go by the time that they say themselves, and equal times by the key.
 */
const inOrder = (facts: readonly LedgerFact[]): { fact: LedgerFact; at: string }[] => {
  const times = new Map(facts.map((fact) => [fact.key, ownTime(fact)]));
  return facts
    .map((fact) => ({ fact, at: times.get(fact.key) ?? times.get(ownerOf(fact.key)) ?? fact.storedAt }))
    .toSorted(
      (a, b) =>
        Date.parse(a.fact.storedAt) - Date.parse(b.fact.storedAt) ||
        Date.parse(a.at) - Date.parse(b.at) ||
        (a.fact.key < b.fact.key ? -1 : 1),
    );
};

/** Makes the evidence file of a release from its facts, in whatever order they come. */
export const makeEvidence = (
  { release, reference, madeAt }: About,
  given: readonly LedgerFact[],
): EvidenceFile => {
  let chain = chainStart(release);
  const facts = inOrder(given).map(({ fact: { key, storedAt, body, sha256: digest }, at }, index) => {
    chain = chainLink(chain, { key, storedAt, sha256: digest });
    const hasBody = body !== undefined && parseKey(key)?.fact !== 'draft-file';
    return { n: index + 1, key, at, storedAt, sha256: digest, chain, ...(hasBody && { body }) };
  });
  const about = { release, ...(reference !== undefined && { reference }), madeAt };
  const head = headOf({ ...about, facts });
  return { format: evidenceFormat, ...about, facts, head, seal: sealOf({ ...about, facts, head }) };
};
