import { deskKeys } from '../domain/desk-keys.ts';
import type { Message } from '../domain/desk-papers.ts';
import { type MailAsk, type MassChangeMail, mailSchema, type Sent } from '../domain/facts.ts';
import { keys, parseKey } from '../domain/keys.ts';
import { releaseMark } from '../domain/release.ts';
import { putFact, readRequiredFact } from '../ports/ledger.ts';
import type { OutgoingMail } from '../ports/mail.ts';
import { composeMail, composeMassChange } from './compose.ts';
import { isPutOff, needless } from './needless.ts';
import { readNotice, recipientOf } from './notice.ts';
import type { NotifyPorts } from './ports.ts';

type Prepared =
  | 'put-off'
  | { mail: OutgoingMail }
  | { reason: NonNullable<Awaited<ReturnType<typeof needless>>> };

/** The mail as it goes out, or why it need not, or that it must wait until its release goes on. */
const prepare = async (
  ports: NotifyPorts,
  release: string,
  id: string,
  ask: MailAsk | MassChangeMail,
): Promise<Prepared> => {
  if (ask.kind === 'mass-change')
    return { mail: { to: ports.operations, ...composeMassChange(ports, id, ask) } };
  const notice = await readNotice(ports, release, id, ask);
  if (await isPutOff(ports, notice)) return 'put-off';
  const reason = await needless(ports, notice);
  if (reason !== undefined) return { reason };
  return { mail: { to: recipientOf(ports, notice.company, ask), ...(await composeMail(ports, notice)) } };
};

/**
 * Sends the mail that a key of the outbox asks for, once: what was sent, or needed not be, is a fact beside it. SES
 * takes no idempotency key, so that being cut off between sending and the fact sends again; the second mail has a link
 * or code of its own that works, and does no harm. Which mail a message was lies on the desk first, so that whatever is
 * told of a message that went out can be put down to its mail.
 */
export const makeWork =
  (ports: NotifyPorts) =>
  async (key: string): Promise<void> => {
    const { ledger, desk, mailer, now, log } = ports;
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
    if (prepared === 'put-off') {
      // Without a fact of what became of it, sweep asks for it again once the release goes on.
      log('INFO', 'MAIL_PUT_OFF', fields);
      return;
    }
    if ('reason' in prepared) {
      const { reason } = prepared;
      const sent: Sent = { result: 'not-needed', reason, at: now().toISOString() };
      await putFact(ledger, sentKey, sent);
      log(reason === 'about-the-owner' ? 'WARN' : 'INFO', 'MAIL_NOT_NEEDED', { ...fields, reason });
      return;
    }
    const messageId = await mailer.send(prepared.mail);
    const message: Message = { release, mail: id };
    await desk.put(deskKeys.message(messageId), JSON.stringify(message));
    const sent: Sent = { result: 'sent', messageId, at: now().toISOString() };
    await putFact(ledger, sentKey, sent);
    log('INFO', 'MAIL_SENT', { ...fields, reference: prepared.mail.thread, messageId });
  };
