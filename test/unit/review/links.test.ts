import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { mintLink } from '../../../functions/notify/mint.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { company, draftOf, putDraft, release, secrets } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, Visitor } from '../../support/visitor.ts';

const linkMails = (office: Office): string[] =>
  [...office.facts.facts.keys()].filter((key) => /\/mail\/link-.*\.mail\.json$/.test(key));

const thaw = (office: Office) =>
  stepGate(office.facts, release, { gate: 'thawed', by: 'ops', at: office.clock.now().toISOString() });

const end = (office: Office, outcome: 'approved' | 'superseded') =>
  putFact(office.facts, keys.outcome(release, 1), {
    outcome,
    draft: 1,
    sha256: office.draft.sha256,
    at: office.clock.now().toISOString(),
    by: 'helen-marsh',
  });

let office: Office;
let visitor: Visitor;
beforeEach(async () => {
  office = await openOffice();
  visitor = new Visitor(office, await office.invite('margaret-osei'));
});

const expire = (): void => office.clock.pass(30 * 24 * 60);

describe('a link that has expired', () => {
  it('works until then, and says afterwards until when it did', async () => {
    office.clock.pass(30 * 24 * 60 - 1);
    expect((await visitor.get()).statusCode).toBe(200);
    office.clock.pass(1);
    const answer = await visitor.get();
    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain('until July 6, 2002, 8:00 AM EDT.');
  });

  it('tells nothing of the draft, of its company or of whom it is for', async () => {
    expire();
    const { body } = await visitor.get();
    for (const secret of [secrets.name, secrets.slug, 'IEC', 'Osei', '@'])
      expect(body?.split('</style>')[1]).not.toContain(secret);
  });

  it.each(['not-me', 'changes', 'draft', 'status'])('says so on the page %s too', async (page) => {
    expire();
    expect((await visitor.get('', page)).body).toContain('This link opens nothing any more');
  });

  it('asks for no code and takes none', async () => {
    expire();
    for (const action of ['send-code', 'enter-code']) {
      const answer = await visitor.post({ action, code: '123456' });
      expect(answer.statusCode).toBe(410);
      expect(answer.body).toContain('Mail me a new link');
    }
    await office.deliver();
    expect(office.mails).toHaveLength(1);
  });

  it('gives back what was written on a page that it had opened', async () => {
    await visitor.enter();
    expire();
    const reason = 'The title of the officer is wrong.';
    const answer = await visitor.post({ action: 'decide', decision: 'request-changes', reason });
    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain(reason);
  });
});

