import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendEmailInput } from '../../functions/adapters/mail-ses.ts';
import { type MailService, startMail } from '../../local/mail.ts';

const directory = mkdtempSync(join(tmpdir(), 'gazette-mail-'));
const entry = {
  name: 'deadline.ics',
  type: 'text/calendar',
  content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
};

let service: MailService;
beforeAll(async () => {
  service = await startMail(directory);
});
afterAll(async () => {
  await service.stop();
  rmSync(directory, { recursive: true });
});

describe('the local outbox', () => {
  it('keeps a mail as its reader sees it: the name as it is written, and the file that came with it', async () => {
    const mail = {
      to: { name: 'Jürgen Müller', email: 'j.mueller@example.com' },
      subject: 'Approval of release 3F9A-11C2',
      text: 'text',
      html: '<p>html</p>',
      thread: '3F9A-11C2',
      attachments: [entry],
    };
    const input = sendEmailInput(mail, { from: 'no-reply@gazette.localhost', configurationSet: 'mails' });
    const body = JSON.stringify(input, (_name, value: unknown) =>
      typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data)
        ? Buffer.from(value.data).toString('base64')
        : value,
    );
    const answer = await service.handle({
      method: 'POST',
      path: '/v2/email/outbound-emails',
      rawQuery: '',
      query: new URLSearchParams(),
      headers: { authorization: 'AWS4-HMAC-SHA256 local' },
      body: Buffer.from(body),
    });
    expect(answer.status).toBe(200);
    const [kept] = service.mails();
    expect(kept?.to).toEqual(['Jürgen Müller <j.mueller@example.com>']);
    expect(kept?.attachments).toEqual([{ name: entry.name, content: entry.content }]);
    expect(kept?.headers['Auto-Submitted']).toBe('auto-generated');
  });
});
