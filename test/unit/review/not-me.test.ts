import { describe, expect, it } from 'vitest';
import { flawsOf, verifyEvidence } from '../../../functions/domain/evidence/verify-evidence.ts';
import { notMeSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { readOutcome } from '../../../functions/ports/release.ts';
import { draftOf, release } from '../../support/draft.ts';
import { evidenceOf, publishedOffice } from '../../support/evidence.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, Visitor } from '../../support/visitor.ts';

const gatesOf = (office: Office): string[] =>
  [...office.facts.facts.keys()].filter((key) => key.includes('/gates/'));

const freeze = async (visitor: Visitor) =>
  visitor.postRaw(hiddenFields(await visitor.get('', 'not-me'), 'freeze'), {}, 'not-me');

describe('"this was not me"', () => {
  it('freezes the release, ends the draft and the session, and mails the owner, operations and who said so', async () => {
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
    expect(mails).toHaveLength(3);
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
});

/** Opens the gate for publication, as publish does before it writes the first file; by a clock that may be ahead. */
const openGate = async (office: Office, aheadSeconds = 0): Promise<void> => {
  const { sha256 } = office.draft;
  await end(office);
  const at = new Date(office.clock.now().getTime() + aheadSeconds * 1000).toISOString();
  await stepGate(office.facts, release, { gate: 'published', draft: 1, sha256, at });
};

const end = (office: Office) =>
  putFact(office.facts, keys.outcome(release, 1), {
    outcome: 'approved',
    draft: 1,
    sha256: office.draft.sha256,
    at: office.clock.now().toISOString(),
    by: 'helen-marsh',
    counted: ['helen-marsh'],
  });

const toldOf = (office: Office): string[] =>
  [...office.facts.facts.keys()].filter((key) => key.includes('/not-me/') || key.includes('/mail/not-me-'));

describe('"this was not me" of a release that was published', () => {
  it('is recorded once, freezes nothing, and mails the owner and operations', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await openGate(office);
    const answers = [await freeze(visitor), await freeze(visitor)];
    expect(answers[0]).toMatchObject({ statusCode: 303, headers: { location: `${visitor.path}/not-me` } });
    expect(toldOf(office).sort()).toEqual([
      `releases/${release}/mail/not-me-0001-operations-margaret-osei.mail.json`,
      `releases/${release}/mail/not-me-0001-owner-margaret-osei.mail.json`,
      `releases/${release}/not-me/margaret-osei.json`,
    ]);
    expect(gatesOf(office)).toHaveLength(1);
    expect(office.logged).toContainEqual({
      code: 'RELEASE_FROZEN',
      fields: expect.objectContaining({ result: 'too-late' }),
    });
    await office.deliver();
    const told = office.mails.filter(({ text }) => /after the release\s+had gone out/.test(text));
    expect(told.map(({ to }) => to.name).sort()).toEqual(['Gazette operations', 'Heather Keenan']);
  });

  it('is recorded from a page that was opened before, too', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const form = hiddenFields(await visitor.get('', 'not-me'), 'freeze');
    await openGate(office);
    expect((await visitor.postRaw(form, {}, 'not-me')).statusCode).toBe(303);
    expect(toldOf(office)).toHaveLength(3);
  });

  it('says before that it is too late to stop it, and afterwards what was done and whom to call', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await openGate(office);
    const before = (await visitor.get('', 'not-me')).body;
    expect(before).toContain('It is too late to stop this release');
    expect(before).toContain('Record that it was not me');
    await freeze(visitor);
    const after = (await visitor.get('', 'not-me')).body;
    expect(after).toContain('It is recorded that it was not you');
    expect(after).toContain('Call Heather Keenan');
    expect(after).not.toContain('<form');
  });

  it('says that the person who answers for the release is mailed only where they are', async () => {
    for (const ownerRecused of [false, true]) {
      const office = await openOffice({ draft: draftOf({ ownerRecused }) });
      const visitor = await enterAs(office, 'margaret-osei');
      const page = async (): Promise<string> => (await visitor.get('', 'not-me')).body ?? '';
      const bodies = [await page()];
      await openGate(office);
      bodies.push(await page());
      await freeze(visitor);
      bodies.push(await page());
      for (const body of bodies) {
        expect(body.includes('The person who answers for')).toBe(!ownerRecused);
        expect(body).toMatch(/[Ww]hoever runs Gazette/);
      }
    }
  });

  it('comes after the publication by its own time, though the clock of that was ahead', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await openGate(office, 2);
    await freeze(visitor);
    const key = keys.notMe(release, 'margaret-osei');
    expect(await readRequiredFact(office.facts, key, notMeSchema)).toEqual({
      by: 'margaret-osei',
      draft: 1,
      at: '2002-06-06T12:00:02.000Z',
    });
  });

  it('stands after the publication in the evidence, which bears it out, and in the history', async () => {
    const { visitors, ...office } = await publishedOffice();
    const visitor = visitors.get('helen-marsh');
    if (visitor === undefined) throw new Error('Nobody approved');
    office.clock.pass(1);
    await freeze(visitor);
    const file = await evidenceOf(office.facts);
    const order = file.facts.map(({ key }) => key.split('/')[2]);
    expect(order.lastIndexOf('published.json')).toBeLessThan(order.indexOf('not-me'));
    expect(flawsOf(verifyEvidence(file))).toEqual([]);
    const owner = await enterAs(office, 'owner');
    expect((await owner.get('', 'evidence')).body).toContain('Said after the publication');
    expect((await owner.get()).body).toContain(
      'Helen Marsh said that somebody else had acted in their name, after the release had gone out.',
    );
  });

  it('is a flaw of the evidence where nothing had been published', async () => {
    const office = await openOffice();
    await putFact(office.facts, keys.notMe(release, 'margaret-osei'), {
      by: 'margaret-osei',
      draft: 1,
      at: office.clock.now().toISOString(),
    });
    expect(flawsOf(verifyEvidence(await evidenceOf(office.facts))).map(({ what }) => what)).toEqual([
      'Somebody says that a publication was not theirs, and none was under way.',
    ]);
  });
});
