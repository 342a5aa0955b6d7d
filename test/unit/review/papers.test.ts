import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { release } from '../../support/draft.ts';
import { openOffice } from '../../support/office.ts';
import { enterAs } from '../../support/visitor.ts';

const file = 'exhibit99-1.txt';

describe('a file of a draft', () => {
  it('is sent to an approver to keep, as the ledger has it, is stored nowhere on the way, and counts as seen', async () => {
    const office = await openOffice();
    await office.facts.put(keys.draftFile(release, 1, file), office.draft.text);
    const visitor = await enterAs(office, 'margaret-osei');
    const answer = await visitor.get('', file);
    expect(Buffer.from(answer.body ?? '', 'base64').toString()).toBe(office.draft.text);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="draft-1-${file}"`,
      'content-type': 'text/plain; charset=us-ascii',
    });
    expect(office.facts.facts.has(keys.seen(release, 1, 'margaret-osei'))).toBe(true);
    expect((await visitor.get()).body).toContain(`href="${visitor.path}/${file}"`);
  });

  it('is sent to nobody without a session', async () => {
    const office = await openOffice();
    await office.facts.put(keys.draftFile(release, 1, file), office.draft.text);
    const visitor = await enterAs(office, 'margaret-osei');
    visitor.cookie = undefined;
    const answer = await visitor.get('', file);
    expect(answer.headers?.['content-disposition']).toBeUndefined();
    expect(answer.body).toContain('Mail me a code');
  });

  it('that is not there is said to be not there, and stands on no page', async () => {
    const visitor = await enterAs(await openOffice(), 'margaret-osei');
    const answer = await visitor.get('', 'form8-k.htm');
    expect([answer.statusCode, answer.body?.includes('This file is not there')]).toEqual([404, true]);
    expect((await visitor.get()).body).not.toContain('form8-k.htm');
  });
});
