import type { Draft } from '../domain/draft.ts';
import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { askedOf } from '../domain/policy.ts';
import { type Ledger, putFact } from '../ports/ledger.ts';
import { listRelease } from '../ports/release.ts';

/**
 * Asks for the mails about a draft that has ended with nothing to announce: to the owner, and to each approver who was
 * asked. Lists anew, since whoever was asked before the draft ended may have been mailed, and nobody is after. Doing it
 * again does nothing.
 */
export const tellWithdrawal = async (ledger: Ledger, ended: Draft, now: Date): Promise<void> => {
  const { release, draft } = ended;
  const { mails } = await listRelease(ledger, release);
  const told = askedOf(ended).filter((approver) => mails.has(mailIds.ask(draft, approver)));
  for (const approver of [undefined, ...told]) {
    const id = mailIds.withdrawn(draft, approver);
    if (mails.has(id)) continue;
    const mail: MailAsk = {
      kind: 'withdrawn',
      draft,
      ...(approver !== undefined && { approver }),
      askedAt: now.toISOString(),
    };
    await putFact(ledger, keys.mail(release, id), mail);
  }
};
