import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { readOutcome } from '../../../functions/ports/release.ts';
import { release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, Visitor } from '../../support/visitor.ts';

const gatesOf = (office: Office): string[] =>
  [...office.facts.facts.keys()].filter((key) => key.includes('/gates/'));

const freeze = async (visitor: Visitor) =>
  visitor.postRaw(hiddenFields(await visitor.get('', 'not-me'), 'freeze'), {}, 'not-me');

describe('"this was not me"', () => {
  it('freezes the release, ends the draft and the session, and mails the owner and operations', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const answer = await freeze(visitor);
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: `${visitor.path}/not-me` },
      cookies: [expect.stringMatching(/^__Secure-gazette=; Path=\/r\/[a-z2-7]{32}; Max-Age=0;/)],
    });
    expect(await readOutcome(office.facts, release, 1)).toMatchObject({
      outcome: 'frozen',
      by: 'margaret-osei',
    });
    const mails = [...office.facts.facts.keys()].filter((key) => key.includes('/mail/frozen-'));
    expect(mails).toHaveLength(2);
    expect(office.logged).toContainEqual(expect.objectContaining({ code: 'RELEASE_FROZEN' }));
    expect((await visitor.get('', 'not-me')).body).toContain('This release is frozen');
  });

  it('stops every other reader in the middle of what they do', async () => {
    const office = await openOffice();
    const other = await enterAs(office, 'helen-marsh');
    const page = await other.get();
    await freeze(await enterAs(office, 'margaret-osei'));
    const decision = { decision: 'approve', read: '1', reason: '', ...hiddenFields(page) };
    expect((await other.postRaw(decision)).statusCode).toBe(410);
    expect(office.facts.facts.has(keys.decision(release, 1, 'helen-marsh'))).toBe(false);
  });

  it('twice is once', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const form = hiddenFields(await visitor.get('', 'not-me'), 'freeze');
    await Promise.all([1, 2].map(() => visitor.postRaw(form, {}, 'not-me')));
    await visitor.postRaw(form, {}, 'not-me');
    expect(gatesOf(office)).toHaveLength(1);
  });

  it('is open to the owner too', async () => {
    const office = await openOffice();
    await freeze(await enterAs(office, 'owner'));
    expect(await readOutcome(office.facts, release, 1)).toMatchObject({ outcome: 'frozen', by: 'owner' });
  });

  it('freezes nothing without a session', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const form = hiddenFields(await visitor.get('', 'not-me'), 'freeze');
    visitor.cookie = undefined;
    expect((await visitor.postRaw(form, {}, 'not-me')).statusCode).toBe(403);
    expect(gatesOf(office)).toEqual([]);
  });

  it('freezes nothing with the nonce of another action, or from another site', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const { nonce = '' } = hiddenFields(await visitor.get(), 'decide');
    const form = hiddenFields(await visitor.get('', 'not-me'), 'freeze');
    const answers = [
      await visitor.postRaw({ ...form, nonce }, {}, 'not-me'),
      await visitor.postRaw(form, { 'sec-fetch-site': 'cross-site' }, 'not-me'),
      await visitor.postRaw(form, { origin: 'https://elsewhere.example' }, 'not-me'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
    expect(gatesOf(office)).toEqual([]);
  });

  it('is asked for on a page that asks for the code first, and then comes back', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    const asked = await visitor.post({ action: 'send-code' }, {}, 'not-me');
    expect(asked.headers?.['location']).toBe(`${visitor.path}/not-me?sent`);
    await office.deliver();
    const entered = await visitor.post({ action: 'enter-code', code: office.newestCode() }, {}, 'not-me');
    expect(entered.headers?.['location']).toBe(`${visitor.path}/not-me`);
    expect((await visitor.get('', 'not-me')).body).toContain('Freeze the release');
  });

  it('comes too late for what is published, and says so before and after', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const form = hiddenFields(await visitor.get('', 'not-me'), 'freeze');
    const { sha256 } = office.draft;
    const at = office.clock.now().toISOString();
    await stepGate(office.facts, release, { gate: 'published', draft: 1, sha256, at });
    const answer = await visitor.postRaw(form, {}, 'not-me');
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('It was published');
    await putFact(office.facts, keys.published(release), {});
    const later = await visitor.get('', 'not-me');
    expect(later.body).toContain('It was published');
    expect(later.body).not.toContain('<form');
  });
});
