import { codeNumbers, deskKeys } from '../domain/desk-keys.ts';
import { codeClaimSchema } from '../domain/desk-papers.ts';
import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { codeOfMail, mailIds } from '../domain/mail-ids.ts';
import { putFact, readFact } from '../ports/ledger.ts';
import { listRelease } from '../ports/release.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/** How many codes a visitor may ask for in any hour. */
export const codesAnHour = 5;

const hourMilliseconds = 3_600_000;

type Ports = Pick<ReviewPorts, 'ledger' | 'desk' | 'now'>;

/** When the next code may be asked for, given the numbers of those asked for so far; undefined for at once. */
const nextAllowed = async (
  { desk, now }: Ports,
  { release, approver }: Visit,
  asked: readonly number[],
): Promise<Date | undefined> => {
  const fifthLast = asked.at(-codesAnHour);
  if (fifthLast === undefined) return undefined;
  const claim = await readFact(desk, deskKeys.codeClaim(release, approver, fifthLast), codeClaimSchema);
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
  visit: Visit,
  askedAt: string,
): Promise<{ code: number } | { allowed: Date }> => {
  const { release, approver } = visit;
  const { mails } = await listRelease(ports.ledger, release);
  // The desk is cleared after a day and the ledger never: a number that the ledger knows would ask for no mail.
  const mailed = [...mails].map(codeOfMail).map((mail) => (mail?.approver === approver ? mail.code : 0));
  for (;;) {
    const asked = codeNumbers(await ports.desk.list(deskKeys.codes(release, approver)), 'claim');
    const allowed = await nextAllowed(ports, visit, asked);
    if (allowed !== undefined) return { allowed };
    const code = Math.max(0, ...mailed, ...asked) + 1;
    const claim = await ports.desk.claim(
      deskKeys.codeClaim(release, approver, code),
      JSON.stringify({ askedAt }),
    );
    if (claim === 'written') return { code };
  }
};

/** Asks notify for a code by mail; where five were asked for within an hour, answers with when the next one may be. */
export const askForCode = async (ports: Ports, visit: Visit): Promise<'asked' | { allowed: Date }> => {
  const { release, draft, approver } = visit;
  const askedAt = ports.now().toISOString();
  const claimed = await claimNumber(ports, visit, askedAt);
  if ('allowed' in claimed) return claimed;
  const mail: MailAsk = { kind: 'code', draft, approver, askedAt };
  await putFact(ports.ledger, keys.mail(release, mailIds.of('code', draft, approver, claimed.code)), mail);
  return 'asked';
};
