import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileMail } from '../../infra/mail-templates.ts';

const mailWith = (inside: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'gazette-mail-')), 'mail.mjml');
  writeFileSync(
    path,
    `<mjml><mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`,
  );
  return path;
};

describe('a mail in MJML', () => {
  test('keeps the tags that stand in text or in mj-raw', async () => {
    const path = mailWith(
      '<mj-raw>{{#owner}}</mj-raw><mj-text>{{#late}}Late{{/late}}</mj-text><mj-raw>{{/owner}}</mj-raw>',
    );
    expect(await compileMail(path, 'mail')).toMatch(/\{\{#owner\}\}.*\{\{#late\}\}Late.*\{\{\/owner\}\}/s);
  });

  test('is refused where MJML would drop a tag, as both of two branches would be sent', async () => {
    const path = mailWith('{{#owner}}<mj-text>Yours</mj-text>{{/owner}}');
    await expect(compileMail(path, 'mail')).rejects.toThrow('MJML drops {{#owner}} where it stands');
  });

  test('is refused with the line where MJML does not know something', async () => {
    await expect(compileMail(mailWith('<mj-txt>x</mj-txt>'), 'mail')).rejects.toThrow(/mail, line 1: /);
  });
});
