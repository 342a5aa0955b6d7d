import { actKind } from '../../functions/domain/acts.ts';
import type { Company } from '../../functions/domain/company.ts';
import type { UnsealedDraft } from '../../functions/domain/draft.ts';
import { outcomes } from '../../functions/domain/facts.ts';
import { keys, mailFates } from '../../functions/domain/keys.ts';
import { mailIds } from '../../functions/domain/mail-ids.ts';
import { applyPolicy } from '../../functions/domain/policy.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { showReview } from '../../functions/review/show.ts';
import { takeBack } from '../../functions/review/take-back.ts';
import { company, draftOf, open, putDraft, putEvent, recusing, release, unconfirmed } from './draft.ts';
import { type Office, openOffice } from './office.ts';
import { arrive, enterAsOwner, look, remember } from './pages.ts';
import { enterAs } from './visitor.ts';

/** A draft with something in every part of its page. */
export const fullDraft: Partial<UnsealedDraft> = {
  ...unconfirmed,
  ...recusing('W. Barry Gilbert'),
  missing: actKind.options.map((kind) => ({ event: 'hr~evt-1', kind, act: 0, fact: `fact of ${kind}` })),
  checks: [
    { id: 'a', severity: 'error', message: 'An error.', line: 3 },
    { id: 'b', severity: 'warning', message: 'A warning.', line: 4 },
  ],
  dates: (['decided', 'noticed', 'effective'] as const).map((which) => ({
    kind: 'officer-departure',
    person: 'Ann Lee',
    which,
    value: '05/06/2026',
    unclear: which === 'decided',
    events: ['hr~evt-1', 'board~evt-2'],
    source: 'hr',
  })),
  unused: [
    {
      event: 'hr~evt-1',
      kind: 'officer-departure',
      fact: 'consulting.until',
      value: '2003-03-31',
      reason: 'No sentence of the release prints it.',
    },
  ],
  disclosure: {
    items: [
      {
        item: '5.02(b)',
        event: 'hr~evt-1',
        certain: true,
        why: 'An officer leaves.',
        missing: [],
        due: { day: '2026-11-23', by: '2026-11-23T22:30:00.000Z' },
        notes: [{ rule: 'A rule', text: 'A note.' }],
      },
      {
        item: '7.01',
        event: 'hr~evt-1',
        certain: false,
        why: 'It may be furnished.',
        missing: ['a fact'],
        notes: [{ rule: 'A rule', text: 'A note.' }],
      },
    ],
    exchanges: [{ rule: 'Another rule', text: 'A duty.' }],
  },
  evidence: [
    {
      kind: 'officer-departure',
      person: 'Ann Lee',
      facts: [{ fact: 'effective date', events: ['hr~evt-1', 'board~evt-2'] }],
    },
  ],
};

/** A company whose legal group is asked before its board; Helen Marsh is required, and Robert Ines away. */
export const stagedCompany: Company = {
  ...company,
  approvers: company.approvers.map((approver) =>
    approver.id === 'robert-ines'
      ? { ...approver, delegate: 'daniel-frost', absences: [{ from: '2002-06-01', until: '2002-06-12' }] }
      : approver,
  ),
  policy: {
    ...company.policy,
    groups: company.policy.groups.map((group) =>
      group.id === 'board' ? { ...group, stage: 2, required: ['helen-marsh'] } : group,
    ),
  },
};

/** A draft under the policy of a company, as it stands on the day, with changes by these approvers. */
export const draftUnder = (
  profile: Company,
  changes: Partial<UnsealedDraft> = {},
  changedBy: readonly string[] = [],
): ReturnType<typeof draftOf> =>
  draftOf({
    ...applyPolicy(profile, { acts: [] }, { ...open, changedBy }),
    ...changes,
  });

const end = (office: Office, outcome: string) =>
  putFact(office.facts, keys.outcome(release, 1), {
    outcome,
    draft: 1,
    sha256: office.draft.sha256,
    at: '2002-06-06T12:00:00.000Z',
    by: 'helen-marsh',
  });

const openScenes = async (): Promise<void> => {
  const full = await openOffice({ draft: draftOf(fullDraft) });
  await look(full, await enterAs(full, 'margaret-osei'), 'review of what cannot be approved');
  await look(full, await enterAsOwner(full), 'status of what cannot be approved');

  const office = await openOffice();
  const reader = await enterAs(office, 'margaret-osei');
  await look(office, reader, 'review');
  const { visit, session } = await arrive(office, reader);
  const entered = { decision: 'request-changes', read: true, reason: 'Why', sections: ['headline'] } as const;
  await showReview(office.ports, remember('review with problems'), visit, session, 422, {
    refused: {
      entered: { ...entered, sections: [...entered.sections] },
      problems: ['decision-missing', 'section-unknown', 'reason-missing', 'read-missing', 'other-draft'],
    },
  });
  await reader.decide('approve');
  await look(office, reader, 'review after an approval');
  await takeBack(office.ports, visit);
  await look(office, reader, 'review after a decision was taken back');
  const critic = await enterAs(office, 'helen-marsh');
  await critic.decide('request-changes', { section: 'news-1' });
  await look(office, reader, 'review after the end');
  await look(office, critic, 'review after changes were asked for');
  await showReview(office.ports, remember('review after a lost race'), visit, session, 409, {
    tooLate: { reason: 'What I wrote' },
    stillStands: true,
  });
  await look(office, await enterAsOwner(office), 'status after the end');

  const short = await openOffice({ draft: draftUnder(company, {}, ['helen-marsh', 'robert-ines']) });
  short.clock.pass(60 * 24);
  await look(
    short,
    await enterAs(short, 'margaret-osei'),
    'review of an overdue draft that too few can approve',
  );
};

