import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailsWanted } from '../domain/mails-wanted.ts';
import type { WantedMail } from '../domain/wanted-mail.ts';
import { type Ledger, putFact } from './ledger.ts';
import type { Standing } from './standing.ts';

/** Puts a mail into the outbox of a release, unless it is there. */
export const askForMail = async (
  ledger: Pick<Ledger, 'put'>,
  { draft, keys: known }: Pick<Standing, 'draft' | 'keys'>,
  { id, ...wanted }: WantedMail,
  now: Date,
): Promise<void> => {
  if (known.mails.has(id)) return;
  const mail: MailAsk = { ...wanted, draft: draft.draft, askedAt: now.toISOString() };
  await putFact(ledger, keys.mail(draft.release, id), mail);
};

/** Asks for every mail that the state of a draft wants and that nobody has asked for. Doing it again does nothing. */
export const askForMails = async (
  ledger: Pick<Ledger, 'put'>,
  standing: Standing,
  now: Date,
): Promise<void> => {
  for (const wanted of mailsWanted(standing, now)) await askForMail(ledger, standing, wanted, now);
};
