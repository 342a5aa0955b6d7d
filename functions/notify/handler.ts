import type { Company } from '../domain/company.ts';
import { type MailAsk, mailSchema, type Sent } from '../domain/facts.ts';
import { keys, parseKey } from '../domain/keys.ts';
import { askedOf } from '../domain/policy.ts';
import { releaseMark } from '../domain/release.ts';
import { putFact, readRequiredFact } from '../ports/ledger.ts';
import type { OutgoingMail } from '../ports/mail.ts';
import { isStillAsked } from '../ports/recusal.ts';
import { readDraft, readOutcome } from '../ports/release.ts';
import { composeMail } from './compose.ts';
import { type Notice, UnfitMailError } from './mail-view.ts';
import type { NotifyPorts } from './ports.ts';

/** Where a mail goes: to an address of the company's profile, never to one that came with an event. */
const recipientOf = ({ approvers, owner }: Company, { approver: id }: MailAsk): OutgoingMail['to'] => {
  if (id === undefined) return { name: owner.name, email: owner.email };
  const approver = approvers.find((other) => other.id === id);
  if (approver === undefined) throw new UnfitMailError('The mail is for an approver whom the profile lacks');
  return { name: approver.name, email: approver.email };
};

type Reason = 'not-asked' | 'draft-ended' | 'decided' | 'code-over' | 'about-the-owner';

/** A code is asked for on a page that somebody looks at; after this they have gone, or asked again. */
const codePatienceMinutes = 10;

/** Why a mail need not be sent; undefined where it must. Nobody whom the release is about gets one, of any kind. */
const needless = async (
  { ledger, now }: Pick<NotifyPorts, 'ledger' | 'now'>,
  { ask, draft, company }: Notice,
): Promise<Reason | undefined> => {
  const { kind, approver } = ask;
  if (approver === undefined) return draft.ownerRecused ? 'about-the-owner' : undefined;
  if (!askedOf(draft).includes(approver)) return 'not-asked';
  if (!(await isStillAsked(ledger, company, draft.release, approver))) return 'not-asked';
  if (kind === 'code' && now().getTime() - Date.parse(ask.askedAt) > codePatienceMinutes * 60_000)
    return 'code-over';
  if (kind !== 'ask' && kind !== 'reminder') return undefined;
  if ((await readOutcome(ledger, draft.release, draft.draft)) !== undefined) return 'draft-ended';
  const decision = await ledger.get(keys.decision(draft.release, draft.draft, approver));
  return decision === undefined ? undefined : 'decided';
};

const readNotice = async (
  { ledger, companies }: NotifyPorts,
  release: string,
  id: string,
): Promise<Notice> => {
  const ask = await readRequiredFact(ledger, keys.mail(release, id), mailSchema);
  const draft = await readDraft(ledger, release, ask.draft);
  const company = companies.get(draft.company);
  if (company === undefined) throw new UnfitMailError('The mail is about a company that has no profile');
  return { id, ask, draft, company };
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

    const notice = await readNotice(ports, release, id);
    const fields = { release: releaseMark(release), mail: id, kind: notice.ask.kind };
    const reason = await needless(ports, notice);
    if (reason !== undefined) {
      const sent: Sent = { result: 'not-needed', reason, at: now().toISOString() };
      await putFact(ledger, sentKey, sent);
      log(reason === 'about-the-owner' ? 'WARN' : 'INFO', 'MAIL_NOT_NEEDED', { ...fields, reason });
      return;
    }
    const to = recipientOf(notice.company, notice.ask);
    const mail = await composeMail(ports, notice);
    const messageId = await mailer.send({ to, ...mail });
    const sent: Sent = { result: 'sent', messageId, at: now().toISOString() };
    await putFact(ledger, sentKey, sent);
    log('INFO', 'MAIL_SENT', { ...fields, reference: mail.thread, messageId });
  };
