import { toAscii } from '../domain/ascii.ts';
import { longTime } from '../domain/dates.ts';
import type { MassChangeMail } from '../domain/facts.ts';
import { renderHtml, renderText, type View } from '../domain/templates.ts';
import type { OutgoingMail } from '../ports/mail.ts';
import { mailView, type Notice } from './mail-view.ts';
import type { NotifyPorts } from './ports.ts';

/** A text part in ASCII stays 7-bit on its way, and nothing re-encodes the link in it. */
const inAscii = (view: View): View =>
  Object.fromEntries(
    Object.entries(view).map(([name, value]) => [
      name,
      typeof value === 'string' ? toAscii(value).replace(/[^\x20-\x7E]/gu, '?') : value,
    ]),
  );

/** Composes a mail: one subject and one conversation for all mails about a release, a text part and an HTML part. */
export const composeMail = async (ports: NotifyPorts, notice: Notice): Promise<Omit<OutgoingMail, 'to'>> => {
  const { templates } = ports;
  const view = await mailView(ports, notice);
  return {
    subject: view.subject,
    thread: view.reference,
    text: renderText(templates, `mail/${notice.ask.kind}.txt`, inAscii(view)),
    html: renderHtml(templates, `mail/${notice.ask.kind}.html`, view),
  };
};

/** Composes the mail that tells whoever runs Gazette of the releases that are held; it is about no draft, and names none. */
export const composeMassChange = (
  { templates }: Pick<NotifyPorts, 'templates'>,
  id: string,
  { source, since }: MassChangeMail,
): Omit<OutgoingMail, 'to'> => {
  const subject = renderText(templates, 'mail/mass-change-subject.txt', {});
  const view = { subject, source, since: longTime(new Date(since), 'UTC') };
  return {
    subject,
    thread: id,
    text: renderText(templates, 'mail/mass-change.txt', view),
    html: renderHtml(templates, 'mail/mass-change.html', view),
  };
};
