import * as v from 'valibot';
import { ownerReader } from '../domain/company.ts';
import { type MailAsk, mailSchema, sentSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { instant } from '../domain/text.ts';
import { type Ledger, readFact, readRequiredFact } from '../ports/ledger.ts';
import { type Happening, toldKinds } from './happening.ts';

type Reader = Pick<Ledger, 'get' | 'list'>;

const isTold = (mail: string): boolean => toldKinds.some((kind) => mail.startsWith(`${kind}-`));

/** Whom a mail was for: an approver, the owner, or undefined for whoever runs Gazette. */
const receiverOf = ({ approver, operations }: MailAsk): string | undefined =>
  operations ? undefined : (approver ?? ownerReader);

const fateTimeSchema = v.looseObject({ at: instant });

/** Reads the mails that brought somebody to a draft, or warned of it. */
export const readMails = async (
  ledger: Reader,
  { release, mails, sent }: ReleaseKeys,
): Promise<Happening[]> => {
  const read = [...mails].filter(isTold).map(async (id): Promise<Happening[]> => {
    const [ask, result] = await Promise.all([
      readRequiredFact(ledger, keys.mail(release, id), mailSchema),
      sent.has(id) ? readRequiredFact(ledger, keys.sent(release, id), sentSchema) : undefined,
    ]);
    if (!('draft' in ask) || result?.result === 'not-needed') return [];
    const { kind, draft } = ask;
    const at = result?.at ?? ask.askedAt;
    return [{ what: 'mail', kind, draft, to: receiverOf(ask), isSent: result !== undefined, at }];
  });
  return (await Promise.all(read)).flat();
};

/** Reads what SES told of mails after it took them. */
export const readMailFates = async (
  ledger: Reader,
  { release, mailFates }: ReleaseKeys,
): Promise<Happening[]> => {
  const read = mailFates.map(async ({ mail, fate }): Promise<Happening[]> => {
    const [ask, { at }] = await Promise.all([
      readFact(ledger, keys.mail(release, mail), mailSchema),
      readRequiredFact(ledger, keys.mailFate(release, mail, fate), fateTimeSchema),
    ]);
    return ask === undefined || !('draft' in ask)
      ? []
      : [{ what: 'mail-fate', fate, draft: ask.draft, to: receiverOf(ask), at }];
  });
  return (await Promise.all(read)).flat();
};
