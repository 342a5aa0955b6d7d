import { type Draft, digestOf, draftSchema } from '../domain/draft.ts';
import { InvalidFactError, readRequiredFact } from './ledger.ts';

/** A page reads its draft several times, and most readers come to the draft that was read last. */
const keptDrafts = 8;

const parsed = new Map<string, Draft>();
const proven = new WeakSet<Draft>();

/**
 * The draft that a text is, parsed once for as long as it is among the last few: that of a hundred acts takes longer to parse
 * than its page takes to make. As with the facts themselves, nobody changes a draft. Throws InvalidFactError.
 */
export const parseDraft = async (key: string, body: string | undefined): Promise<Draft> => {
  const known = body === undefined ? undefined : parsed.get(body);
  if (known !== undefined) return known;
  const draft = await readRequiredFact({ get: async () => body }, key, draftSchema);
  if (body !== undefined) parsed.set(body, draft);
  for (const oldest of parsed.keys()) {
    if (parsed.size <= keptDrafts) break;
    parsed.delete(oldest);
  }
  return draft;
};

/** Throws InvalidFactError where a draft is not what its digest says. */
export const proveDigest = (draft: Draft): void => {
  if (proven.has(draft)) return;
  if (digestOf(draft) !== draft.sha256)
    throw new InvalidFactError(`Draft ${draft.draft} of ${draft.release} is not what its digest says`);
  proven.add(draft);
};
