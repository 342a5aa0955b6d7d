import { toAscii } from '../domain/ascii.ts';
import type { MassChangeMail } from '../domain/facts.ts';
import { renderHtml, renderText, type View } from '../domain/templates.ts';
import type { Attachment, OutgoingMail } from '../ports/mail.ts';
import { calendarEntry } from './calendar-entry.ts';
import { mailView } from './mail-view.ts';
import type { Notice } from './notice.ts';
import type { NotifyPorts } from './ports.ts';
import { timesOf } from './times.ts';

/** A text part in ASCII stays 7-bit on its way, and nothing re-encodes the link in it. */
const inAscii = (text: string): string => toAscii(text).replace(/[^\n\x20-\x7E]/gu, '?');

const partsOf = (
  { templates }: Pick<NotifyPorts, 'templates'>,
  kind: string,
  view: View,
): Pick<OutgoingMail, 'text' | 'html'> => ({
  text: inAscii(renderText(templates, `mail/${kind}.txt`, view)),
  html: renderHtml(templates, `mail/${kind}.html`, view),
});

/** What comes with a mail: the deadline for the calendar, if the company wants it there. */
const attachmentsOf = (
  { templates, sender, now }: NotifyPorts,
  { ask, standing, company }: Notice,
  reference: string,
): Attachment[] => {
  const { draft, decideBy } = standing.draft;
  return ask.kind === 'ask' && company.policy.calendar
    ? [calendarEntry(templates, { reference, draft, decideBy, sender, now: now() })]
    : [];
};

/** Composes a mail: one subject and one conversation for all mails about a release, a text part and an HTML part. */
export const composeMail = async (ports: NotifyPorts, notice: Notice): Promise<Omit<OutgoingMail, 'to'>> => {
  const view = await mailView(ports, notice);
  const { subject, reference } = view;
  return {
    subject,
    thread: reference,
    ...partsOf(ports, notice.ask.kind, view),
    attachments: attachmentsOf(ports, notice, reference),
  };
};

/** Composes the mail that tells whoever runs Gazette of the releases that are held; it is about no draft, and names none. */
export const composeMassChange = (
  ports: Pick<NotifyPorts, 'templates'>,
  id: string,
  { source, since }: MassChangeMail,
): Omit<OutgoingMail, 'to'> => {
  const subject = renderText(ports.templates, 'mail/mass-change-subject.txt', {});
  const view = { subject, source, since: timesOf(since, ['UTC']) };
  return { subject, thread: id, ...partsOf(ports, 'mass-change', view) };
};
