import type { Draft } from '../../functions/domain/draft.ts';
import { sectionNames } from '../../functions/domain/house-styles.ts';
import { keys } from '../../functions/domain/keys.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { closings, readEditable } from '../../functions/review/edit/editable.ts';
import { editProblemCodes } from '../../functions/review/edit/problems.ts';
import { showClosed, showForm } from '../../functions/review/edit/show-edit.ts';
import { deskEvent } from './desk.ts';
import { draftOf, release } from './draft.ts';
import { openOffice } from './office.ts';
import { arrive, enterAsOwner, look, remember } from './pages.ts';

let acts = 0;

const lacking = (kind: Draft['missing'][number]['kind'], path: string | undefined, fact: string) => ({
  event: 'hr~evt-1',
  act: acts++,
  kind,
  fact,
  ...(path !== undefined && { path }),
});

/** A fact of every form in which one is typed. */
const missing: Draft['missing'] = [
  lacking('officer-departure', 'consulting.until', 'the day until which Ann Lee is available'),
  lacking('financing', 'amount', 'the amount of the financing'),
  lacking('financing', 'stage', 'whether the financing is planned, agreed or completed'),
  lacking('option-grant', 'total', 'how many awards are granted'),
  lacking('workforce-reduction', 'percent', 'the size of the workforce reduction'),
  lacking('board-size-change', 'to', 'the new size of the board'),
  lacking('stock-split', 'ratio', 'the ratio of the stock split'),
  lacking('voting-results', 'directors.0.elected', 'whether Ann Lee was elected'),
  lacking('voting-results', undefined, 'what the shareholders decided'),
  lacking('restructuring', 'measures', 'what the restructuring does'),
  lacking('name-change', 'to', 'the new name of the company'),
];

const by = { by: 'daniel-frost', at: '2002-06-06T11:00:00.000Z', event: 'desk~0001' };

/** A draft with every kind of edit, and every place that can be edited. */
export const editedDraft: Partial<Draft> = {
  missing,
  disclosure: {
    items: [
      {
        item: '5.02(c)',
        event: 'hr~evt-1',
        certain: true,
        why: 'An officer is appointed.',
        missing: ['the terms of employment'],
        notes: [],
      },
    ],
    exchanges: [],
  },
  edits: {
    places: [
      { place: 'headline', form: 'line', text: ['IEC Announces Changes'] },
      { place: 'subheads', form: 'lines', text: ['One', 'Two'] },
      { place: 'dateline', form: 'line', text: ['Newark, New York - June 6, 2002 -'] },
      ...sectionNames
        .filter((name) => name !== 'headline')
        .flatMap((name): Draft['edits']['places'] => [
          { place: `${name}.heading`, form: 'line', text: [`About ${name}`] },
          { place: `${name}.0`, form: 'paragraphs', text: ['One paragraph.'] },
          { place: `${name}.lines`, form: 'lines', text: ['Ann Lee', '(503) 555-0100'] },
        ]),
    ],
    wording: [
      { ...by, place: 'news.0', composed: ['One paragraph.'], text: ['One', 'Two'], stands: true },
      { ...by, place: 'headline', composed: ['IEC Announces Changes'], text: ['IEC Changes'], stands: false },
    ],
    facts: [
      {
        ...by,
        of: 'hr~evt-1',
        act: 99,
        kind: 'ticker-change',
        fact: 'the new ticker symbol',
        path: 'to',
        value: 'IECX',
        stands: true,
      },
      {
        ...by,
        of: 'hr~evt-1',
        act: 100,
        kind: 'trading-plan',
        fact: 'whether the trading plan was adopted, amended or terminated',
        path: 'change',
        value: 'adopted',
        stands: true,
      },
      {
        ...by,
        of: 'hr~evt-1',
        act: 101,
        kind: 'voting-results',
        fact: 'whether Paul Roe was elected',
        path: 'directors.1.elected',
        value: 'yes',
        stands: true,
      },
    ],
    day: { ...by, day: '2002-06-06', stands: true },
    notes: [{ by: by.by, at: by.at, event: by.event, note: 'Shorter.\nAnd clearer.' }],
  },
};

/** Makes the edit page in every state that it can be in. */
export const makeEditScenes = async (): Promise<void> => {
  const office = await openOffice({ draft: draftOf(editedDraft) });
  const owner = await enterAsOwner(office);
  await look(office, owner, 'edit', 'edit');
  await look(office, owner, 'review of an edited draft', 'draft');
  const { visit, session } = await arrive(office, owner, 'edit');
  const editable = await readEditable(office.facts, visit);
  for (const code of editProblemCodes)
    await showForm(office.ports, remember(`edit with ${code}`), visit, editable, session, {
      typed: new URLSearchParams({ 'fact-0': '2002-06-07', 'wording-headline': 'Mine', note: 'Why' }),
      problems: [
        { field: 'fact-0', code, detail: '4000' },
        { field: 'fact-7', code, detail: '4000' },
        { field: 'fact-2', code, detail: '4000' },
        { field: 'fact-9', code, detail: '4000' },
        { field: 'fact-11', code, detail: '4000' },
        { field: 'wording-headline', code, detail: '4000' },
        { field: 'announced', code, detail: '4000' },
        { field: 'note', code, detail: '4000' },
      ],
    });
  for (const closing of [...closings, 'newer'] as const)
    await showClosed(office.ports, remember(`edit when ${closing}`), visit, {
      closing,
      draft: office.draft,
      ...(closing === 'late' && { late: deskEvent(office.draft) }),
      written: [
        { words: 'A note' },
        { words: 'IECX', fact: 'the ticker' },
        { words: 'Mine', place: 'headline' },
        { words: '2002-06-07', day: true },
      ],
    });
  await showClosed(office.ports, remember('edit when nothing was written'), visit, {
    closing: 'waiting',
    draft: office.draft,
  });

  const early = await openOffice({
    draft: draftOf({
      ...editedDraft,
      checks: [{ id: 'day-to-come', severity: 'error', message: 'The release bears a day to come.' }],
      edits: {
        ...office.draft.edits,
        wording: [{ ...by, place: 'news.0', composed: ['One paragraph.'], text: [], stands: true }],
      },
    }),
  });
  await look(
    early,
    await enterAsOwner(early),
    'edit of a draft with an error and a paragraph left out',
    'edit',
  );

  const groups = office.draft.groups.map((group) => ({
    ...group,
    approvers: group.approvers.slice(0, 1),
    needed: 1,
  }));
  const deciding = await openOffice({ draft: draftOf({ ...editedDraft, groups }) });
  const member = await arrive(deciding, await enterAsOwner(deciding), 'edit');
  const [first = ''] = groups.flatMap(({ approvers }) => approvers);
  await showForm(
    deciding.ports,
    remember('edit by the only one who can decide'),
    { ...member.visit, approver: first },
    await readEditable(deciding.facts, member.visit),
    member.session,
  );

  const ended = await openOffice();
  const editor = await enterAsOwner(ended);
  await putFact(ended.facts, keys.decision(release, 1, 'helen-marsh'), {
    decision: 'request-changes',
    approver: 'helen-marsh',
    draft: 1,
    sha256: ended.draft.sha256,
    decidedAt: '2002-06-06T11:00:00.000Z',
    reason: 'The day is wrong.',
    sections: ['news-1', 'contact'],
  });
  await putFact(ended.facts, keys.outcome(release, 1), {
    outcome: 'expired',
    draft: 1,
    sha256: ended.draft.sha256,
    at: '2002-06-06T12:00:00.000Z',
    by: 'sweep',
  });
  await look(ended, editor, 'edit of a draft that has expired', 'edit');
};
