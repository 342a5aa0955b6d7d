import { describe, expect, it } from 'vitest';
import { ownerReader } from '../../../functions/domain/company.ts';
import type { Decision } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { company, draftOf, release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { draftUnder, stagedCompany } from '../../support/page-scenes.ts';
import { enterAs, hiddenFields, type Visitor } from '../../support/visitor.ts';

const staged = (): Promise<Office> =>
  openOffice({ company: stagedCompany, draft: draftUnder(stagedCompany) });

const told = async (visitor: Visitor, page?: string): Promise<string> =>
  ((await visitor.get('', page)).body ?? '').replaceAll(/\s+/g, ' ');

const decisions = ({ facts }: Office): string[] =>
  [...facts.facts.keys()].filter((key) => key.includes('/decisions/'));

describe('the page of a draft whose groups are asked in stages', () => {
  it('tells an approver of a later stage whose turn it is, and offers no form', async () => {
    const page = await told(await enterAs(await staged(), 'helen-marsh'));
    expect(page).toContain('Your turn comes after Legal. You will get a mail then');
    expect(page).not.toContain('<form');
  });

  it('asks them once the earlier groups have enough', async () => {
    const office = await staged();
    const later = await enterAs(office, 'helen-marsh');
    await (await enterAs(office, 'margaret-osei')).decide('approve');
    expect(await told(later)).toContain('Record my decision');
    expect((await later.decide('approve')).statusCode).toBe(303);
  });

  it('does not take their decision when an earlier approval was taken back, and gives back what they wrote', async () => {
    const office = await staged();
    const first = await enterAs(office, 'margaret-osei');
    const later = await enterAs(office, 'helen-marsh');
    await first.decide('approve');
    const form = { action: 'decide', ...hiddenFields(await later.get()) };
    await first.post({ ...hiddenFields(await first.get(), 'take-back') });
    const reason = 'Say who takes over.';
    const answer = await later.post({ ...form, decision: 'request-changes', read: '1', reason });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Your decision was not recorded');
    expect(answer.body).toContain(reason);
    expect(decisions(office)).toEqual([keys.decision(release, 1, 'margaret-osei')]);
  });

  it('marks who is required, who is not asked yet, and who is asked instead', async () => {
    const page = await told(await enterAs(await staged(), 'margaret-osei'));
    expect(page).toContain(
      '<strong>Helen Marsh</strong>, Director <span class="tag">required</span></p> <p class="state"> Not asked yet',
    );
    expect(page).toContain('Board: 0 of 2 needed</h3> <p class="hint">Asked after Legal.</p>');
    expect(page).toContain(
      '<strong>Robert Ines</strong>, Director</p> <p class="state"> Away until June 12, 2002. Daniel Frost will be asked instead',
    );
  });
});

describe('the page for who stands in for somebody', () => {
  it('says for whom and until when, and that both count once', async () => {
    const page = await told(await enterAs(await staged(), 'daniel-frost'));
    expect(page).toContain('You stand in for Robert Ines, who is away until June 12, 2002.');
    expect(page).toContain('both together count once');
  });

  it('tells the one who is away who was asked, and what they decided', async () => {
    const office = await staged();
    await (await enterAs(office, 'daniel-frost')).decide('approve');
    const page = await told(await enterAs(office, 'robert-ines'));
    expect(page).toContain('You are away until June 12, 2002, so Daniel Frost was asked in your place.');
    expect(page).toContain('Daniel Frost is asked instead: approved on June 6, 2002');
  });
});

describe('the page for who does not decide', () => {
  it('tells who changed the draft that they do not approve it', async () => {
    const draft = draftUnder(company, {}, ['daniel-frost']);
    const office = await openOffice({
      draft,
      company: {
        ...company,
        approvers: company.approvers.map((a) => (a.id === 'daniel-frost' ? { ...a, editor: true } : a)),
      },
    });
    const visitor = await enterAs(office, 'daniel-frost');
    const page = await told(visitor);
    expect(page).toContain('You changed this draft, so you do not approve it. Others do.');
    expect(page).not.toContain('<form');
    expect(page).toContain(`${visitor.path}/edit`);
  });

  it('shows the draft to its owner without a form', async () => {
    const visitor = await enterAs(await openOffice(), ownerReader);
    const page = await told(visitor, 'draft');
    expect(page).toContain('You can read draft 1; you are not asked to decide on it.');
    expect(page).not.toContain('<form');
    expect(
      (await visitor.post({ action: 'decide', decision: 'approve', read: '1' }, {}, 'draft')).statusCode,
    ).toBe(400);
  });
});

describe('a decision that was carried over from an earlier draft', () => {
  it('is shown with the draft that it was made on, and can be taken back', async () => {
    const carried: Decision[] = [
      {
        decision: 'approve',
        approver: 'margaret-osei',
        draft: 1,
        sha256: 'a'.repeat(64),
        decidedAt: '2002-06-06T11:00:00.000Z',
      },
    ];
    const office = await openOffice({ draft: draftOf({ draft: 2, carried }) });
    await office.facts.put(keys.draft(release, 1), JSON.stringify(draftOf()));
    const page = await told(await enterAs(office, 'helen-marsh'));
    expect(page).toContain(
      'Approved draft 1 on June 6, 2002, 7:00 AM EDT; only the layout has changed since',
    );
  });
});
