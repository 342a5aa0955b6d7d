import type { Draft } from '../domain/draft.ts';
import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { openKey, soonAfter } from '../domain/open-marker.ts';
import { askedOf } from '../domain/policy.ts';
import { referenceOf } from '../domain/reference.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import type { Desk } from '../ports/desk.ts';
import { type Ledger, putFact } from '../ports/ledger.ts';
import { readReference } from '../ports/reference.ts';
import { readOutcome } from '../ports/release.ts';
import { type FilePorts, filesOf } from './files.ts';
import { tellWithdrawal } from './withdraw.ts';

interface FinishPorts extends Pick<FilePorts, 'templates' | 'wordFile'> {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
}

/**
 * Writes what follows from a draft and is not there yet: the files that people open, and while the draft is open a
 * mail to each who is asked and the marker by which sweep sees that the mails went out; where it was withdrawn, a mail
 * that says so. Doing it again does nothing.
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
  if (written?.ended) {
    const end = await readOutcome(ledger, release, number);
    if (end?.outcome === 'withdrawn') await tellWithdrawal(ledger, draft, now);
    return;
  }
  await desk.put(openKey({ due: soonAfter(new Date(draft.createdAt)), release, draft: number }), '{}');
  for (const approver of askedOf(draft)) {
    const id = mailIds.ask(number, approver);
    if (known.mails.has(id)) continue;
    const ask: MailAsk = { kind: 'ask', draft: number, approver, askedAt: now.toISOString() };
    await putFact(ledger, keys.mail(release, id), ask);
  }
};
