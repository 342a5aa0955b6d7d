import { type AskedMail, deskKeys, paperNumbers } from '../domain/desk-keys.ts';
import { claimSchema } from '../domain/desk-papers.ts';
import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds, numberedMail } from '../domain/mail-ids.ts';
import { putFact, readFact } from '../ports/ledger.ts';
import { listRelease } from '../ports/release.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/** How many mails of a kind the links of one reader can ask for in any hour. */
const mailsAnHour: Readonly<Record<AskedMail, number>> = { code: 5, link: 3 };

const hourMilliseconds = 3_600_000;

type Ports = Pick<ReviewPorts, 'ledger' | 'desk' | 'now'>;

/** When the next mail may be asked for, given the numbers of those asked for so far; undefined for at once. */
const nextAllowed = async (
  { desk, now }: Ports,
  kind: AskedMail,
  { release, approver }: Visit,
  asked: readonly number[],
): Promise<Date | undefined> => {
  const limiting = asked.at(-mailsAnHour[kind]);
  if (limiting === undefined) return undefined;
  const claim = await readFact(desk, deskKeys.claim(kind, release, approver, limiting), claimSchema);
  if (claim === undefined) return undefined;
  const allowed = new Date(Date.parse(claim.askedAt) + hourMilliseconds);
  return allowed > now() ? allowed : undefined;
};

/**
 * Claims the next number. Whoever claims number n has seen all claims below it, so that requests at the same moment
 * cannot together exceed the limit: one gets the number, the others look again.
 */
const claimNumber = async (
  ports: Ports,
  kind: AskedMail,
  visit: Visit,
  askedAt: string,
): Promise<{ number: number } | { allowed: Date }> => {
  const { release, approver } = visit;
  const { mails } = await listRelease(ports.ledger, release);
  // The desk is cleared after a day and the ledger never: a number that the ledger knows would ask for no mail.
  const mailed = [...mails].flatMap((id) => {
    const mail = numberedMail(kind, id);
    return mail?.approver === approver ? [mail.number] : [];
  });
  for (;;) {
    const asked = paperNumbers(await ports.desk.list(deskKeys.claims(kind, release, approver)), 'claim');
    const allowed = await nextAllowed(ports, kind, visit, asked);
    if (allowed !== undefined) return { allowed };
    const number = Math.max(0, ...mailed, ...asked) + 1;
    const key = deskKeys.claim(kind, release, approver, number);
    if ((await ports.desk.claim(key, JSON.stringify({ askedAt }))) === 'written') return { number };
  }
};

/**
 * Asks notify for a code, or for a link to the newest draft, to the address that the company's profile has for the reader;
 * where too many were asked for within an hour, answers with when the next one may be.
 */
export const askForMail = async (
  ports: Ports,
  kind: AskedMail,
  visit: Visit,
): Promise<'asked' | { allowed: Date }> => {
  const { release, latest, approver } = visit;
  const askedAt = ports.now().toISOString();
  const claimed = await claimNumber(ports, kind, visit, askedAt);
  if ('allowed' in claimed) return claimed;
  const draft = kind === 'link' ? latest : visit.draft;
  const mail: MailAsk = { kind, draft, approver, askedAt };
  await putFact(ports.ledger, keys.mail(release, mailIds.of(kind, draft, approver, claimed.number)), mail);
  return 'asked';
};