const stagedScenes = async (): Promise<void> => {
  const office = await openOffice({ company: stagedCompany, draft: draftUnder(stagedCompany) });
  await look(office, await enterAs(office, 'helen-marsh'), 'review before its turn');
  await look(office, await enterAs(office, 'daniel-frost'), 'review for a delegate');
  await look(office, await enterAs(office, 'robert-ines'), 'review for somebody away');
  await look(office, await enterAsOwner(office), 'status of a draft in stages');
  await look(office, await enterAsOwner(office), 'review for the owner', 'draft');
  const changed = draftUnder(stagedCompany, {}, ['margaret-osei']);
  const other = await openOffice({ company: stagedCompany, draft: changed });
  await look(other, await enterAs(other, 'margaret-osei'), 'review for who changed it');
};

const coolingScenes = async (): Promise<void> => {
  const office = await openOffice({ draft: draftOf({ coolingOffMinutes: 30 }) });
  const reader = await enterAs(office, 'margaret-osei');
  await reader.decide('approve');
  for (const id of ['helen-marsh', 'robert-ines']) await (await enterAs(office, id)).decide('approve');
  await look(office, reader, 'review while approvals can be taken back');
  await look(office, await enterAsOwner(office), 'status while approvals can be taken back');
  office.clock.pass(31);
  await look(office, reader, 'review when that is over');
};

const endedScenes = async (): Promise<void> => {
  for (const outcome of outcomes) {
    const office = await openOffice();
    const witness = await enterAs(office, 'helen-marsh');
    const owner = await enterAsOwner(office);
    await end(office, outcome);
    await look(office, witness, `review of a draft that is ${outcome}`);
    await look(office, owner, `status of a draft that is ${outcome}`);
  }
  const stale = await openOffice();
  const late = await enterAs(stale, 'helen-marsh');
  await putEvent(stale.facts, 'hr~evt-2');
  await look(stale, late, 'review before a newer draft');
  await look(stale, await enterAsOwner(stale), 'status before a newer draft');
};

/** A release to which nearly everything has happened. */
const storiedScenes = async (): Promise<void> => {
  const office = await openOffice({ company: stagedCompany, draft: draftUnder(stagedCompany) });
  const { facts, clock } = office;
  const reader = await enterAs(office, 'margaret-osei');
  await reader.get();
  await reader.decide('approve');
  await takeBack(office.ports, (await arrive(office, reader)).visit);
  await (await enterAs(office, 'daniel-frost')).decide('request-changes', { reason: 'The day is wrong.' });
  await putEvent(facts, 'hr~evt-2');
  const askedAt = clock.now().toISOString();
  for (const kind of ['delegated', 'reminder', 'link'] as const)
    await putFact(facts, keys.mail(release, mailIds.of(kind, 1, 'robert-ines')), {
      kind,
      draft: 1,
      approver: 'robert-ines',
      askedAt,
    });
  for (const kind of ['escalation', 'at-risk'] as const)
    for (const operations of [undefined, true])
      await putFact(facts, keys.mail(release, `${mailIds.of(kind, 1)}${operations ? '-operations' : ''}`), {
        kind,
        draft: 1,
        operations,
        askedAt,
      });
  for (const fate of mailFates)
    await putFact(facts, keys.mailFate(release, mailIds.of('reminder', 1, 'robert-ines'), fate), {
      at: askedAt,
    });
  clock.pass(1);
  const profile = draftUnder(stagedCompany, { draft: 2, events: ['hr~evt-1', 'hr~evt-2'] });
  await putDraft(facts, profile);
  await look(office, await enterAsOwner(office), 'status after much has happened');
  clock.pass(1);
  await freezeRelease(office.ports, release, 'margaret-osei');
  await putFact(facts, keys.gate(release, 2), { gate: 'thawed', by: 'operations', at: clock.now() });
  await putDraft(facts, draftUnder(stagedCompany, { draft: 3, events: ['hr~evt-1', 'hr~evt-2'] }));
  clock.pass(60 * 24 * 5);
  await look(office, await enterAsOwner(office), 'status after the release was frozen');
};

/** Makes every page that has a session, in every state that it can be in. */
export const makeScenes = async (): Promise<void> => {
  await openScenes();
  await stagedScenes();
  await coolingScenes();
  await endedScenes();
  await storiedScenes();
};
