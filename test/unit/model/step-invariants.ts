import { expect } from 'vitest';
import { listRelease } from '../../../functions/ports/release.ts';
import { readStanding, type Standing } from '../../../functions/ports/standing.ts';
import { takeBack } from '../../../functions/review/take-back.ts';
import { memoryDesk } from '../../support/memory-desk.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import type { World } from './world.ts';

/** A draft's steps take back what stands, each decision once, and the last of them counts what was not taken back, if any does. */
const expectSteps = ({ steps, ballots, outcome, endStep }: Standing): void => {
  expect(steps.findIndex(({ step }) => step === 'ended')).toBe(endStep === undefined ? -1 : steps.length - 1);
  const names = (list: readonly { approver: string; round: number }[]): string[] =>
    list.map(({ approver, round }) => `${approver}.${round}`).sort();
  const takenBack = names(steps.flatMap((step) => (step.step === 'taken-back' ? [step] : [])));
  const counted = names(endStep?.counted ?? []);
  const made = names(ballots.map(({ decision: { approver }, round }) => ({ approver, round })));
  expect(new Set([...takenBack, ...counted]).size).toBe(takenBack.length + counted.length);
  expect([...takenBack, ...counted].filter((name) => !made.includes(name))).toEqual([]);
  if (outcome?.outcome !== 'approved' && outcome?.outcome !== 'changes-requested') return;
  expect(endStep).toMatchObject({ outcome: outcome.outcome, by: outcome.by });
  expect(endStep?.counted.map(({ approver }) => approver)).toEqual(outcome.counted);
};

/** Every decision that stands on an open draft can be taken back, tried on a copy of the ledger. */
const expectTakeBack = async (
  world: World,
  { draft, outcome, endStep, decisions }: Standing,
): Promise<void> => {
  if (outcome !== undefined || endStep !== undefined) return;
  for (const { approver } of decisions) {
    const copy = memoryLedger(new Map(world.facts.facts), world.clock.now);
    const ports = { ledger: copy, desk: memoryDesk(), now: world.clock.now };
    const visit = { release: draft.release, draft: draft.draft, approver };
    expect(await takeBack(ports, visit)).toBe('taken-back');
  }
};

/** What a draft has carried over was counted on the one before it, so that nobody has taken it back there. */
const expectCarried = async ({ facts }: World, { draft }: Standing): Promise<void> => {
  if (draft.carried.length === 0) return;
  const { ballots } = await readStanding(facts, draft.release, draft.draft - 1);
  const counted = ballots.filter(({ fate }) => fate === 'counted').map(({ decision }) => decision);
  expect(counted).toEqual(expect.arrayContaining(draft.carried));
};

/** What must hold of every draft of a release, whatever was going on. */
export const expectDecisions = async (world: World, release: string): Promise<void> => {
  const { drafts } = await listRelease(world.facts, release);
  for (const number of drafts.keys()) {
    const standing = await readStanding(world.facts, release, number);
    expectSteps(standing);
    await expectCarried(world, standing);
    await expectTakeBack(world, standing);
  }
};

/** A decision that its approver was told to be too late to take back. */
export interface Refused {
  release: string;
  draft: number;
}

/** Who was told so was told the truth: the draft had ended, or its decisions were counted. */
export const expectRefusals = async (world: World, refused: readonly Refused[]): Promise<void> => {
  for (const { release, draft } of refused) {
    const { outcome, endStep } = await readStanding(world.facts, release, draft);
    expect(outcome ?? endStep).toBeDefined();
  }
};

/** No draft stays open whose decisions were counted, once everything has been worked off. */
export const expectOutcomes = async (world: World, release: string): Promise<void> => {
  const { drafts } = await listRelease(world.facts, release);
  for (const number of drafts.keys()) {
    const { outcome, endStep } = await readStanding(world.facts, release, number);
    expect(endStep === undefined || outcome !== undefined).toBe(true);
  }
};
