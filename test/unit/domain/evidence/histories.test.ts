import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flawsOf, verifyEvidence } from '../../../../functions/domain/evidence/verify-evidence.ts';
import { parseKey } from '../../../../functions/domain/keys.ts';
import { evidenceOf } from '../../../support/evidence.ts';
import { companyOfId } from '../../../support/examples.ts';
import { play } from '../../model/play.ts';
import { beginning, programs, type Round } from '../../model/steps.ts';
import { makeWorld, type World } from '../../model/world.ts';

const company = companyOfId('iec-electronics');

/** All that is wrong with the evidence of every release that there is. */
const wrongIn = async ({ facts, clock }: World): Promise<unknown[]> => {
  const releases = new Set([...facts.facts.keys()].flatMap((key) => parseKey(key)?.release ?? []));
  const files = await Promise.all([...releases].map((release) => evidenceOf(facts, release, clock.now())));
  return files.flatMap((file) => flawsOf(verifyEvidence(file)));
};

const runs = Number(process.env['MODEL_RUNS'] ?? 15);

it(
  'evidence of whatever has happened, at the same time, twice, or cut off at any call, bears itself out',
  {
    timeout: 600_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), beginning, programs, async (scheduler, begun, rounds) => {
        const world = makeWorld(scheduler, {
          ...company,
          policy: { ...company.policy, coolingOffMinutes: 30 },
        });
        const first = begun.map((step): Round => ({ minutes: 0, steps: [{ step, life: undefined }] }));
        for (const round of [...first, ...rounds]) {
          await scheduler.waitFor(play(world, round, []));
          expect(await wrongIn(world)).toEqual([]);
        }
      }),
      { numRuns: runs },
    ),
);
