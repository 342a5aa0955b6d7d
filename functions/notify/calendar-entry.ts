import { renderText, type Templates } from '../domain/templates.ts';
import type { Attachment } from '../ports/mail.ts';

/** Octets in a line of a calendar entry, without its end (RFC 5545, section 3.1). */
const lineOctets = 75;

/** Folds a line of ASCII: what goes on begins with a space, which counts. */
const fold = (line: string): string => {
  const rest = line.slice(lineOctets).match(new RegExp(`.{1,${lineOctets - 1}}`, 'g')) ?? [];
  return [line.slice(0, lineOctets), ...rest].join('\r\n ');
};

/** An instant in the form of a calendar: `20260604T120000Z`. */
const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * The time by which a draft is to be decided on, as an entry for calendars (RFC 5546, METHOD:PUBLISH, as a request would ask
 * for a yes or no). The next draft's entry takes its place: the UID is the release's, and SEQUENCE is the draft.
 */
export const calendarEntry = (
  templates: Templates,
  entry: { reference: string; draft: number; decideBy: string; sender: string; now: Date },
): Attachment => {
  const { reference, draft, decideBy, sender, now } = entry;
  const text = renderText(templates, 'mail/calendar.ics', {
    reference,
    draft,
    sender,
    domain: sender.slice(sender.lastIndexOf('@') + 1),
    start: stamp(decideBy),
    stamp: stamp(now.toISOString()),
  });
  const lines = text.trimEnd().split('\n').map(fold);
  return { name: 'deadline.ics', type: 'text/calendar', content: `${lines.join('\r\n')}\r\n` };
};
