import { expect, it } from 'vitest';
import { flawsOf, verifyEvidence } from '../../../functions/domain/evidence/verify-evidence.ts';
import type { Decision } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { readStanding } from '../../../functions/ports/standing.ts';
import { decide } from '../../../functions/review/decide.ts';
import { draftOf, release } from '../../support/draft.ts';
import { enough, evidenceOf } from '../../support/evidence.ts';
import { killAfter } from '../../support/killer.ts';
import { type Office, openOffice } from '../../support/office.ts';

/** A twenty-fifth of a second, by which one process's clock may well be behind another's. */
const skewMinutes = 40 / 60_000;

const put = ({ facts, draft, clock }: Office, approver: string, decision: Decision['decision']) =>
  putFact(facts, keys.decision(release, 1, approver), {
    decision,
    approver,
    draft: 1,
    sha256: draft.sha256,
    decidedAt: clock.now().toISOString(),
    ...(decision === 'request-changes' && { reason: 'The title is wrong.' }),
  });

const flawsIn = async ({ facts }: Office): Promise<string[]> =>
  flawsOf(verifyEvidence(await evidenceOf(facts))).map(({ what }) => what);

it('an end that a process whose clock is behind writes down is not before the step that fixed it', async () => {
  const ends = new Set<boolean>();
  for (let limit = 1; limit < 30; limit += 1) {
    const office = await openOffice();
    for (const id of enough) await put(office, id, 'approve');
    const { wrap } = killAfter(limit);
    await settleDraft({ ...office.ports, ledger: wrap(office.facts) }, release, 1).catch(() => undefined);
    const { endStep, outcome } = await readStanding(office.facts, release, 1);
    ends.add(endStep !== undefined && outcome === undefined);
    office.clock.pass(-skewMinutes);
    await settleDraft(office.ports, release, 1);
    office.clock.pass(1);
    await settleDraft(office.ports, release, 1);
    expect(await flawsIn(office)).toEqual([]);
  }
  expect(ends).toEqual(new Set([true, false]));
});

it('a step is not before the decisions that it counts', async () => {
  const office = await openOffice();
  await put(office, 'margaret-osei', 'request-changes');
  office.clock.pass(skewMinutes);
  await put(office, 'daniel-frost', 'request-changes');
  const last = office.clock.now().toISOString();
  office.clock.pass(-skewMinutes);
  const outcome = await settleDraft(office.ports, release, 1);
  const { endStep } = await readStanding(office.facts, release, 1);
  expect([endStep?.at, outcome?.at, outcome?.counted]).toEqual([
    last,
    last,
    ['daniel-frost', 'margaret-osei'],
  ]);
});

const away = { begins: '2002-06-06T11:00:00.000Z', ends: '2002-06-08T04:00:00.000Z', until: '2002-06-07' };

it('who decides in the very moment in which the other is back has decided in their place, or was not asked any more', async () => {
  const results = new Set<string>();
  for (let millisecondsLeft = 0; millisecondsLeft < 8; millisecondsLeft += 1) {
    const here = await openOffice({
      draft: draftOf({
        groups: [
          {
            id: 'legal',
            name: 'Counsel',
            approvers: ['margaret-osei'],
            needed: 1,
            required: [],
            recused: [],
            stage: 1,
          },
        ],
        delegations: [{ approver: 'margaret-osei', delegate: 'daniel-frost', ...away }],
      }),
    });
    here.clock.pass((Date.parse(away.ends) - here.clock.now().getTime() - millisecondsLeft) / 60_000);
    const now = (): Date => {
      here.clock.pass(1 / 60_000);
      return here.clock.now();
    };
    const form = new URLSearchParams({
      decision: 'approve',
      read: '1',
      round: '1',
      sha256: here.draft.sha256,
      reason: '',
    });
    const { result } = await decide(
      { ...here.ports, now },
      { release, draft: 1, approver: 'daniel-frost' },
      form,
    );
    results.add(result);
    expect((await readStanding(here.facts, release, 1)).outcome?.outcome).toBe(
      result === 'recorded' ? 'approved' : undefined,
    );
    expect(await flawsIn(here)).toEqual([]);
  }
  expect(results).toEqual(new Set(['too-late', 'recorded']));
});
