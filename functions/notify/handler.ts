import type * as v from 'valibot';
import { type Company, ownerReader } from '../domain/company.ts';
import type { Draft } from '../domain/draft.ts';
import { type MailAsk, mailSchema, type Sent, sentSchema } from '../domain/facts.ts';
import { keys, parseKey } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { releaseMark } from '../domain/release.ts';
import { nextRound } from '../domain/standing-decisions.ts';
import { isFrozen } from '../ports/gate.ts';
import { type Ledger, putFact, readFact, readRequiredFact } from '../ports/ledger.ts';
import type { OutgoingMail } from '../ports/mail.ts';
import { isStillAsked } from '../ports/recusal.ts';
import { listRelease, readBallots, readDraft, readOutcome } from '../ports/release.ts';
import { composeMail, composeMassChange } from './compose.ts';
import { type Notice, UnfitMailError } from './mail-view.ts';
import type { NotifyPorts } from './ports.ts';

/** Where a mail goes: to an address of the company's profile, never to one that came with an event. */
const recipientOf = (
  { operations }: Pick<NotifyPorts, 'operations'>,
  { approvers, owner }: Company,
  { approver: id, operations: toOperations }: MailAsk,
): OutgoingMail['to'] => {
  if (toOperations) return operations;
  if (id === undefined || id === ownerReader) return { name: owner.name, email: owner.email };
  const approver = approvers.find((other) => other.id === id);
  if (approver === undefined) throw new UnfitMailError('The mail is for an approver whom the profile lacks');
  return { name: approver.name, email: approver.email };
};

type Reason =
  | 'frozen'
  | 'not-asked'
  | 'never-heard'
  | 'draft-ended'
  | 'decided'
  | 'code-over'
  | 'about-the-owner';

/** A code is asked for on a page that somebody looks at; after this they have gone, or asked again. */
const codePatienceMinutes = 10;

/** Whether an approver heard nothing of a draft, because it had ended before its mail went out. */
const endings: readonly MailAsk['kind'][] = ['withdrawn', 'no-action', 'outcome', 'expired'];

const neverHeard = async (ledger: Ledger, { release, draft }: Draft, approver: string): Promise<boolean> => {
  const ask = await readFact(ledger, keys.sent(release, mailIds.of('ask', draft, approver)), sentSchema);
  return ask?.result === 'not-needed';
};

/** Why a mail need not be sent; undefined where it must. Nobody whom the release is about gets one, of any kind. */
const needless = async (
  { ledger, now }: Pick<NotifyPorts, 'ledger' | 'now'>,
  { ask, draft, company }: Notice,
): Promise<Reason | undefined> => {
  const { kind, approver, operations } = ask;
  if (operations) return undefined;
  const known = await listRelease(ledger, draft.release);
  if (kind !== 'frozen' && (await isFrozen(ledger, known))) return 'frozen';
  if (approver === undefined || approver === ownerReader)
    return draft.ownerRecused ? 'about-the-owner' : undefined;
  if (!(await isStillAsked(ledger, company, draft.release, approver))) return 'not-asked';
  if (kind === 'code' && now().getTime() - Date.parse(ask.askedAt) > codePatienceMinutes * 60_000)
    return 'code-over';
  if (endings.includes(kind) && (await neverHeard(ledger, draft, approver))) return 'never-heard';
  if (kind !== 'ask' && kind !== 'reminder') return undefined;
  if ((await readOutcome(ledger, draft.release, draft.draft)) !== undefined) return 'draft-ended';
  const ballots = await readBallots(ledger, draft.release, draft, known.drafts.get(draft.draft));
  return nextRound(ballots, approver) === undefined ? 'decided' : undefined;
};

const readNotice = async (
  { ledger, companies }: NotifyPorts,
  release: string,
  id: string,
  ask: MailAsk,
): Promise<Notice> => {
  const draft = await readDraft(ledger, release, ask.draft);
  const company = companies.get(draft.company);
  if (company === undefined) throw new UnfitMailError('The mail is about a company that has no profile');
  return { id, ask, draft, company };
};

/** The mail as it goes out, or why it need not. */
const prepare = async (
  ports: NotifyPorts,
  release: string,
  id: string,
  ask: v.InferOutput<typeof mailSchema>,
): Promise<{ mail: OutgoingMail } | { reason: Reason }> => {
  if (ask.kind === 'mass-change')
    return { mail: { to: ports.operations, ...composeMassChange(ports, id, ask) } };
  const notice = await readNotice(ports, release, id, ask);
  const reason = await needless(ports, notice);
  if (reason !== undefined) return { reason };
  return { mail: { to: recipientOf(ports, notice.company, ask), ...(await composeMail(ports, notice)) } };
};

/**
 * Sends the mail that a key of the outbox asks for, once: what was sent, or needed not be, is a fact beside it. SES
 * takes no idempotency key, so that being cut off between sending and the fact sends again; the second mail has a link
 * or code of its own that works, and does no harm.
 */
export const makeWork =
  (ports: NotifyPorts) =>
  async (key: string): Promise<void> => {
    const { ledger, mailer, now, log } = ports;
    const parts = parseKey(key);
    if (parts?.fact !== 'mail') {
      log('WARN', 'MAIL_KEY_IGNORED', { fact: parts?.fact });
      return;
    }
    const { release, mail: id } = parts;
    const sentKey = keys.sent(release, id);
    if ((await ledger.get(sentKey)) !== undefined) return;

    const ask = await readRequiredFact(ledger, keys.mail(release, id), mailSchema);
    // A mail's id may hold an event's, which the sender chose.
    const fields = {
      release: releaseMark(release),
      kind: ask.kind,
      ...('draft' in ask && { draft: ask.draft }),
    };
    const prepared = await prepare(ports, release, id, ask);
    if ('reason' in prepared) {
      const { reason } = prepared;
      const sent: Sent = { result: 'not-needed', reason, at: now().toISOString() };
      await putFact(ledger, sentKey, sent);
      log(reason === 'about-the-owner' ? 'WARN' : 'INFO', 'MAIL_NOT_NEEDED', { ...fields, reason });
      return;
    }
    const messageId = await mailer.send(prepared.mail);
    const sent: Sent = { result: 'sent', messageId, at: now().toISOString() };
    await putFact(ledger, sentKey, sent);
    log('INFO', 'MAIL_SENT', { ...fields, reference: prepared.mail.thread, messageId });
  };
