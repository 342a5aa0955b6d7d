import { describe, expect, it } from 'vitest';
import { ownerReader } from '../../../functions/domain/company.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { makeWork } from '../../../functions/publish/handler.ts';
import { draftOf, putDraft, putEvent, release, secrets, unconfirmed } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, type Visitor } from '../../support/visitor.ts';

const told = async (visitor: Visitor, page?: string): Promise<string> =>
  ((await visitor.get('', page)).body ?? '').replaceAll(/\s+/g, ' ');

const statusOf = async (office: Office): Promise<string> => told(await enterAs(office, ownerReader));

/** What has happened, line by line, without the times. */
const history = (page: string): string[] =>
  [...page.matchAll(/<li><time datetime="([^"]+)">[^<]*<\/time>(.*?)<\/li>/g)].map(([, , line = '']) =>
    line
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

const asked = async (): Promise<Office> => {
  const office = await openOffice();
  await settleDraft(office.ports, release, 1);
  await office.deliver();
  return office;
};

describe('the status of a release', () => {
  it('is what the link of the owner opens, and that of no approver', async () => {
    const office = await asked();
    expect(await statusOf(office)).toContain('<h1>Status of a release</h1>');
    const approver = await enterAs(office, 'margaret-osei');
    for (const page of ['status', 'draft', 'evidence', 'evidence.json']) {
      const { statusCode, body } = await approver.get('', page);
      expect(statusCode).toBe(403);
      expect(body).toContain('This page is for the owner of the release');
    }
  });

  it('says, and so does the draft, when the day that the release bears has passed while it waited', async () => {
    const office = await asked();
    const overNow = async (): Promise<boolean[]> =>
      [await statusOf(office), await told(await enterAs(office, 'margaret-osei'))].map((page) =>
        page.toLowerCase().includes('that day is over'),
      );
    office.clock.pass(11 * 60);
    expect(await overNow()).toEqual([false, false]);
    office.clock.pass(60 * 6);
    expect(await overNow()).toEqual([true, true]);
  });

  it('does not say that it cannot pass where only the filing is late', async () => {
    const items: Draft['disclosure']['items'] = [
      {
        item: '5.02(b)',
        event: 'hr~evt-1',
        certain: true,
        why: 'x',
        missing: [],
        day: '2002-05-20',
        due: { day: '2002-05-24', by: '2002-05-24T21:30:00.000Z' },
        notes: [],
      },
    ];
    const office = await openOffice({ draft: draftOf({ disclosure: { items, exchanges: [] } }) });
    await settleDraft(office.ports, release, 1);
    await office.deliver();
    const page = await statusOf(office);
    expect(page).toContain('It can still be approved, but not before the first filing is due.');
    expect(page).not.toContain('cannot pass');
    expect(page.match(/first filing was due/g)).toHaveLength(1);
  });

  it('says who is awaited, since when, and who has not opened the draft', async () => {
    const office = await asked();
    office.clock.pass(30);
    await (await enterAs(office, 'helen-marsh')).get();
    await (await enterAs(office, 'margaret-osei')).decide('approve');
    const page = await statusOf(office);
    const awaited = page.slice(page.indexOf('id="awaited"'), page.indexOf('id="who"'));
    expect(awaited).toContain(
      '<strong>Helen Marsh</strong>, Director</p> <p class="state">Asked on June 6, 2002, 8:00 AM EDT. First read the draft on June 6, 2002, 8:30 AM EDT.',
    );
    expect(awaited).toContain(
      '<strong>Robert Ines</strong>, Director</p> <p class="state">Asked on June 6, 2002, 8:00 AM EDT. Has not opened the draft.',
    );
    expect(awaited).not.toContain('Margaret Osei');
  });

  it('says whom mail does not reach, and whether the draft can still pass', async () => {
    const office = await asked();
    expect(await statusOf(office)).toContain('It can still pass by June 7, 2002, 6:00 AM EDT.');
    for (const id of ['helen-marsh', 'robert-ines'])
      await putFact(office.facts, keys.mailFate(release, mailIds.of('ask', 1, id), 'bounced'), {
        at: '2002-06-06T12:01:00.000Z',
      });
    const page = await statusOf(office);
    expect(page).toContain('It may not pass by June 7, 2002');
    expect(page).toContain('Board: mail does not reach Helen Marsh: it came back.');
    expect(page).toContain('The mail came back. Reach them in another way.');
    expect(history(page)).toContain('A mail about draft 1 to Helen Marsh came back.');
  });

  it('says what is due, and how long that is from when the page was made', async () => {
    const item = { item: '5.02(b)', event: 'hr~evt-1', certain: true, why: '', missing: [], notes: [] };
    const due = { day: '2002-06-12', by: '2002-06-12T21:30:00.000Z' };
    const draft = draftOf({ disclosure: { items: [{ ...item, item: '5.02(b)', due }], exchanges: [] } });
    const page = await statusOf(await openOffice({ draft }));
    expect(page).toContain(
      '<dt>Decisions</dt><dd>June 7, 2002, 6:00 AM EDT <span class="hint">in 22 hours</span>',
    );
    expect(page).toContain(
      '<dt>First filing</dt><dd>June 12, 2002, 5:30 PM EDT <span class="hint">in 6 days</span>',
    );
    expect(page).toContain('<dt>Draft expires</dt>');
  });

  it('tells what has happened, from the publication back to the first event', async () => {
    const office = await asked();
    const first = await enterAs(office, 'margaret-osei');
    await first.get();
    office.clock.pass(1);
    await first.decide('approve');
    office.clock.pass(1);
    await first.post({ ...hiddenFields(await first.get(), 'take-back') });
    office.clock.pass(1);
    await first.decide('approve');
    for (const id of ['helen-marsh', 'robert-ines']) {
      const visitor = await enterAs(office, id);
      office.clock.pass(1);
      await visitor.decide('approve');
    }
    office.clock.pass(1);
    await makeWork({ ledger: office.facts, now: office.ports.now, log: () => {} })(keys.outcome(release, 1));
    const page = await statusOf(office);
    expect(page).toContain('Draft 1 was published on June 6, 2002');
    expect(page).not.toContain('not public');
    expect(page).not.toContain('edit the wording');
    expect(history(page).filter((line) => !line.includes('was asked') && !line.includes('new link'))).toEqual(
      [
        'Event hr~evt-1 was received.',
        'Draft 1 was made, with hr~evt-1.',
        'Margaret Osei was first shown draft 1.',
        'Margaret Osei approved draft 1.',
        'Margaret Osei took their decision on draft 1 back.',
        'Margaret Osei approved draft 1.',
        'Helen Marsh was first shown draft 1.',
        'Helen Marsh approved draft 1.',
        'Robert Ines was first shown draft 1.',
        'Robert Ines approved draft 1.',
        'Draft 1 was approved.',
        'Draft 1 was published.',
      ].toReversed(),
    );
  });

  it('tells of each draft which events it has taken in, and links to the newest', async () => {
    const office = await openOffice();
    const owner = await enterAs(office, ownerReader);
    await putEvent(office.facts, 'hr~evt-2');
    expect(await told(owner)).toContain('A newer draft is on its way');
    await putDraft(office.facts, draftOf({ draft: 2, events: ['hr~evt-1', 'hr~evt-2'] }));
    const page = await told(owner);
    expect(history(page)).toContain('Draft 2 was made, with hr~evt-2.');
    expect(page).toContain(`<a href="${owner.path}/draft">Read draft 2</a>`);
    expect(page).toContain(`<a href="${owner.path}/edit">`);
    expect(await told(owner, 'draft')).toContain('<h1>Draft 2 of a release</h1>');
  });

  it('says that a draft cannot be approved, and what stands against it', async () => {
    const page = await statusOf(await openOffice({ draft: draftOf(unconfirmed) }));
    expect(page).toContain('Draft 1 cannot be approved');
    expect(page).toContain('1 error in the draft must be put right:');
  });

  it('names the release only to whoever has typed the code', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, ownerReader);
    expect(await told(visitor)).toContain(secrets.headline);
    visitor.cookie = undefined;
    expect(await told(visitor)).not.toContain(secrets.name);
  });
});
