import type { Draft } from '../../domain/draft.ts';
import { seenSchema } from '../../domain/facts.ts';
import { keys } from '../../domain/keys.ts';
import type { ReleaseKeys } from '../../domain/release-keys.ts';
import { type Ledger, readRequiredFact } from '../../ports/ledger.ts';
import { readDraft } from '../../ports/release.ts';

/** The draft that a reader's view of the newest one is compared with, and when they saw it, if they did. */
interface EarlierDraft {
  draft: Draft;
  seenAt: string | undefined;
}

/**
 * Finds the last draft before this one that a reader was shown; where they have seen none, the one before it. Undefined for a
 * first draft.
 */
export const earlierDraft = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  known: ReleaseKeys,
  reader: string,
  number: number,
): Promise<EarlierDraft | undefined> => {
  if (number === 1) return undefined;
  const { release, drafts } = known;
  const seen = [...drafts]
    .filter(([other, { seen: readers }]) => other < number && readers.includes(reader))
    .map(([other]) => other)
    .sort((a, b) => a - b)
    .at(-1);
  const draft = await readDraft(ledger, release, seen ?? number - 1);
  if (seen === undefined) return { draft, seenAt: undefined };
  const { at } = await readRequiredFact(ledger, keys.seen(release, seen, reader), seenSchema);
  return { draft, seenAt: at };
};
