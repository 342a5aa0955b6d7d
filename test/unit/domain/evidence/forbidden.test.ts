import { describe, expect, it } from 'vitest';
import type { Draft, UnsealedDraft } from '../../../../functions/domain/draft.ts';
import type { EventFact } from '../../../../functions/domain/event.ts';
import { flawsOf, verifyEvidence } from '../../../../functions/domain/evidence/verify-evidence.ts';
import type { Decision, Outcome } from '../../../../functions/domain/facts.ts';
import { keys } from '../../../../functions/domain/keys.ts';
import { applyPolicy } from '../../../../functions/domain/policy.ts';
import { endFrozen, freezeRelease } from '../../../../functions/ports/freeze.ts';
import { stepGate } from '../../../../functions/ports/gate.ts';
import { putFact } from '../../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../../functions/ports/settle.ts';
import { readStanding } from '../../../../functions/ports/standing.ts';
import { company, draftOf, eventOf, putDraft, putEvent, recusing, release } from '../../../support/draft.ts';
import { enough, evidenceOf, publishFrom } from '../../../support/evidence.ts';
import { type Office, openOffice } from '../../../support/office.ts';
import { enterAs } from '../../../support/visitor.ts';

const wrongIn = async ({ facts }: Office): Promise<string[]> =>
  flawsOf(verifyEvidence(await evidenceOf(facts))).map(({ what }) => what);

const decisionOf = ({ clock }: Office, draft: Draft, approver: string): Decision => ({
  decision: 'approve',
  approver,
  draft: draft.draft,
  sha256: draft.sha256,
  decidedAt: clock.now().toISOString(),
});

const decide = (office: Office, draft: Draft, approver: string) =>
  putFact(office.facts, keys.decision(release, draft.draft, approver), decisionOf(office, draft, approver));

const endOf = (
  { clock }: Office,
  { draft, sha256 }: Draft,
  outcome: Outcome['outcome'],
  by: string,
): Outcome => ({ outcome, draft, sha256, at: clock.now().toISOString(), by, counted: [] });

/** Ends a draft as approved by these, whatever stands against it. */
const approveBy = async (office: Office, draft: Draft, counted: readonly string[]): Promise<void> => {
  const at = office.clock.now().toISOString();
  const by = counted.at(-1);
  await putFact(office.facts, keys.step(release, draft.draft, 1), {
    step: 'ended',
    draft: draft.draft,
    outcome: 'approved',
    by,
    counted: counted.map((approver) => ({ approver, round: 1 })),
    at,
  });
  await putFact(office.facts, keys.outcome(release, draft.draft), {
    outcome: 'approved',
    draft: draft.draft,
    sha256: draft.sha256,
    at,
    by,
    counted,
  });
};

const objectTo = (office: Office, draft: Draft, approver: string) =>
  putFact(office.facts, keys.decision(release, draft.draft, approver), {
    ...decisionOf(office, draft, approver),
    decision: 'request-changes',
    reason: 'The title is wrong.',
  });

const thaw = ({ facts, clock }: Office) =>
  stepGate(facts, release, { gate: 'thawed', by: 'operations', at: clock.now().toISOString() });

describe('evidence shows an approval over news', () => {
  const approvedAfter = async (minutes: number): Promise<string[]> => {
    const office = await openOffice();
    await putEvent(office.facts, 'hr~evt-2');
    office.clock.pass(minutes);
    for (const id of enough) await decide(office, office.draft, id);
    await approveBy(office, office.draft, enough);
    return wrongIn(office);
  };

  it('that had come before it', async () => {
    expect(await approvedAfter(2)).toEqual([
      `It had come before ${keys.draft(release, 1)} was approved, which does not have it.`,
    ]);
  });

  it('but not where it came while the approval was being written', async () => {
    expect(await approvedAfter(1)).toEqual([]);
  });
});

