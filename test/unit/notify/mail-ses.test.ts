import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeaderError, headerValue, mailbox } from '../../../functions/adapters/mail-headers.ts';
import { sendEmailInput } from '../../../functions/adapters/mail-ses.ts';

const mail = {
  to: { name: 'Margaret Osei', email: 'm.osei@iec-electronics.example' },
  subject: 'Approval of release 3F9A-11C2',
  text: 'text',
  html: '<p>html</p>',
  thread: '3F9A-11C2',
};
const sender = { from: 'no-reply@gazette.example.com', configurationSet: 'mails' };

/** Decodes the encoded words of a header, as a mail client does. */
const decoded = (header: string): string =>
  header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_word, base64: string) => Buffer.from(base64, 'base64').toString());

describe('what SES is given', () => {
  it('is one recipient, two parts, and headers that keep a conversation together and absence notes away', () => {
    expect(sendEmailInput(mail, sender)).toEqual({
      FromEmailAddress: 'no-reply@gazette.example.com',
      Destination: { ToAddresses: ['"Margaret Osei" <m.osei@iec-electronics.example>'] },
      ConfigurationSetName: 'mails',
      ConfigurationOverrides: {
        Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' },
      },
      Content: {
        Simple: {
          Subject: { Data: 'Approval of release 3F9A-11C2' },
          Body: { Text: { Data: 'text' }, Html: { Data: '<p>html</p>' } },
          Headers: [
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
            { Name: 'X-Auto-Response-Suppress', Value: 'OOF, AutoReply, DR, RN, NRN' },
            { Name: 'References', Value: '<3F9A-11C2@gazette.example.com>' },
            { Name: 'In-Reply-To', Value: '<3F9A-11C2@gazette.example.com>' },
          ],
        },
      },
    });
  });

  it('carries a file as it is', () => {
    const file = { name: 'deadline.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR\r\n' };
    const { Content } = sendEmailInput({ ...mail, attachments: [file] }, sender);
    expect(Content?.Simple?.Attachments).toEqual([
      {
        FileName: 'deadline.ics',
        ContentType: 'text/calendar',
        ContentDisposition: 'ATTACHMENT',
        ContentTransferEncoding: 'BASE64',
        RawContent: Buffer.from(file.content),
      },
    ]);
  });

  it.each([
    { ...mail, attachments: [{ name: 'a\r\nBcc: thief@example.com', type: 'text/calendar', content: '' }] },
    { ...mail, attachments: [{ name: 'a', type: 'text/plain\r\nBcc: thief@example.com', content: '' }] },
    { ...mail, subject: 'Approval\r\nBcc: thief@example.com' },
    { ...mail, thread: 'x\nBcc: thief@example.com' },
    { ...mail, to: { ...mail.to, name: 'Osei\r\nBcc: thief@example.com' } },
    { ...mail, to: { ...mail.to, email: 'm.osei@example.com\r\nBcc: thief@example.com' } },
    { ...mail, to: { ...mail.to, email: 'm.osei@example.com>, <thief@example.com' } },
    { ...mail, to: { ...mail.to, email: 'm.osei@example.com,thief@example.com' } },
    { ...mail, subject: 'x'.repeat(996) },
  ])('never holds a second header or recipient', (injected) => {
    expect(() => sendEmailInput(injected, sender)).toThrow(HeaderError);
  });

  it('does not repeat what it refused', () => {
    expect(() => headerValue('secret\r\n')).toThrow(expect.not.stringContaining('secret'));
  });
});

describe('a name in a header', () => {
  it.each([
    ['Gilbert, W. Barry', '"Gilbert, W. Barry" <a@b.example>'],
    ['W. "Barry" Gilbert', '"W. \\"Barry\\" Gilbert" <a@b.example>'],
    ['a\\', '"a\\\\" <a@b.example>'],
    ['Jürgen Müller', '=?UTF-8?B?SsO8cmdlbiBNw7xsbGVy?= <a@b.example>'],
  ])('is quoted or encoded: %s', (name, header) => {
    expect(mailbox({ name, email: 'a@b.example' })).toBe(header);
  });

  it('of any characters comes back as it was, in words of at most 75 characters', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((name) => !/\p{Cc}/u.test(name) && name.isWellFormed() && !/^[\x20-\x7E]*$/.test(name));
    fc.assert(
      fc.property(names, (name) => {
        const header = mailbox({ name, email: 'a@b.example' });
        expect(header).toMatch(/^[\x20-\x7E]*$/);
        for (const word of header.split(' ')) expect(word.length).toBeLessThanOrEqual(75);
        expect(decoded(header)).toBe(`${name} <a@b.example>`);
      }),
    );
  });
});
