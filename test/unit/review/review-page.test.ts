import { describe, expect, it } from 'vitest';
import { newsTexts } from '../../../functions/domain/content-texts.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { Outcome } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { spansOf } from '../../../functions/domain/marks.ts';
import { referenceOf } from '../../../functions/domain/reference.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { draftOf, putDraft, recusing, release, secrets, unconfirmed } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs } from '../../support/visitor.ts';

const end = (office: Office, outcome: Outcome['outcome']) =>
  putFact(office.facts, keys.outcome(release, office.draft.draft), {
    outcome,
    draft: office.draft.draft,
    sha256: office.draft.sha256,
    at: '2002-06-06T12:00:00.000Z',
    by: 'hr~evt-2',
  });

const reviewPage = async (office: Office, approver = 'margaret-osei'): Promise<string> =>
  (await (await enterAs(office, approver)).get()).body ?? '';

describe('the review page', () => {
  it('shows the whole release, its fingerprint, its events and when decisions are due', async () => {
    const office = await openOffice();
    const page = await reviewPage(office);
    const { content } = office.draft;
    const texts = [
      content.exhibitLabel,
      secrets.headline,
      ...content.subheads,
      ...newsTexts(content),
      'Forward-Looking Statements',
      ...content.sections.flatMap(({ lines }) => lines),
      '###',
      office.draft.sha256.slice(0, 12),
      referenceOf(office.draft),
      'June 7, 2002, 6:00 AM EDT',
      'hr~evt-1</span>, received June 6, 2002, 5:00 AM EDT',
    ];
    for (const text of texts) expect(page).toContain(text);
    expect(page).toContain('The text lacks no fact');
  });

  it('says who is asked, who has decided what and why, and who is not asked and why', async () => {
    const office = await openOffice({ draft: draftOf(recusing('W. Barry Gilbert')) });
    await (await enterAs(office, 'margaret-osei')).decide('approve');
    const visitor = await enterAs(office, 'daniel-frost');
    await (await enterAs(office, 'helen-marsh')).decide('request-changes', { reason: 'A reason\nin lines' });
    const page = (await visitor.get()).body ?? '';
    const told = page.replace(/\s+/g, ' ');
    expect(told).toContain('Legal: 1 of 1 needed');
    expect(told).toContain('Board: 0 of 2 needed');
    expect(told).toContain(
      '<strong>Margaret Osei</strong>, General Counsel</p> <p class="state"> Approved on June 6',
    );
    expect(told).toContain(
      '<strong>Daniel Frost</strong> (you), Outside Counsel</p> <p class="state"> Did not decide',
    );
    expect(told).toContain(
      '<strong>Helen Marsh</strong>, Director</p> <p class="state"> Asked for changes on June 6',
    );
    expect(page).toContain('A reason\nin lines');
    expect(told).toContain('Not asked: The release is about this person.');
  });

  it('marks what is to be confirmed where it stands in the text, and lists it', async () => {
    const { content } = draftOf();
    const blocks = [
      'It was [TO BE CONFIRMED: title of the officer] <A> who left on [TO BE CONFIRMED: date].',
    ];
    const sections = [{ name: 'news' as const, blocks, lines: [] }];
    const office = await openOffice({
      draft: draftOf({ ...unconfirmed, content: { ...content, sections } }),
    });
    const page = await reviewPage(office);
    expect(page).toContain(
      'It was <mark class="missing">[TO BE CONFIRMED: title of the officer]</mark> &lt;A&gt; who left on <mark class="missing">[TO BE CONFIRMED: date]</mark>.',
    );
    expect(page).toContain(
      '<strong>title of the officer</strong>: for the departure of an officer, event <span class="id">hr~evt-1</span>',
    );
  });

  it('shows each date with what it is of, where it comes from, and whether it is clear', async () => {
    const date = { kind: 'officer-departure', person: 'Ann Lee', source: 'hr' } as const;
    const dates: Draft['dates'] = [
      { ...date, which: 'decided', value: '05/06/2026', unclear: true, events: ['hr~evt-1'] },
      {
        ...date,
        which: 'effective',
        value: 'June 30, 2026',
        unclear: false,
        source: 'end of contract',
        events: ['hr~evt-1'],
      },
    ];
    const page = await reviewPage(await openOffice({ draft: draftOf({ dates }) }));
    const rows = [...page.replace(/\s+/g, ' ').matchAll(/<tr> ?(.*?) ?<\/tr>/g)].map(([, row = '']) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    );
    expect(rows).toEqual([
      'Of what Which Date From',
      'the departure of an officer: Ann Lee Decided 05/06/2026 (unclear) hr hr~evt-1',
      'the departure of an officer: Ann Lee Takes effect June 30, 2026 end of contract hr~evt-1',
    ]);
    expect(page.match(/<th scope="(col|row)">/g)).toHaveLength(6);
    expect(page).toContain('<caption class="hidden">Dates and where they come from</caption>');
    expect(await reviewPage(await openOffice())).not.toContain('<table>');
  });

  it('shows which events say what, where several tell of one act', async () => {
    const facts = [{ fact: 'effective date', events: ['hr~evt-1', 'board~evt-2'] }];
    const evidence = [{ kind: 'officer-departure', person: 'Ann Lee', facts } as const];
    const page = await reviewPage(await openOffice({ draft: draftOf({ evidence: [...evidence] }) }));
    expect(page.replace(/\s+/g, ' ')).toContain(
      'effective date: <span class="id">hr~evt-1</span> <span class="id">board~evt-2</span>',
    );
  });

  it('shows errors before warnings, with the line they are on', async () => {
    const checks = [
      { id: 'b', severity: 'warning', message: 'Only a warning.' },
      { id: 'a', severity: 'error', message: 'A real error.', line: 12 },
    ] as const;
    const page = await reviewPage(await openOffice({ draft: draftOf({ checks: [...checks] }) }));
    expect(page).toContain('A real error. (line 12 of the text exhibit)');
    expect(page.indexOf('A real error.')).toBeLessThan(page.indexOf('Only a warning.'));
  });

  it.each<[Outcome['outcome'], string]>([
    ['approved', 'Draft 1 is approved'],
    ['changes-requested', 'Draft 1 has ended: changes were asked for'],
    ['superseded', 'Draft 1 is being replaced'],
    ['expired', 'Draft 1 has ended without enough decisions'],
    ['withdrawn', 'Draft 1 was withdrawn'],
  ])('of a draft that is %s says so, and has no form', async (outcome, words) => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await end(office, outcome);
    const page = (await visitor.get()).body ?? '';
    expect(page).toContain(words);
    expect(page).toContain('You made no decision on this draft.');
    expect(page).not.toContain('<form');
  });

  it('of a draft that was replaced names the one that took its place', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await end(office, 'superseded');
    await putDraft(office.facts, draftOf({ draft: 2, events: ['hr~evt-1', 'hr~evt-2'] }));
    expect((await visitor.get()).body).toContain('Draft 1 was replaced by draft 2');
  });

  it('of an approved draft says when it has been published', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await end(office, 'approved');
    expect((await visitor.get()).body).toContain('The release is now being published.');
    expect((await visitor.get()).body).toContain('IEC Electronics Corp. &middot; not public');
    const { sha256 } = office.draft;
    const publishedAt = '2002-06-06T14:00:00.000Z';
    const manifest = { release, draft: 1, sha256, publishedAt, files: [], approvals: [] };
    await office.facts.put(keys.published(release), JSON.stringify(manifest));
    const { body } = await visitor.get();
    expect(body).toContain('The release has been published.');
    expect(body).toContain('&middot; published on June 6, 2002, 10:00 AM EDT');
    expect(body).not.toContain('not public');
  });

  it('of a second draft bears the reference of the first', async () => {
    const office = await openOffice();
    await end(office, 'superseded');
    await putDraft(office.facts, draftOf({ draft: 2, createdAt: '2002-06-06T11:00:00.000Z' }));
    const path = await office.invite('margaret-osei', 2);
    expect(path).toMatch(/^\/r\//);
    const reference = referenceOf(office.draft);
    expect(office.mails.at(-1)?.text).toContain(`Draft 2 awaits your decision.`);
    expect(office.mails.at(-1)?.text).toContain(reference);
  });
});

describe('a text with marks', () => {
  it.each([
    ['no mark', [['no mark', false]]],
    [
      '[TO BE CONFIRMED: a][TO BE CONFIRMED: b]',
      [
        ['[TO BE CONFIRMED: a]', true],
        ['[TO BE CONFIRMED: b]', true],
      ],
    ],
    ['a [TO BE CONFIRMED: b', [['a [TO BE CONFIRMED: b', false]]],
  ])('splits so that nothing is lost: %s', (text, expected) => {
    const spans = spansOf(text);
    expect(spans.map((span) => [span['text'], span['missing']])).toEqual(expected);
    expect(spans.map((span) => span['text']).join('')).toBe(text);
  });
});
