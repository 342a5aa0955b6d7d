import { beforeEach, describe, expect, it } from 'vitest';
import { mintLink } from '../../../functions/notify/mint.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { Visitor } from '../../support/visitor.ts';

let office: Office;
let owner: Visitor;
beforeEach(async () => {
  office = await openOffice();
  await freezeRelease(office.ports, release, 'helen-marsh');
  office.clock.pass(1);
  await office.deliver();
  const link = office.mails.find(({ text }) => text.includes('/r/'))?.text.match(/https:\S+/)?.[0] ?? '';
  owner = new Visitor(office, new URL(link).pathname);
});

const thaw = () =>
  stepGate(office.facts, release, { gate: 'thawed', by: 'ops', at: office.clock.now().toISOString() });

describe('the link in the mail to the owner that a release is frozen', () => {
  it('shows nothing before a code, and then the status, with who said so, and the evidence', async () => {
    expect((await owner.get()).body).not.toContain('Helen Marsh');
    await owner.enter();
    const { body } = await owner.get();
    expect(body).toContain('Helen Marsh said that another person had acted in their name.');
    expect(body).toContain(`${owner.path}/evidence`);
    for (const page of ['edit', 'draft', 'not-me']) expect(body).not.toContain(`${owner.path}/${page}"`);
    expect((await owner.get('', 'evidence')).statusCode).toBe(200);
    expect((await owner.get('', 'evidence.json')).statusCode).toBe(200);
  });

  it('opens no other page and does nothing', async () => {
    await owner.enter();
    for (const page of ['draft', 'edit', 'changes', 'not-me', 'filing', 'exhibit99-1.txt'])
      expect((await owner.get('', page)).body).toContain('This release is frozen');
    const before = office.facts.facts.size;
    for (const [page, action] of [
      ['', 'decide'],
      ['', 'take-back'],
      ['edit', 'edit'],
      ['edit', 'renew'],
      ['not-me', 'freeze'],
    ] as const)
      expect((await owner.postRaw({ action }, {}, page)).statusCode).toBeGreaterThanOrEqual(400);
    const added = [...office.facts.facts.keys()].slice(before).filter((key) => !key.includes('/visits/'));
    expect(added).toEqual([]);
  });

  it('is none where the owner froze it, as somebody else may read their mail', async () => {
    office = await openOffice();
    await freezeRelease(office.ports, release, 'owner');
    office.clock.pass(1);
    const of = { release, draft: 1, approver: 'owner', stepUp: 'code', whileFrozen: true } as const;
    const minted = new Visitor(office, new URL(await mintLink(office.ports, of)).pathname);
    expect((await minted.get()).statusCode).toBe(410);
    await minted.post({ action: 'new-link' });
    expect([...office.facts.facts.keys()].filter((key) => key.includes('/mail/link-'))).toEqual([]);
  });

  it('is mailed anew where it has expired, or is asked for by it, and works as it did', async () => {
    office.clock.pass(30 * 24 * 60);
    expect((await owner.get()).body).toContain('Mail me a new link');
    expect((await owner.post({ action: 'new-link' })).statusCode).toBe(303);
    office.clock.pass(1);
    await office.deliver();
    const link = office.mails.at(-1)?.text.match(/https:\S+/)?.[0] ?? '';
    expect(office.mails.at(-1)?.text).toContain('A fresh link');
    const again = new Visitor(office, new URL(link).pathname);
    expect(again.path).not.toBe(owner.path);
    await again.enter();
    expect((await again.get()).body).toContain(
      'Helen Marsh said that another person had acted in their name.',
    );
    expect((await again.get('', 'draft')).body).toContain('This release is frozen');
  });

  it('is void once the release goes on, though minted in the very second of the thaw', async () => {
    const of = { release, draft: 1, approver: 'owner', stepUp: 'code', whileFrozen: true } as const;
    const minted = new Visitor(office, new URL(await mintLink(office.ports, of)).pathname);
    const second = new Date(office.clock.now().getTime() - 500).toISOString();
    await stepGate(office.facts, release, { gate: 'thawed', by: 'operations', at: second });
    expect((await minted.get()).statusCode).toBe(410);
  });

  it('is void once the release goes on, and so is the session that it opened', async () => {
    await owner.enter();
    office.clock.pass(1);
    await thaw();
    const answer = await owner.get();
    expect([answer.statusCode, answer.body?.includes('opens nothing any more')]).toEqual([410, true]);
  });
});
