import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { release } from '../../support/draft.ts';
import { enterDraft, redlinedOffice } from '../../support/redline-scenes.ts';
import { unzip } from '../../support/unzip.ts';

describe('the page of what changed', () => {
  it('compares with the last draft that its reader was shown, and says when', async () => {
    const office = await redlinedOffice();
    const { statusCode, body = '' } = await (await enterDraft(office, 'margaret-osei', 2)).get('', 'changes');
    expect(statusCode).toBe(200);
    expect(body).toContain('What changed from draft 1 to draft 2');
    expect(body).toContain('Draft 1 is the last that you were shown, on June 6, 2002');
    expect(body).toMatch(/<del>.*Departure.*<\/del>.*<ins>.*Retirement.*<\/ins>/s);
  });

  it('says to who has seen none that it compares with the one before', async () => {
    const office = await redlinedOffice();
    const { body } = await (await enterDraft(office, 'helen-marsh', 2)).get('', 'changes');
    expect(body).toContain('You have not been shown an earlier draft.');
  });

  it('counts as being shown the draft, whose every word it has', async () => {
    const office = await redlinedOffice();
    await (await enterDraft(office, 'helen-marsh', 2)).get('', 'changes');
    expect(office.facts.facts.has(keys.seen(release, 2, 'helen-marsh'))).toBe(true);
  });

  it('names what came and went besides the words', async () => {
    const office = await redlinedOffice();
    const { body } = await (await enterDraft(office, 'helen-marsh', 2)).get('', 'changes');
    expect(body).toContain('No longer a check: To be confirmed: title of the officer (event hr~evt-1).');
    expect(body).toContain(
      'When decisions are due: was June 7, 2002, 6:00 AM EDT (10:00 UTC), now June 8, 2002, 6:00 AM EDT (10:00 UTC)',
    );
  });

  it('says above all who made the changes, and why', async () => {
    const office = await redlinedOffice();
    const { body = '' } = await (await enterDraft(office, 'helen-marsh', 2)).get('', 'changes');
    const [, editors = ''] = body.match(/<h2 id="by">Who changed it<\/h2>([\s\S]*?)<\/section>/) ?? [];
    expect(editors).toContain('<strong>Daniel Frost</strong>');
    expect(editors).toContain('Edited the release on June 6, 2002');
    expect(editors).toContain('Nobody departs.\nShe retires.');
    expect(body.indexOf('id="by"')).toBeLessThan(body.indexOf('id="words"'));
  });

  it('sets headings as headings, and the lines of a contact as one paragraph', async () => {
    const office = await redlinedOffice();
    const { body = '' } = await (await enterDraft(office, 'helen-marsh', 2)).get('', 'changes');
    expect(body).toMatch(/<h3 class="redline-headline">IEC Announces/);
    expect(body).toMatch(/<h4 class="redline-heading">Forward-Looking Statements<\/h4>/);
    const [contact, ...more] = body.match(/<p class="contact">[\s\S]*?<\/p>/g) ?? [];
    expect(more).toEqual([]);
    expect(contact?.match(/<br>/g)).toHaveLength(office.draft.content.sections.at(-1)?.lines.length ?? 0);
    expect(contact).toContain('(315) 555-0100');
  });

  it('does not know of changes in a first draft', async () => {
    const office = await redlinedOffice();
    const visitor = await enterDraft(office, 'helen-marsh', 1);
    for (const page of ['changes', 'changes.docx']) {
      const { statusCode, body } = await visitor.get('', page);
      expect(statusCode).toBe(404);
      expect(body).toContain('There is no earlier draft');
    }
  });
});

describe('the Word file of what changed', () => {
  it('comes as a download under a name that tells nothing, with the changes tracked', async () => {
    const office = await redlinedOffice();
    const answer = await (await enterDraft(office, 'margaret-osei', 2)).get('', 'changes.docx');
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(answer.headers?.['content-disposition']).toBe(
      'attachment; filename="draft-2-changes-since-1.docx"',
    );
    const xml = unzip(Buffer.from(answer.body ?? '', 'base64')).get('word/document.xml')?.text;
    expect(xml).toMatch(/<w:del .*Departure.*<w:ins .*Retirement/s);
  });
});