describe('evidence shows an approval over a request for changes', () => {
  const approvedAfter = async (minutes: number): Promise<string[]> => {
    const office = await openOffice();
    await objectTo(office, office.draft, 'daniel-frost');
    office.clock.pass(minutes);
    for (const id of enough) await decide(office, office.draft, id);
    await approveBy(office, office.draft, enough);
    return wrongIn(office);
  };

  it('that stood', async () => {
    expect(await approvedAfter(1)).toEqual(['A decision that stood against the outcome was not counted.']);
  });

  it('but not where it came while the approvals were being counted', async () => {
    expect(await approvedAfter(0.9)).toEqual([]);
  });

  it('but not where it was taken back', async () => {
    const office = await openOffice();
    await (await enterAs(office, 'daniel-frost')).decide('request-changes');
    const other = await openOffice({ draft: draftOf({ coolingOffMinutes: 5 }) });
    expect(await wrongIn(office)).toEqual([]);
    await objectTo(other, other.draft, 'daniel-frost');
    await putFact(other.facts, keys.step(release, 1, 1), {
      step: 'taken-back',
      draft: 1,
      approver: 'daniel-frost',
      round: 1,
      at: other.clock.now().toISOString(),
    });
    other.clock.pass(2);
    for (const id of enough) await decide(other, other.draft, id);
    other.clock.pass(5);
    await settleDraft(other.ports, release, 1);
    expect((await readStanding(other.facts, release, 1)).outcome?.outcome).toBe('approved');
    expect(await wrongIn(other)).toEqual([]);
  });
});

describe('evidence shows a fact that says another time than S3', () => {
  const late = 'S3 took it at another time.';

  it('such as a decision that was dated back, or the end that it brought about', async () => {
    const office = await openOffice();
    const then = new Date(office.clock.now().getTime() - 5 * 60_000 - 1).toISOString();
    await putFact(office.facts, keys.decision(release, 1, 'helen-marsh'), {
      ...decisionOf(office, office.draft, 'helen-marsh'),
      decidedAt: then,
    });
    await putFact(office.facts, keys.outcome(release, 1), {
      ...endOf(office, office.draft, 'superseded', 'hr~evt-1'),
      at: then,
    });
    expect(await wrongIn(office)).toEqual([late, late]);
  });

  it('but not the end of a draft that was frozen, and that sweep wrote down later', async () => {
    const office = await openOffice();
    const at = office.clock.now().toISOString();
    await stepGate(office.facts, release, { gate: 'frozen', by: 'owner', at });
    office.clock.pass(30);
    await endFrozen(office.ports, release, { by: 'owner', at });
    expect(await wrongIn(office)).toEqual([]);
  });
});

describe('evidence shows an end that nothing brought about', () => {
  const endedAs = async (outcome: Outcome['outcome'], by: string): Promise<string[]> => {
    const office = await openOffice();
    await putFact(office.facts, keys.outcome(release, 1), endOf(office, office.draft, outcome, by));
    return wrongIn(office);
  };

  it.each<[Outcome['outcome'], string, string]>([
    ['expired', 'sweep', 'The draft ended before its time was over.'],
    ['frozen', 'owner', 'The draft ended by a freeze, and there was none by whom it names.'],
    ['superseded', 'hr~evt-9', 'The event that ended the draft is missing.'],
    ['withdrawn', 'hr~evt-9', 'The event that ended the draft is missing.'],
  ])('as %s by %s', async (outcome, by, what) => {
    expect(await endedAs(outcome, by)).toEqual([what]);
  });

  it('but not one that its event, a freeze or the clock did', async () => {
    expect(await endedAs('superseded', 'hr~evt-1')).toEqual([]);
    const office = await openOffice();
    office.clock.pass(6000);
    expect((await settleDraft(office.ports, release, 1))?.outcome).toBe('expired');
    expect(await wrongIn(office)).toEqual([]);
  });
});

it('evidence shows a release that somebody else let go on than whoever runs Gazette', async () => {
  const office = await openOffice();
  await freezeRelease(office.ports, release, 'owner');
  const at = office.clock.now().toISOString();
  await stepGate(office.facts, release, { gate: 'thawed', by: 'helen-marsh', at });
  expect(await wrongIn(office)).toEqual(['The release was thawed by somebody who may not.']);
});

it('evidence shows a call to somebody who has no part in the draft, and none to who has', async () => {
  const askedFor = async (approver: string): Promise<string[]> => {
    const office = await openOffice();
    const askedAt = office.clock.now().toISOString();
    const mail = { kind: 'ask', draft: 1, approver, askedAt };
    await putFact(office.facts, keys.mail(release, `ask-0001-${approver}`), mail);
    return wrongIn(office);
  };
  expect(await askedFor('a-stranger')).toEqual(['Somebody was asked who has no part in the draft.']);
  expect(await askedFor('helen-marsh')).toEqual([]);
});

