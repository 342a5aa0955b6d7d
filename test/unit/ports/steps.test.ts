import { describe, expect, it } from 'vitest';
import { type Decision, type EndStep, type Outcome, stepSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { type Ledger, putFact, readFact } from '../../../functions/ports/ledger.ts';
import { readOutcome } from '../../../functions/ports/release.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { readStanding } from '../../../functions/ports/standing.ts';
import { takeBack } from '../../../functions/review/take-back.ts';
import { draftOf, putDraft, putEvent, release } from '../../support/draft.ts';
import { Killed } from '../../support/killer.ts';
import { memoryDesk } from '../../support/memory-desk.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { makeClock } from '../../support/office.ts';

const enough = ['margaret-osei', 'helen-marsh', 'robert-ines'];

/** A draft that these have approved, and a hook that runs once, right before a key of this ending is first put. */
const begin = async (approvers: readonly string[] = enough) => {
  const ledger = memoryLedger();
  const draft = await putDraft(ledger, draftOf());
  const clock = makeClock();
  const bound = { draft: 1, sha256: draft.sha256, decidedAt: clock.now().toISOString() };
  const decide = async (approver: string, decision: Decision['decision'], round = 1): Promise<void> => {
    const reason = decision === 'request-changes' ? { reason: 'The day is wrong.' } : {};
    await putFact(ledger, keys.decision(release, 1, approver, round), {
      decision,
      approver,
      ...bound,
      ...reason,
    });
  };
  for (const approver of approvers) await decide(approver, 'approve');

  const portsWith = (part: string, meanwhile?: () => Promise<unknown>) => {
    let isOver = false;
    const hooked: Ledger = {
      ...ledger,
      put: async (key, body, type) => {
        if (!isOver && key.includes(part)) {
          isOver = true;
          await meanwhile?.();
        }
        return ledger.put(key, body, type);
      },
    };
    return { ledger: hooked, desk: memoryDesk(), now: clock.now };
  };
  const ports = portsWith('none');
  return {
    ledger,
    ports,
    clock,
    decide,
    settle: () => settleDraft(ports, release, 1),
    /** Settles, and lets something else happen right before a key is put that has this in it. */
    settleWhile: (part: string, meanwhile: () => Promise<unknown>) =>
      settleDraft(portsWith(part, meanwhile), release, 1),
    back: (approver: string) => takeBack(ports, { release, draft: 1, approver }),
    backWhile: (approver: string, part: string, meanwhile: () => Promise<unknown>) =>
      takeBack(portsWith(part, meanwhile), { release, draft: 1, approver }),
    end: (outcome: Outcome['outcome'], by: string) =>
      putFact(ledger, keys.outcome(release, 1), {
        outcome,
        draft: 1,
        sha256: draft.sha256,
        at: clock.now().toISOString(),
        by,
        counted: [],
      }),
    stepOf: (step: number) => readFact(ledger, keys.step(release, 1, step), stepSchema),
    standing: () => readStanding(ledger, release, 1),
  };
};

type Scene = Awaited<ReturnType<typeof begin>>;

/** Dies when an outcome is about to be put, so that only the step before it is there. */
const countAndDie = async ({ settleWhile }: Scene): Promise<void> => {
  const die = async (): Promise<never> => {
    throw new Killed('The process was killed');
  };
  await expect(settleWhile('/outcome.json', die)).rejects.toThrow(Killed);
};

describe('decisions that are about to be counted', () => {
  it('can each still be taken back where one was taken back in that very moment', async () => {
    const { settleWhile, back, standing } = await begin();
    expect(await settleWhile('/steps/', () => back('robert-ines'))).toBeUndefined();
    expect((await standing()).outcome).toBeUndefined();
    for (const approver of ['helen-marsh', 'margaret-osei']) expect(await back(approver)).toBe('taken-back');
    expect((await standing()).tally.approvedBy).toEqual([]);
  });

  it('are counted without the one that was taken back where the others suffice', async () => {
    const { settleWhile, back, stepOf } = await begin([...enough, 'daniel-frost']);
    expect(await settleWhile('/steps/', () => back('margaret-osei'))).toMatchObject({
      outcome: 'approved',
      counted: expect.not.arrayContaining(['margaret-osei']),
    });
    expect(await stepOf(1)).toMatchObject({ step: 'taken-back', approver: 'margaret-osei', round: 1 });
    expect(await stepOf(2)).toMatchObject({ step: 'ended', outcome: 'approved' });
  });

  it('are taken back one by one however many do so at once', async () => {
    const { back, standing } = await begin();
    expect(await Promise.all(enough.map(back))).toEqual(['taken-back', 'taken-back', 'taken-back']);
    expect((await standing()).steps).toHaveLength(3);
  });
});

describe('a decision that a step has counted', () => {
  it('cannot be taken back, and whoever tries writes the outcome down that a process died before', async () => {
    const scene = await begin();
    await countAndDie(scene);
    expect((await scene.standing()).outcome).toBeUndefined();
    expect(await scene.back('helen-marsh')).toBe('too-late');
    expect((await scene.standing()).outcome).toMatchObject({
      outcome: 'approved',
      counted: enough.toSorted(),
    });
  });

  it('is in the outcome of that step, though somebody asks for changes before it is written down', async () => {
    const scene = await begin();
    await countAndDie(scene);
    await scene.decide('daniel-frost', 'request-changes');
    expect(await scene.settle()).toMatchObject({ outcome: 'approved', counted: enough.toSorted() });
  });

  it('is not approved over news that came before the outcome was written down: a newer draft ends it', async () => {
    const scene = await begin();
    await countAndDie(scene);
    await putEvent(scene.ledger, 'hr~evt-2');
    expect(await scene.settle()).toBeUndefined();
    expect(await scene.back('helen-marsh')).toBe('too-late');
    await scene.end('superseded', 'hr~evt-2');
    expect(await scene.settle()).toMatchObject({ outcome: 'superseded' });
  });

  it('counts for nothing where the draft was superseded before its outcome was written down', async () => {
    const { settleWhile, end, stepOf } = await begin();
    expect(await settleWhile('/outcome.json', () => end('superseded', 'hr~evt-2'))).toMatchObject({
      outcome: 'superseded',
      counted: [],
    });
    expect(await stepOf(1)).toMatchObject({ step: 'ended', outcome: 'approved' });
  });

  it('counts for nothing where the release was frozen before its outcome was written down', async () => {
    const scene = await begin();
    const { settleWhile, ports, back } = scene;
    const freeze = () => freezeRelease(ports, release, 'daniel-frost');
    expect(await settleWhile('/outcome.json', freeze)).toMatchObject({ outcome: 'frozen', counted: [] });
    expect(await back('helen-marsh')).toBe('too-late');
  });

  it('counts for nothing once the release was frozen and thawed, though only the gate had been shut by then', async () => {
    const scene = await begin();
    await countAndDie(scene);
    const { ledger, clock } = scene;
    clock.pass(1);
    const at = () => clock.now().toISOString();
    await stepGate(ledger, release, { gate: 'frozen', by: 'daniel-frost', at: at() });
    expect(await scene.settle()).toBeUndefined();
    clock.pass(1);
    await stepGate(ledger, release, { gate: 'thawed', by: 'operations', at: at() });
    expect(await scene.settle()).toMatchObject({ outcome: 'frozen', counted: [] });
  });

  it('is in the outcome though the draft would have expired meanwhile', async () => {
    const scene = await begin();
    await countAndDie(scene);
    scene.clock.pass(10 * 1440);
    expect(await scene.settle()).toMatchObject({ outcome: 'approved' });
  });

  it('that asks for changes ends the draft, and cannot be taken back', async () => {
    const { decide, settle, back, stepOf } = await begin([]);
    await decide('helen-marsh', 'request-changes');
    expect(await settle()).toMatchObject({ outcome: 'changes-requested', by: 'helen-marsh' });
    const step: Partial<EndStep> = {
      outcome: 'changes-requested',
      counted: [{ approver: 'helen-marsh', round: 1 }],
    };
    expect(await stepOf(1)).toMatchObject(step);
    expect(await back('helen-marsh')).toBe('too-late');
  });
});

describe('a draft that something else has ended than its decisions', () => {
  it.each(['superseded', 'withdrawn', 'expired', 'frozen'] as const)(
    'lets no decision be taken back any more: %s',
    async (outcome) => {
      const { end, back, stepOf } = await begin(['helen-marsh']);
      await end(outcome, 'hr~evt-2');
      expect(await back('helen-marsh')).toBe('too-late');
      expect(await stepOf(1)).toBeUndefined();
    },
  );

  it('in the moment in which a decision is taken back, counts nothing either way', async () => {
    const { backWhile, end, ledger, standing } = await begin();
    const superseded = () => end('superseded', 'hr~evt-2');
    expect(await backWhile('helen-marsh', '/steps/', superseded)).toBe('taken-back');
    expect(await readOutcome(ledger, release, 1)).toMatchObject({ outcome: 'superseded', counted: [] });
    expect((await standing()).tally.approvedBy).toEqual(['margaret-osei', 'robert-ines']);
  });
});