describe('a new link', () => {
  beforeEach(expire);

  it('is asked for by one form, and goes to the address in the profile and to no other', async () => {
    const answer = await visitor.post({ action: 'new-link', email: 'somebody@elsewhere.example' });
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${visitor.path}?asked` } });
    expect((await visitor.get('asked')).body).toContain('Look into your mail');
    await office.deliver();
    expect(office.mails.at(-1)?.to.email).toBe('m.osei@iec-electronics.example');
    expect(linkMails(office)).toEqual([`releases/${release}/mail/link-0001-margaret-osei-1.mail.json`]);
  });

  it('opens the newest draft', async () => {
    await putDraft(office.facts, draftOf({ draft: 2 }));
    await visitor.post({ action: 'new-link' });
    expect(linkMails(office)).toEqual([`releases/${release}/mail/link-0002-margaret-osei-1.mail.json`]);
  });

  it('is mailed three times in any hour, and asking more often is answered the same', async () => {
    const answers = [];
    for (let count = 0; count < 5; count += 1) answers.push(await visitor.post({ action: 'new-link' }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(linkMails(office)).toHaveLength(3);
    office.clock.pass(60);
    await visitor.post({ action: 'new-link' });
    expect(linkMails(office)).toHaveLength(4);
  });

  it('is limited to three however many ask at the same moment', async () => {
    await Promise.all(Array.from({ length: 8 }, () => visitor.post({ action: 'new-link' })));
    expect(linkMails(office)).toHaveLength(3);
  });

  it('leaves the codes that may be asked for as they are', async () => {
    for (let count = 0; count < 3; count += 1) await visitor.post({ action: 'new-link' });
    expect(await enterAs(office, 'margaret-osei')).toBeDefined();
  });
});

describe('a link to a draft that has a newer one', () => {
  beforeEach(async () => {
    await end(office, 'superseded');
    await putDraft(office.facts, draftOf({ draft: 2 }));
  });

  it('says so and offers a link to the newest, before any code', async () => {
    const answer = await visitor.get();
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Draft 2 has taken the place of this one');
    await visitor.post({ action: 'new-link' });
    expect(linkMails(office)).toHaveLength(1);
  });

  it('still opens its own draft, with a code', async () => {
    await visitor.enter();
    expect((await visitor.get()).body).toContain(secrets.headline);
  });

  it('of the owner opens where the release stands, which no draft makes old', async () => {
    const owner = new Visitor(office, await office.invite('owner'));
    const { body } = await owner.get();
    expect(body).toContain('<h1>The status of a release</h1>');
    expect(body).not.toContain('draft of a release awaits');
  });
});

describe('a link to a draft that has ended', () => {
  it('says so, and still opens the draft', async () => {
    await end(office, 'approved');
    expect((await visitor.get()).body).toContain('This draft is closed');
    await visitor.enter();
    expect((await visitor.get()).body).toContain(secrets.headline);
  });
});

describe('a link to a release that was frozen', () => {
  const freeze = () => freezeRelease(office.ports, release, 'daniel-frost');

  it('opens nothing, nor does a session that it opened before, and no new link can be had', async () => {
    await visitor.enter();
    await freeze();
    for (const page of [undefined, 'not-me', 'changes']) {
      const answer = await visitor.get('', page);
      expect(answer.statusCode).toBe(410);
      expect(answer.body).toContain('This release is frozen');
    }
    expect((await visitor.get('asked')).body).toContain('This release is frozen');
    expect((await visitor.post({ action: 'new-link' })).statusCode).toBe(410);
    expect((await visitor.post({ action: 'decide' })).statusCode).toBe(410);
    expect(linkMails(office)).toEqual([]);
  });

  it('opens nothing after it goes on either, says why, and a new link can be had', async () => {
    await visitor.enter();
    await freeze();
    office.clock.pass(60);
    await thaw(office);
    const answer = await visitor.get();
    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain('The release was frozen on June 6, 2002, 8:00 AM EDT,');
    expect((await visitor.post({ action: 'new-link' })).statusCode).toBe(303);
    expect(linkMails(office)).toHaveLength(1);
  });

  it('opens nothing where it was on its way while the release was frozen, neither then nor later', async () => {
    await freeze();
    office.clock.pass(1);
    const of = { release, draft: 1, approver: 'margaret-osei', stepUp: 'code' } as const;
    const late = new Visitor(office, new URL(await mintLink(office.ports, of)).pathname);
    expect((await late.get()).statusCode).toBe(410);
    office.clock.pass(60);
    await thaw(office);
    expect((await late.get()).statusCode).toBe(410);
  });

  it('opens nothing after a thaw that a slow clock put before the freeze, and nor does its session', async () => {
    await visitor.enter();
    office.clock.pass(5);
    await freeze();
    office.clock.pass(5);
    const at = new Date(office.clock.now().getTime() - 15 * 60_000).toISOString();
    await stepGate(office.facts, release, { gate: 'thawed', by: 'operations', at });
    office.clock.pass(1);
    const answer = await visitor.get();
    expect([answer.statusCode, answer.body?.includes(secrets.headline)]).toEqual([410, false]);
  });

  it('opens the draft where it was mailed after the release was thawed, until it is frozen again', async () => {
    await freeze();
    office.clock.pass(60);
    await thaw(office);
    office.clock.pass(1);
    await putDraft(office.facts, draftOf({ draft: 2 }));
    const later = new Visitor(office, await office.invite('margaret-osei', 2));
    await later.enter();
    expect((await later.get()).body).toContain(secrets.headline);
    await freezeRelease(office.ports, release, 'helen-marsh');
    expect((await later.get()).body).toContain('This release is frozen');
  });
});

describe('a link whose mail said that a code is needed', () => {
  it('needs it still where the company asks for none any more', async () => {
    const relaxed = { ...company, policy: { ...company.policy, stepUp: 'link' } } as const;
    const companies = new Map([[company.id, relaxed]]);
    const later = new Visitor(office, visitor.path, { ...office.ports, companies });
    expect((await later.get()).body).toContain('Mail me a code');
    expect((await later.post({ action: 'open' })).statusCode).toBe(400);
  });
});
