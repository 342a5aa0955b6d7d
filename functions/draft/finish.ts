import type { Draft } from '../domain/draft.ts';
import { keys } from '../domain/keys.ts';
import { openKey, soonAfter } from '../domain/open-marker.ts';
import { referenceOf } from '../domain/reference.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import type { Desk } from '../ports/desk.ts';
import type { Ledger } from '../ports/ledger.ts';
import { askForMails } from '../ports/mails-due.ts';
import { readReference } from '../ports/reference.ts';
import { readStanding } from '../ports/standing.ts';
import { type FilePorts, filesOf } from './files.ts';

interface FinishPorts extends Pick<FilePorts, 'templates' | 'wordFile'> {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
}

/**
 * Writes what follows from a draft and is not there yet: the files that people open, the mails that its state asks for,
 * and while it is open the marker by which sweep sees that they went out. Doing it again does nothing.
 */
export const finishDraft = async (
  { ledger, desk, ...given }: FinishPorts,
  draft: Draft,
  known: ReleaseKeys,
  now: Date,
): Promise<void> => {
  const { release, draft: number } = draft;
  const written = known.drafts.get(number);
  const reference = () => (number === 1 ? referenceOf(draft) : readReference(ledger, release));
  for (const { name, body, type } of filesOf({ ...given, reference }, draft)) {
    if (!written?.files.has(name))
      await ledger.put(keys.draftFile(release, number, name), await body(), type);
  }
  if (!written?.ended)
    await desk.put(openKey({ due: soonAfter(new Date(draft.createdAt)), release, draft: number }), '{}');
  await askForMails(ledger, await readStanding(ledger, release, number), now);
};
