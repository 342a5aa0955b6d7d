import { describe, expect, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { MailAsk, Sent } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import type { OutgoingMail } from '../../../functions/ports/mail.ts';
import { company, draftOf, putDraft, release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';

/** While everything in these tests goes on. */
const stoodIn = { begins: '2002-06-01T04:00:00.000Z', ends: '2002-06-11T04:00:00.000Z' };

const margaret = 'margaret-osei';
const askedAt = '2002-06-06T12:00:00.000Z';

const mailed = async (office: Office, draft: number, ask: Partial<MailAsk> = {}): Promise<OutgoingMail> => {
  const key = keys.mail(release, mailIds.of(ask.kind ?? 'ask', draft, margaret));
  await putFact(office.facts, key, { kind: 'ask', approver: margaret, draft, askedAt, ...ask });
  await office.notify(key);
  const mail = office.mails.at(-1);
  if (mail === undefined) throw new Error('No mail went out');
  return mail;
};

/** An office at work on the second draft of a release; the first is there too. */
const openSecond = async (): Promise<Office> => {
  const office = await openOffice({ draft: draftOf({ draft: 2 }) });
  await putDraft(office.facts, draftOf({ draft: 1 }));
  return office;
};

const recordAsk = (office: Office, sent: Sent): Promise<unknown> =>
  putFact(office.facts, keys.sent(release, mailIds.of('ask', 1, margaret)), sent);

const withPolicy = (policy: Partial<Company['policy']>): Company => ({
  ...company,
  policy: { ...company.policy, ...policy },
});

const filingDue = (by: string): Draft['disclosure'] => ({
  items: [
    {
      item: '5.02(b)',
      event: 'hr~evt-1',
      certain: true,
      why: '',
      missing: [],
      due: { day: '2002-06-12', by },
      notes: [],
    },
  ],
  exchanges: [],
});

describe('a mail that asks about a later draft', () => {
  const again = 'Draft 2 is changed: please read again.';

  it('says so to somebody who was shown the earlier one', async () => {
    const office = await openSecond();
    await putFact(office.facts, keys.seen(release, 1, margaret), {});
    const { text, html } = await mailed(office, 2);
    expect(text).toContain(again);
    expect(html).toContain('Draft 2 is changed: please read again</h1>');
  });

  it('does not tell somebody to read again who was mailed and never read the earlier one', async () => {
    const office = await openSecond();
    await recordAsk(office, { result: 'sent', messageId: 'm', at: askedAt });
    const { text } = await mailed(office, 2);
    expect(text).toContain('Draft 2 awaits your decision.');
    expect(text).toContain('It takes the place of an earlier draft.');
    expect(text).not.toContain('again.');
  });

  it('says that the release was stopped and goes on where a freeze ended the earlier one', async () => {
    const office = await openSecond();
    await putFact(office.facts, keys.seen(release, 1, margaret), {});
    const { sha256 } = office.draft;
    const end = { outcome: 'frozen', draft: 1, sha256, at: askedAt, by: 'daniel-frost' };
    await putFact(office.facts, keys.outcome(release, 1), end);
    const { text } = await mailed(office, 2);
    expect(text).toContain('The release was stopped, and goes on: draft 2 awaits your decision.');
    expect(text).not.toContain('is changed');
  });

  it.each<[string, (office: Office) => Promise<unknown>]>([
    ['nobody asked about the earlier one', async () => {}],
    [
      'the mail about the earlier one was not needed',
      (office) => recordAsk(office, { result: 'not-needed', reason: 'draft-ended', at: askedAt }),
    ],
  ])('says nothing of it to whom %s', async (_whom, before) => {
    const office = await openSecond();
    await before(office);
    expect((await mailed(office, 2)).text).toContain('Draft 2 awaits your decision.');
  });
});

describe('a mail that asks', () => {
  it('tells a delegate that they are one, and whom they stand in for by no name', async () => {
    const delegations = [{ approver: 'daniel-frost', delegate: margaret, until: '2002-06-10', ...stoodIn }];
    const office = await openOffice({ draft: draftOf({ delegations }) });
    const { text } = await mailed(office, 1);
    expect(text).toContain('You are asked as the delegate of somebody who is away.');
    expect(text).not.toContain('Frost');
  });

  it('says nothing of a code where a link alone opens a draft', async () => {
    const office = await openOffice({ company: withPolicy({ stepUp: 'link' }) });
    expect((await mailed(office, 1)).text).toContain('no code is asked for');
  });

  it.each([
    ['2002-06-12T21:30:00.000Z', 'The first filing that goes with the release is due by'],
    ['2002-06-06T11:00:00.000Z', 'The first filing that goes with the release was due by'],
  ])('says by when is filed what is certain to be: %s', async (by, words) => {
    const office = await openOffice({ draft: draftOf({ disclosure: filingDue(by) }) });
    expect((await mailed(office, 1)).text).toContain(words);
  });

  it('says nothing of a filing that may not apply', async () => {
    const { items } = filingDue('2002-06-12T21:30:00.000Z');
    const disclosure = { items: items.map((item) => ({ ...item, certain: false })), exchanges: [] };
    const office = await openOffice({ draft: draftOf({ disclosure }) });
    expect((await mailed(office, 1)).text).not.toContain('filing');
  });

  it('brings the deadline for the calendar where the company wants it, and else no file', async () => {
    const wanted = await openOffice({ company: withPolicy({ calendar: true }) });
    const { attachments, text } = await mailed(wanted, 1);
    expect(attachments?.map(({ name }) => name)).toEqual(['deadline.ics']);
    expect(text).toContain('calendar entry');
    const other = await mailed(await openOffice(), 1);
    expect(other.attachments).toEqual([]);
    expect(other.text).not.toContain('calendar');
  });

  it('brings no file with a reminder', async () => {
    const office = await openOffice({ company: withPolicy({ calendar: true }) });
    expect((await mailed(office, 1, { kind: 'reminder' })).attachments).toEqual([]);
  });

  it('tells the time on the clock of its reader first, then of the company, and Eastern', async () => {
    const approvers = company.approvers.map((approver) => ({ ...approver, timeZone: 'Europe/Berlin' }));
    const office = await openOffice({ company: { ...company, timeZone: 'America/Los_Angeles', approvers } });
    expect((await mailed(office, 1)).text).toContain(
      [
        '    June 7, 2002, 12:00 PM GMT+2',
        '    June 7, 2002, 3:00 AM PDT',
        '    June 7, 2002, 6:00 AM EDT\n',
      ].join('\n'),
    );
  });
});

describe('a mail to the owner', () => {
  it('has a link that opens the release for them, and that for whoever runs Gazette has none', async () => {
    const office = await openOffice();
    for (const [id, to] of [
      ['escalation-0001', {}],
      ['escalation-0001-operations', { operations: true }],
    ] as const) {
      await putFact(office.facts, keys.mail(release, id), { kind: 'escalation', draft: 1, askedAt, ...to });
      await office.notify(keys.mail(release, id));
    }
    expect(office.mails.map(({ text }) => text.includes('https:'))).toEqual([true, false]);
    const links = [...office.papers.papers].filter(([key]) => key.startsWith('links/'));
    expect(links.map(([, paper]) => JSON.parse(paper))).toMatchObject([
      { approver: 'owner', release, draft: 1 },
    ]);
  });
});
