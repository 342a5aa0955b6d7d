import { describe, expect, it } from 'vitest';
import { ownerReader } from '../../../functions/domain/company.ts';
import { seenSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { readFact } from '../../../functions/ports/ledger.ts';
import { release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, Visitor } from '../../support/visitor.ts';

const seenBy = (office: Office, reader: string) =>
  readFact(office.facts, keys.seen(release, 1, reader), seenSchema);

describe('that somebody was shown a draft', () => {
  it('is recorded once, with the digest of what they saw and when they first did', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    expect(await seenBy(office, 'margaret-osei')).toBeUndefined();
    for (let visit = 0; visit < 2; visit += 1) {
      await visitor.get();
      office.clock.pass(5);
    }
    expect(await seenBy(office, 'margaret-osei')).toEqual({
      reader: 'margaret-osei',
      draft: 1,
      sha256: office.draft.sha256,
      at: '2002-06-06T12:00:00.000Z',
    });
  });

  it('is recorded of the owner for the draft, and not for the status of the release', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, ownerReader);
    await visitor.get();
    expect(await seenBy(office, ownerReader)).toBeUndefined();
    await visitor.get('', 'draft');
    expect(await seenBy(office, ownerReader)).toBeDefined();
  });

  it.each([
    ['a HEAD', (visitor: Visitor) => visitor.request('HEAD')],
    ['a prefetch', (visitor: Visitor) => visitor.request('GET', { headers: { 'sec-purpose': 'prefetch' } })],
    ['the page for what somebody else did', (visitor: Visitor) => visitor.get('', 'not-me')],
  ])('is not recorded by %s', async (_what, ask) => {
    const office = await openOffice();
    await ask(await enterAs(office, 'margaret-osei'));
    expect(await seenBy(office, 'margaret-osei')).toBeUndefined();
  });

  it('is not recorded before a session is open', async () => {
    const office = await openOffice();
    await new Visitor(office, await office.invite('margaret-osei')).get();
    expect(await seenBy(office, 'margaret-osei')).toBeUndefined();
  });

  it('cannot keep the page from being shown where it cannot be recorded', async () => {
    const office = await openOffice();
    const ledger = {
      ...office.facts,
      put: async (key: string, body: string) => {
        if (key.includes('/seen/')) throw new Error('S3 is out');
        return office.facts.put(key, body);
      },
    };
    const visitor = await enterAs(office, 'margaret-osei', { ...office.ports, ledger });
    const answer = await visitor.get();
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Record my decision');
    expect(office.logged.map(({ code }) => code)).toContain('REVIEW_SEEN_NOT_RECORDED');
  });
});
