import { beforeEach, describe, expect, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import type { Desk } from '../../../functions/domain/desk-edits/desk-edits.ts';
import { type Draft, draftSchema } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { type Decision, stepSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { draftRelease, makeWork } from '../../../functions/draft/handler.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { readOutcome } from '../../../functions/ports/release.ts';
import { readStanding } from '../../../functions/ports/standing.ts';
import { takeBack } from '../../../functions/review/take-back.ts';
import { deskEvent, wordingOf } from '../../support/desk.ts';
import { draftPorts, expectSurvival, type MemoryDraftPorts, post } from '../../support/drafting.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';

const iec = companyOfId('iec-electronics');

/** The company, which lets decisions stand where only the layout changes, with an editor who decides on nothing. */
const company: Company = {
  ...iec,
  policy: { ...iec.policy, carryCosmetic: true },
  approvers: [
    ...iec.approvers,
    {
      id: 'eva-blum',
      name: 'Eva Blum',
      title: 'Communications',
      email: 'eva@iec.example',
      editor: true,
      absences: [],
    },
  ],
};

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const legal = 'margaret-osei';
const director = 'helen-marsh';

const portsOf = (profile: Company): MemoryDraftPorts => ({
  ...draftPorts(),
  companies: new Map([[profile.id, profile]]),
});

const draftOf = ({ ledger }: MemoryDraftPorts, number: number): Promise<Draft> =>
  readRequiredFact(ledger, keys.draft(release, number), draftSchema);

const approve = async (
  ports: MemoryDraftPorts,
  approver: string,
  decidedAt = '2002-06-06T12:59:00.000Z',
): Promise<Decision> => {
  const { sha256 } = await draftOf(ports, 1);
  const decision: Decision = { decision: 'approve', approver, draft: 1, sha256, decidedAt };
  await putFact(ports.ledger, keys.decision(release, 1, approver), decision);
  return decision;
};

/** What the editor posts: the same headline with another apostrophe, or whatever a test changes about it. */
const edit = (draft: Draft, changes: Partial<Desk> = {}): EventFact =>
  deskEvent(draft, {
    by: 'eva-blum',
    wording: [wordingOf(draft, 'headline', draft.content.headline.replaceAll(' ', '  '))],
    ...changes,
  });

let ports: MemoryDraftPorts;
let first: Draft;

beforeEach(async () => {
  ports = portsOf(company);
  await post(ports, ...events);
  await draftRelease(ports, release);
  first = await draftOf(ports, 1);
});

const next = async (changes: Partial<Desk> = {}): Promise<Draft> => {
  await post(ports, edit(first, changes));
  await draftRelease(ports, release);
  return draftOf(ports, 2);
};

const asked = ({ ledger }: MemoryDraftPorts, number: number): string[] =>
  [...ledger.facts.keys()].flatMap((key) => key.match(new RegExp(`ask-000${number}-(.+)\\.mail`))?.[1] ?? []);

describe('an approval of a draft whose next one only changes the layout', () => {
  it('holds for that one, is counted, and who gave it is not asked again', async () => {
    const decision = await approve(ports, legal);
    const second = await next();
    expect(second.carried).toEqual([decision]);
    const step = await readRequiredFact(ports.ledger, keys.step(release, 1, 1), stepSchema);
    expect(step).toMatchObject({ step: 'ended', counted: [{ approver: legal, round: 1 }] });
    const { tally } = await readStanding(ports.ledger, release, 2);
    expect(tally.approvedBy).toEqual([legal]);
    expect(asked(ports, 2)).toEqual(asked(ports, 1).filter((id) => id !== legal));
  });

  it('may be taken back there, and then holds no more', async () => {
    await approve(ports, legal);
    await next();
    expect(await takeBack(ports, { release, draft: 2, approver: legal })).toBe('taken-back');
    expect((await readStanding(ports.ledger, release, 2)).tally.approvedBy).toEqual([]);
  });

  it('does not hold where it was taken back before', async () => {
    await approve(ports, legal);
    await takeBack(ports, { release, draft: 1, approver: legal });
    expect((await next()).carried).toEqual([]);
  });

  it('does not hold where it came after the earlier draft had ended', async () => {
    await approve(ports, legal, '2002-06-06T13:00:01.000Z');
    expect((await next()).carried).toEqual([]);
  });

  it('holds on through one more such draft', async () => {
    const decision = await approve(ports, legal);
    const second = await next();
    await post(
      ports,
      edit(second, {
        wording: [wordingOf(second, 'headline', `${first.content.headline.replace(' ', '   ')}`)],
      }),
    );
    await draftRelease(ports, release);
    expect((await draftOf(ports, 3)).carried).toEqual([decision]);
  });

  it('ends that one as approved where it is all that the policy needs', async () => {
    for (const approver of [legal, director, 'robert-ines']) await approve(ports, approver);
    await next();
    expect((await readOutcome(ports.ledger, release, 1))?.outcome).toBe('superseded');
    expect(await readOutcome(ports.ledger, release, 2)).toMatchObject({ outcome: 'approved' });
  });

  it.each<[string, (draft: Draft) => Partial<Desk>]>([
    ['a word changes', (draft) => ({ wording: [wordingOf(draft, 'headline', 'IEC Announces Changes')] })],
    [
      'a comma changes',
      (draft) => ({ wording: [wordingOf(draft, 'headline', `${draft.content.headline},`)] }),
    ],
    ['an approver made the change, and so does not approve', () => ({ by: director })],
    ['an editor asks everyone anew', () => ({ renews: true })],
  ])('does not hold where %s', async (_what, changes) => {
    await approve(ports, legal);
    expect((await next(changes(first))).carried).toEqual([]);
    expect(asked(ports, 2)).toContain(legal);
    expect([...ports.ledger.facts.keys()].filter((key) => key.includes('/steps/'))).toEqual([]);
  });

  it('does not hold where the profile does not say so', async () => {
    ports = { ...ports, companies: new Map([[company.id, { ...company, policy: iec.policy }]]) };
    await approve(ports, legal);
    expect((await next()).carried).toEqual([]);
  });

  it.each([
    ['one of several', [legal]],
    ['the last that is needed', [legal, director, 'robert-ines']],
  ])('is carried whenever the process is killed: %s', async (_which, approvers) => {
    const prepare = async (): Promise<MemoryDraftPorts> => {
      const fresh = portsOf(company);
      await post(fresh, ...events);
      await draftRelease(fresh, release);
      for (const approver of approvers) await approve(fresh, approver);
      await post(fresh, edit(await draftOf(fresh, 1)));
      return fresh;
    };
    const calls = await expectSurvival(prepare, (some) =>
      makeWork(some)(keys.event(release, 'desk', '0001')),
    );
    expect(calls).toBeGreaterThan(10);
  });
});
