import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Company } from '../../../../functions/domain/company.ts';
import { continues, type EvidenceFile } from '../../../../functions/domain/evidence/evidence-file.ts';
import { flawsOf, verifyEvidence } from '../../../../functions/domain/evidence/verify-evidence.ts';
import { parseKey } from '../../../../functions/domain/keys.ts';
import { readEvidence } from '../../../../functions/ports/evidence.ts';
import { companyOfId } from '../../../support/examples.ts';
import { bytesIn, storedIn } from '../../../support/memory-ledger.ts';
import { play } from '../../model/play.ts';
import { beginning, programs, type Round } from '../../model/steps.ts';
import { makeWorld, type World } from '../../model/world.ts';
import { falsified } from './falsified.ts';

/** Everybody may edit, as the model lets anybody. */
const base = companyOfId('iec-electronics');
const company: Company = {
  ...base,
  approvers: base.approvers.map((approver) => ({ ...approver, editor: true })),
};

const inStages = base.policy.groups.map((group) => (group.id === 'board' ? { ...group, stage: 2 } : group));
const profiles: Record<string, Company['policy']> = {
  'with a cooling-off time': { ...base.policy, coolingOffMinutes: 30 },
  'in stages': { ...base.policy, groups: inStages },
  'whose decisions carry over': { ...base.policy, carryCosmetic: true },
};

/** The evidence of every release, while other processes are at work: which keys there are is asked when it is its turn. */
const filesOf = async ({ facts, clock, start }: World): Promise<EvidenceFile[]> => {
  const releases = new Set([...facts.facts.keys()].flatMap((key) => parseKey(key)?.release ?? []));
  const listing = start().inTurn({ storedKeys: storedIn(facts) });
  const ports = {
    ledger: facts,
    bytesOf: bytesIn(facts),
    storedKeys: (prefix: string) => listing.storedKeys(prefix),
  };
  const files = await Promise.all([...releases].map((release) => readEvidence(ports, release, clock.now())));
  return files.filter((file) => file !== undefined);
};

const flaws = (file: EvidenceFile) => flawsOf(verifyEvidence(file));

/** Works everything off, with nobody dying, so that what was approved is published. */
const settle = async (world: World): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    for (const message of world.messages.splice(0)) await world.work(world.start(), message);
    await world.sweep(world.start(), 'ledger');
    world.clock.pass(15);
  }
};

const runs = Number(process.env['MODEL_RUNS'] ?? 8);

it.each(Object.entries(profiles))(
  'evidence of whatever happens bears itself out, and continues every file from before, with groups %s',
  { timeout: 600_000 },
  (_, policy) =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), beginning, programs, async (scheduler, begun, rounds) => {
        const world = makeWorld(scheduler, { ...company, policy });
        const heads: [string, string][] = [];
        const look = (files: readonly EvidenceFile[]): void => {
          expect(files.flatMap(flaws)).toEqual([]);
          for (const file of files) {
            const earlier = heads.filter(([release]) => release === file.release);
            expect(earlier.filter(([, head]) => !continues(file, head))).toEqual([]);
            heads.push([file.release, file.head]);
          }
        };
        const first = begun.map((step): Round => ({ minutes: 0, steps: [{ step, life: undefined }] }));
        for (const round of [...first, ...rounds]) {
          let during: EvidenceFile[] = [];
          const reading = async (): Promise<void> => {
            during = await filesOf(world);
          };
          await scheduler.waitFor(Promise.all([play(world, round, []), reading()]));
          look(during);
        }
        world.beCalm();
        look(await filesOf(world));
        await settle(world);
        const files = await filesOf(world);
        look(files);
        for (const file of files)
          for (const { how, file: other } of falsified(file))
            expect({ how, flaws: flaws(other).length }).not.toEqual({ how, flaws: 0 });
      }),
      { numRuns: runs },
    ),
);
