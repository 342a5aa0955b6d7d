import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarEntry } from '../../../functions/notify/calendar-entry.ts';
import { templates } from '../../support/templates.ts';

const entry = {
  reference: '3F9A-11C2',
  draft: 2,
  decideBy: '2026-11-19T05:00:00.000Z',
  sender: 'no-reply@gazette.example.com',
  now: new Date('2026-11-17T22:00:00Z'),
};

/** The lines of a calendar as a program reads them: unfolded (RFC 5545, section 3.1). */
const linesOf = (content: string): string[] => content.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar entry', () => {
  it('has what is required of one that is published, and of one release a single one, the newest', () => {
    const { content } = calendarEntry(templates, entry);
    const lines = linesOf(content);
    expect(lines.slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Gazette//Decisions//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
    ]);
    expect(lines.slice(-3)).toEqual(['END:VEVENT', 'END:VCALENDAR', '']);
    for (const line of [
      'UID:3F9A-11C2@gazette.example.com',
      'SEQUENCE:2',
      'DTSTAMP:20261117T220000Z',
      'DTSTART:20261119T050000Z',
      'ORGANIZER;CN=Gazette:mailto:no-reply@gazette.example.com',
      'SUMMARY:Decision on draft 2 of release 3F9A-11C2 is due',
    ])
      expect(lines).toContain(line);
  });

  it('asks nobody for a yes or no, and keeps no time busy', () => {
    const { content } = calendarEntry(templates, entry);
    expect(content).toContain('TRANSP:TRANSPARENT');
    expect(content).not.toMatch(/ATTENDEE|METHOD:REQUEST|RSVP/);
  });

  it('of any sender is in ASCII, with lines of at most 75 octets that unfold to what was written', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,60}$/);
    fc.assert(
      fc.property(label, label, label, (user, domain, more) => {
        const sender = `${user}@${domain}.${more}.example`;
        const { content } = calendarEntry(templates, { ...entry, sender });
        expect(content).toMatch(/^[\r\n\x20-\x7E]*$/);
        expect(content).not.toMatch(/[^\r]\n|\r[^\n]/);
        for (const line of content.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
        expect(linesOf(content)).toContain(`ORGANIZER;CN=Gazette:mailto:${sender}`);
      }),
    );
  });

  it('has no text that would need to be escaped, as its words are fixed', () => {
    const { content } = calendarEntry(templates, entry);
    for (const line of linesOf(content).filter((text) => /^(SUMMARY|DESCRIPTION):/.test(text)))
      expect(line.replace(/^[A-Z]+:/, '')).not.toMatch(/[,;\\]/);
  });
});
