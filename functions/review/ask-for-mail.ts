import { type AskedMail, deskKeys, paperNumbers } from '../domain/desk-keys.ts';
import { claimSchema } from '../domain/desk-papers.ts';
import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds, numberedMail } from '../domain/mail-ids.ts';
import { putFact, readFact } from '../ports/ledger.ts';
import { listRelease } from '../ports/release.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/**
 * How many mails of a kind can be asked for in any hour: by one link, and by all the links of a reader together, so that
 * whoever holds one of them by mistake neither keeps its owner's other links from opening nor fills their mailbox.
 */
const mailsAnHour: Readonly<Record<AskedMail, { link: number; reader: number }>> = {
  code: { link: 5, reader: 25 },
  link: { link: 3, reader: 9 },
};

const hourMilliseconds = 3_600_000;

type Ports = Pick<ReviewPorts, 'ledger' | 'desk' | 'now'>;

/** The instants at which mails were asked for within the last hour, by link, in order. */
const readRecent = async (
  { desk, now }: Ports,
  kind: AskedMail,
  { release, approver }: Visit,
  asked: readonly number[],
): Promise<{ link: string; at: number }[]> => {
  const papers = await Promise.all(
    asked
      .slice(-mailsAnHour[kind].reader)
      .map((number) => readFact(desk, deskKeys.claim(kind, release, approver, number), claimSchema)),
  );
  return papers
    .flatMap((paper) => (paper === undefined ? [] : [{ link: paper.link, at: Date.parse(paper.askedAt) }]))
    .filter(({ at }) => at > now().getTime() - hourMilliseconds);
};

/** When the next mail may be asked for, given the numbers of those asked for so far; undefined for at once. */
const nextAllowed = async (
  ports: Ports,
  kind: AskedMail,
  visit: Visit,
  asked: readonly number[],
): Promise<Date | undefined> => {
  const { link, reader } = mailsAnHour[kind];
  const recent = await readRecent(ports, kind, visit, asked);
  const own = recent.filter((claim) => claim.link === visit.linkSha256);
  const limiting = [own.at(-link), recent.at(-reader)].flatMap((claim) => claim?.at ?? []);
  return limiting.length === 0 ? undefined : new Date(Math.max(...limiting) + hourMilliseconds);
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
  const { release, approver, linkSha256 } = visit;
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
    const claim = JSON.stringify({ askedAt, link: linkSha256 });
    if ((await ports.desk.claim(key, claim)) === 'written') return { number };
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
