import { toAscii } from '../domain/ascii.ts';
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