describe('evidence shows what was decided while the release was frozen', () => {
  const frozen = async (): Promise<Office> => {
    const office = await openOffice();
    office.clock.pass(1);
    await stepGate(office.facts, release, {
      gate: 'frozen',
      by: 'owner',
      at: office.clock.now().toISOString(),
    });
    return office;
  };

  it('as a decision', async () => {
    const office = await frozen();
    office.clock.pass(2);
    await decide(office, office.draft, 'helen-marsh');
    expect(await wrongIn(office)).toEqual(['It was made while the release was frozen.']);
  });

  it('as an approval, also where it was thawed and published since', async () => {
    const office = await frozen();
    office.clock.pass(2);
    for (const id of enough) await decide(office, office.draft, id);
    await approveBy(office, office.draft, enough);
    office.clock.pass(2);
    await thaw(office);
    await publishFrom(office);
    const wrong = await wrongIn(office);
    expect(wrong).toContain('The decisions were counted while the release was frozen.');
    expect(wrong).toContain('The draft ended by decisions while it was frozen.');
  });

  it('and decisions from before the thaw that were counted after it', async () => {
    const office = await openOffice();
    for (const id of enough) await decide(office, office.draft, id);
    office.clock.pass(2);
    await stepGate(office.facts, release, {
      gate: 'frozen',
      by: 'owner',
      at: office.clock.now().toISOString(),
    });
    office.clock.pass(2);
    await thaw(office);
    office.clock.pass(2);
    await approveBy(office, office.draft, enough);
    expect(await wrongIn(office)).toEqual([
      'A decision from before the release was thawed was counted.',
      'The draft is from before the release was thawed.',
    ]);
  });

  it('and a draft that was made meanwhile and decided on after the thaw', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'owner');
    office.clock.pass(30);
    const createdAt = office.clock.now().toISOString();
    const second = await putDraft(office.facts, draftOf({ draft: 2, createdAt }));
    office.clock.pass(30);
    await thaw(office);
    office.clock.pass(2);
    for (const id of enough) await decide(office, second, id);
    await approveBy(office, second, enough);
    expect(await wrongIn(office)).toEqual(['The draft is from before the release was thawed.']);
  });

  it('but not an approval from before the freeze that was let out', async () => {
    const office = await openOffice();
    for (const id of enough) await (await enterAs(office, id)).decide('approve');
    office.clock.pass(2);
    await freezeRelease(office.ports, release, 'helen-marsh');
    office.clock.pass(2);
    await thaw(office);
    await publishFrom(office);
    expect(await wrongIn(office)).toEqual([]);
  });
});

describe('evidence shows a decision out of turn', () => {
  const policy = {
    ...company.policy,
    groups: company.policy.groups.map((group) => (group.id === 'board' ? { ...group, stage: 2 } : group)),
  };
  const inStages = applyPolicy(
    { ...company, policy },
    { acts: [] },
    {
      now: new Date('2002-06-06T10:00:00Z'),
      expiresAt: '2002-06-10T10:00:00.000Z',
    },
  );

  it('by somebody of a later stage', async () => {
    const office = await openOffice({ draft: draftOf(inStages) });
    await decide(office, office.draft, 'helen-marsh');
    office.clock.pass(2);
    await decide(office, office.draft, 'margaret-osei');
    expect(await wrongIn(office)).toEqual(['It was made before the groups of an earlier stage were met.']);
  });

  it('but not where the earlier stage was met then and fell back since', async () => {
    const office = await openOffice({ draft: draftOf(inStages) });
    await decide(office, office.draft, 'margaret-osei');
    office.clock.pass(2);
    await decide(office, office.draft, 'helen-marsh');
    office.clock.pass(2);
    await putFact(office.facts, keys.step(release, 1, 1), {
      step: 'taken-back',
      draft: 1,
      approver: 'margaret-osei',
      round: 1,
      at: office.clock.now().toISOString(),
    });
    expect(await wrongIn(office)).toEqual([]);
    office.clock.pass(2);
    await decide(office, office.draft, 'robert-ines');
    expect(await wrongIn(office)).toEqual(['It was made before the groups of an earlier stage were met.']);
  });
});

/** An edit of a draft's headline by somebody. */
const editBy = (
  office: Office,
  draft: Draft,
  by: string,
  changes: Partial<EventFact['desk']> = {},
): EventFact => ({
  ...eventOf('desk~0001'),
  data: { company: company.id, replaces: [], retracts: [], acts: [] },
  time: office.clock.now().toISOString(),
  receivedAt: office.clock.now().toISOString(),
  desk: {
    by,
    draft: draft.draft,
    sha256: draft.sha256,
    seen: draft.events,
    facts: [],
    wording: [{ place: 'headline', replaces: '0'.repeat(64), text: ['Another headline'] }],
    givenUp: [],
    ...changes,
  },
});

