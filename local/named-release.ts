import * as v from 'valibot';
import { keys, parseKey } from '../functions/domain/keys.ts';
import { referenceOf } from '../functions/domain/reference.ts';
import { sha256Hex } from '../functions/domain/text.ts';
import { type Ledger, readRequiredFact } from '../functions/ports/ledger.ts';
import { UsageError } from './event-files.ts';

/** So many reads at once keep S3 busy, and are no more than the SDK has sockets for. */
const atOnce = 32;

const firstDraft = v.object({ sha256: sha256Hex });

/** Whether a name is a reference as mails have it, such as `3F9A-11C2`, and no id, which has a dot. */
export const isReference = (name: string): boolean => /^[0-9a-f]{4}-[0-9a-f]{4}$/i.test(name);

/** The releases that mails call so. That takes the first draft of every release: no index of them could be rewritten. */
const releasesCalled = async (ledger: Pick<Ledger, 'get' | 'list'>, reference: string): Promise<string[]> => {
  const drafts = (await ledger.list(keys.releases)).flatMap((key) => {
    const parts = parseKey(key);
    return parts?.fact === 'draft' && parts.draft === 1 ? [{ key, release: parts.release }] : [];
  });
  const found: string[] = [];
  const waiting = drafts.values();
  const worker = async (): Promise<void> => {
    for (const { key, release } of waiting)
      if (referenceOf(await readRequiredFact(ledger, key, firstDraft)) === reference) found.push(release);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found.sort();
};

/** The id of a release that was named by its id or by its reference. Throws UsageError where none, or several, are called so. */
export const releaseNamed = async (
  { ledger, bucket }: { ledger: Pick<Ledger, 'get' | 'list'>; bucket: string },
  name: string,
): Promise<string> => {
  if (!isReference(name)) return name;
  const reference = name.toUpperCase();
  const [release, ...others] = await releasesCalled(ledger, reference);
  if (release === undefined)
    throw new UsageError(`The ledger ${bucket} has no release that mails call ${reference}.`);
  if (others.length > 0)
    throw new UsageError(
      [`Mails call ${others.length + 1} releases ${reference}. Name one by its id:`, release, ...others].join(
        '\n  ',
      ),
    );
  return release;
};
