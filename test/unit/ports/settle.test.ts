import { describe, expect, it } from 'vitest';
import type { UnsealedDraft } from '../../../functions/domain/draft.ts';
import type { Decision } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { readStanding } from '../../../functions/ports/standing.ts';
import { takeBack } from '../../../functions/review/take-back.ts';
import { draftOf, putDraft, release } from '../../support/draft.ts';
import { memoryDesk } from '../../support/memory-desk.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { makeClock } from '../../support/office.ts';

const enough = ['margaret-osei', 'helen-marsh', 'robert-ines'];

/** Lets others go first, for so many turns. */
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

const begin = async (changes: Partial<UnsealedDraft> = {}) => {
  const ledger = memoryLedger();
  const draft = await putDraft(ledger, draftOf(changes));
  const clock = makeClock();
  const ports = { ledger, desk: memoryDesk(), now: clock.now };
  const approve = async (approver: string, round = 1): Promise<void> => {
    const decision: Decision = {
      decision: 'approve',
      approver,
      draft: 1,
      sha256: draft.sha256,
      decidedAt: clock.now().toISOString(),
    };
    await putFact(ledger, keys.decision(release, 1, approver, round), decision);
  };
  const settle = () => settleDraft(ports, release, 1);
  const back = (approver: string) => takeBack(ports, { release, draft: 1, approver });
  return { ledger, ports, clock, approve, settle, back };
};

describe('a decision that is taken back', () => {
  it('counts no more, and its approver may decide anew', async () => {
    const { approve, settle, back, ledger } = await begin();
    for (const approver of ['margaret-osei', 'helen-marsh']) await approve(approver);
    expect(await back('helen-marsh')).toBe('taken-back');
    await approve('robert-ines');
    expect(await settle()).toBeUndefined();
    expect((await readStanding(ledger, release, 1)).tally.approvedBy).toEqual([
      'margaret-osei',
      'robert-ines',
    ]);
    await approve('helen-marsh', 2);
    expect(await settle()).toMatchObject({ outcome: 'approved', counted: enough.toSorted() });
  });

  it('cannot be once the draft has ended', async () => {
    const { approve, settle, back } = await begin();
    for (const approver of enough) await approve(approver);
    await settle();
    expect(await back('helen-marsh')).toBe('too-late');
  });

  it('in the very moment in which it is counted is either taken back or counted, and never both', async () => {
    const results = new Set<string>();
    for (let run = 0; run < 60; run += 1) {
      const { approve, settle, back, ledger } = await begin();
      for (const approver of enough) await approve(approver);
      const slow = async (): Promise<'taken-back' | 'too-late' | 'none'> => {
        await turns(run);
        return back('helen-marsh');
      };
      const [answer] = await Promise.all([slow(), settle()]);
      const { outcome } = await readStanding(ledger, release, 1);
      expect(outcome?.outcome === 'approved').toBe(answer === 'too-late');
      results.add(answer);
    }
    expect(results).toEqual(new Set(['taken-back', 'too-late']));
  });
});

describe('a cooling-off time', () => {
  it('keeps the draft open after the last approval, and then it is approved', async () => {
    const { approve, settle, clock, ports } = await begin({ coolingOffMinutes: 30 });
    for (const approver of enough) await approve(approver);
    expect(await settle()).toBeUndefined();
    expect([...ports.desk.papers.keys()]).toEqual([`open/2002-06-06T12:30:00.000Z~${release}~0001`]);
    clock.pass(30);
    expect(await settle()).toMatchObject({ outcome: 'approved' });
  });
});

describe('a release that is frozen', () => {
  it('takes no approval from before after it was thawed, on a draft that was on its way meanwhile', async () => {
    const { approve, settle, ports, ledger, clock } = await begin();
    for (const approver of enough) await approve(approver);
    const at = clock.now().toISOString();
    await stepGate(ledger, release, { gate: 'frozen', by: 'daniel-frost', at });
    clock.pass(60);
    await stepGate(ports.ledger, release, {
      gate: 'thawed',
      by: 'operations',
      at: clock.now().toISOString(),
    });
    expect(await settle()).toMatchObject({ outcome: 'frozen', by: 'daniel-frost', counted: [] });
  });

  it.each([
    ['while it was frozen', '2002-06-06T12:30:00.000Z', 60],
    ['before, by a thaw that a slow clock put before the freeze', '2002-06-06T11:59:00.000Z', -15],
  ])('takes no approval after the thaw on a draft that was made %s', async (_, createdAt, minutes) => {
    const { approve, settle, ledger, clock } = await begin({ createdAt });
    for (const approver of enough) await approve(approver);
    const frozenAt = clock.now();
    await stepGate(ledger, release, { gate: 'frozen', by: 'daniel-frost', at: frozenAt.toISOString() });
    clock.pass(60);
    const thawedAt = new Date(frozenAt.getTime() + minutes * 60_000).toISOString();
    await stepGate(ledger, release, { gate: 'thawed', by: 'operations', at: thawedAt });
    expect(await settle()).toMatchObject({ outcome: 'frozen', by: 'daniel-frost', counted: [] });
  });

  it('takes approvals on a draft that was made after the thaw', async () => {
    const { approve, settle, ledger, clock } = await begin({ createdAt: '2002-06-06T12:00:01.000Z' });
    const at = clock.now().toISOString();
    await stepGate(ledger, release, { gate: 'frozen', by: 'daniel-frost', at });
    await stepGate(ledger, release, { gate: 'thawed', by: 'operations', at });
    clock.pass(1);
    for (const approver of enough) await approve(approver);
    expect(await settle()).toMatchObject({ outcome: 'approved' });
  });

  it('ends its open draft, and takes no approval', async () => {
    const { approve, settle, ports, ledger } = await begin();
    for (const approver of enough) await approve(approver);
    expect(await freezeRelease(ports, release, 'daniel-frost')).toBe('frozen');
    expect(await settle()).toMatchObject({ outcome: 'frozen', by: 'daniel-frost' });
    expect(
      [...ledger.facts.keys()].flatMap((key) => key.match(/\/mail\/(frozen-.+)\.mail/)?.[1] ?? []),
    ).toEqual(expect.arrayContaining(['frozen-0001', 'frozen-0001-operations']));
  });

  it('is not published, and a published one is not frozen, whichever comes first', async () => {
    const results = new Set<string>();
    for (let run = 0; run < 20; run += 1) {
      const { ports, ledger, clock } = await begin();
      const freeze = async () => {
        await turns(20 - run);
        return freezeRelease(ports, release, 'daniel-frost');
      };
      const publish = async (): Promise<string> => {
        await turns(run);
        const at = clock.now().toISOString();
        return (await stepGate(ledger, release, { gate: 'published', draft: 1, sha256: 'a'.repeat(64), at }))
          .gate;
      };
      const [frozen, gate] = await Promise.all([freeze(), publish()]);
      expect(gate).toBe(frozen === 'frozen' ? 'frozen' : 'published');
      results.add(gate);
    }
    expect(results).toEqual(new Set(['frozen', 'published']));
  });
});
