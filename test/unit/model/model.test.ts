import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { companyOfId } from '../../support/examples.ts';
import { expectCompleteness, expectEnds, expectSafety, releasesOf } from './invariants.ts';
import { play, type TakenBack } from './play.ts';
import { beginning, programs, type Round } from './steps.ts';
import { makeWorld, type World } from './world.ts';

const base = companyOfId('iec-electronics');

const withPolicy = (changes: Partial<Company['policy']>, absent?: string): Company => ({
  ...base,
  policy: { ...base.policy, ...changes },
  approvers: base.approvers.map((approver) =>
    approver.id === absent
      ? { ...approver, delegate: 'helen-marsh', absences: [{ from: '2002-06-01', until: '2002-06-30' }] }
      : approver,
  ),
});

/** Two who leave on the day after the draft, and are back before it expires. */
const leaving: Record<string, Pick<Company['approvers'][number], 'delegate' | 'absences'>> = {
  'margaret-osei': { delegate: 'helen-marsh', absences: [{ from: '2002-06-07', until: '2002-06-08' }] },
  'robert-ines': { delegate: 'daniel-frost', absences: [{ from: '2002-06-07', until: '2002-06-09' }] },
};

const inStages = base.policy.groups.map((group) =>
  group.id === 'board' ? { ...group, stage: 2, required: ['robert-ines'] } : group,
);

const profiles: Record<string, Company> = {
  'as they are': base,
  'with a cooling-off time': withPolicy({ coolingOffMinutes: 30 }),
  'whose decisions carry over': withPolicy({ carryCosmetic: true }),
  'in stages, with somebody required and somebody away': withPolicy({ groups: inStages }, 'margaret-osei'),
  'in stages, with people who go away and come back while it is open': {
    ...withPolicy({ groups: inStages }),
    approvers: base.approvers.map((approver) => ({ ...approver, ...leaving[approver.id] })),
  },
};

/**
 * Works everything off, with nobody dying and nothing lost, until nothing has changed for longer than a lost mail is waited
 * for; answers with when it swept last.
 */
const settle = async (world: World): Promise<Date> => {
  let still = 0;
  let sweptAt = world.clock.now();
  for (let round = 0; round < 20 && still < 3; round += 1) {
    const before = world.facts.facts.size;
    for (const message of world.messages.splice(0)) await world.work(world.start(), message);
    sweptAt = world.clock.now();
    await world.sweep(world.start(), 'ledger');
    const isStill = world.messages.length === 0 && world.facts.facts.size === before;
    still = isStill ? still + 1 : 0;
    world.clock.pass(15);
  }
  if (still < 3) throw new Error('There is no end of work');
  return sweptAt;
};

/** Lets everything go on that is frozen, so that what waited for it must come to something. */
const thawAll = async (world: World): Promise<void> => {
  const at = world.clock.now().toISOString();
  for (const release of releasesOf(world))
    if ((await world.gateOf(release)) === 'frozen')
      await stepGate(world.facts, release, { gate: 'thawed', by: 'operations', at });
};

/** Rare races take hundreds of runs to come about: MODEL_RUNS=500 lets it search for longer. */
const runs = Number(process.env['MODEL_RUNS'] ?? 25);

describe('whatever happens at the same time, dies, comes twice or never', () => {
  it.each(Object.entries(profiles))(
    'approval keeps its promises, with groups %s',
    { timeout: 600_000 },
    (_, company) =>
      fc.assert(
        fc.asyncProperty(fc.scheduler(), beginning, programs, async (scheduler, begun, rounds) => {
          const world = makeWorld(scheduler, company);
          const takenBack: TakenBack[] = [];
          const first = begun.map((step): Round => ({ minutes: 0, steps: [{ step, life: undefined }] }));
          for (const round of [...first, ...rounds]) {
            await scheduler.waitFor(play(world, round, takenBack));
            await expectSafety(world, takenBack);
          }
          world.beCalm();
          const soon = await settle(world);
          await expectSafety(world, takenBack);
          await expectCompleteness(world, soon);
          world.clock.pass(10 * 1440);
          const long = await settle(world);
          await expectSafety(world, takenBack);
          await expectCompleteness(world, long);
          await expectEnds(world);
          await thawAll(world);
          const thawed = await settle(world);
          await expectSafety(world, takenBack);
          await expectCompleteness(world, thawed);
        }),
        { numRuns: runs },
      ),
  );
});