/** A draft in which somebody's headline stands, put after the edit. */
const editedBy = async (
  by: string,
  given: Partial<UnsealedDraft> = {},
): Promise<{ office: Office; second: Draft }> => {
  const office = await openOffice({ draft: draftOf(given) });
  const edit = editBy(office, office.draft, by);
  await putFact(office.facts, keys.event(release, 'desk', '0001'), edit);
  const at = office.clock.now().toISOString();
  await putFact(office.facts, keys.outcome(release, 1), {
    outcome: 'superseded',
    draft: 1,
    sha256: office.draft.sha256,
    at,
    by: 'desk~0001',
  });
  const shown = { place: 'headline', event: 'desk~0001', by, at, composed: [], text: ['x'], stands: true };
  const edits = { ...office.draft.edits, wording: [shown] };
  const second = draftOf({ ...given, draft: 2, createdAt: at, edits, events: ['desk~0001', 'hr~evt-1'] });
  await putDraft(office.facts, second);
  return { office, second };
};

const editors = (...ids: string[]): Pick<UnsealedDraft, 'approvers'> => ({
  approvers: draftOf().approvers.map((approver) =>
    ids.includes(approver.id) ? { ...approver, editor: true } : approver,
  ),
});

describe('evidence shows an edit', () => {
  const byNone = 'It is by somebody who may not edit the draft.';

  it('by somebody who is no editor', async () => {
    expect(await wrongIn((await editedBy('helen-marsh')).office)).toEqual([byNone]);
  });

  it('by an editor, or the owner, whom the release is about', async () => {
    const helen = { ...editors('helen-marsh'), ...recusing('Helen Marsh') };
    expect(await wrongIn((await editedBy('helen-marsh', helen)).office)).toContain(byNone);
    expect(await wrongIn((await editedBy('owner', { ownerRecused: true })).office)).toContain(byNone);
  });

  it('by whoever runs Gazette that does more than put the same text before everyone anew', async () => {
    expect(await wrongIn((await editedBy('operations')).office)).toEqual([byNone]);
  });

  it('but not one that has changed nothing yet', async () => {
    const office = await openOffice();
    await putFact(
      office.facts,
      keys.event(release, 'desk', '0001'),
      editBy(office, office.draft, 'helen-marsh'),
    );
    expect(await wrongIn(office)).toEqual([]);
  });

  it('but not one by an editor, or the owner', async () => {
    expect(await wrongIn((await editedBy('helen-marsh', editors('helen-marsh'))).office)).toEqual([]);
    expect(await wrongIn((await editedBy('owner')).office)).toEqual([]);
  });

  it('whose author decides on the draft in which it stands, or is counted', async () => {
    const { office, second } = await editedBy('helen-marsh', editors('helen-marsh'));
    for (const id of enough) await decide(office, second, id);
    await approveBy(office, second, enough);
    const wrong = await wrongIn(office);
    expect(wrong).toContain('It is by somebody who has changed the draft.');
    expect(wrong).toContain('Somebody was counted who has changed the draft.');
  });
});

describe('evidence of mails to somebody who was recused by mistake', () => {
  const sentAfter = async (minutes: number): Promise<string[]> => {
    const office = await openOffice({ draft: draftOf(recusing('Helen Marsh')) });
    const at = office.clock.now().toISOString();
    await putFact(office.facts, keys.outcome(release, 1), {
      outcome: 'superseded',
      draft: 1,
      sha256: office.draft.sha256,
      at,
      by: 'hr~evt-1',
    });
    await putDraft(office.facts, draftOf({ draft: 2, createdAt: at }));
    office.clock.pass(minutes);
    const mail = { kind: 'ask', draft: 2, approver: 'helen-marsh', askedAt: at };
    await putFact(office.facts, keys.mail(release, 'ask-0002-helen-marsh'), mail);
    await putFact(office.facts, keys.sent(release, 'ask-0002-helen-marsh'), {
      result: 'sent',
      messageId: 'm',
      at: office.clock.now().toISOString(),
    });
    return wrongIn(office);
  };

  it.each([0.1, 5])(
    'holds where she was asked %f minutes after a draft that corrects it',
    async (minutes) => {
      expect(await sentAfter(minutes)).toEqual([]);
    },
  );
});
