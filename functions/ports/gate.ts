import { type Gate, gateSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, putFact, readRequiredFact } from './ledger.ts';
import { listRelease } from './release.ts';

/** The last step of a release's gate; undefined where it has taken none, and so is open. */
export const lastStep = async (
  ledger: Pick<Ledger, 'get'>,
  { release, gates }: Pick<ReleaseKeys, 'release' | 'gates'>,
): Promise<Gate | undefined> =>
  gates === 0 ? undefined : readRequiredFact(ledger, keys.gate(release, gates), gateSchema);

/** Whether a release is frozen: nobody decides on it, nobody is mailed about it, and it is not published. */
export const isFrozen = async (
  ledger: Pick<Ledger, 'get'>,
  known: Pick<ReleaseKeys, 'release' | 'gates'>,
): Promise<boolean> => (await lastStep(ledger, known))?.gate === 'frozen';

const tries = 10;

/**
 * Takes the next step of a release's gate and answers with what stands in the end: that step, or the one that keeps it from
 * being taken. Freezing and publishing contend for one key, so that a release is never frozen and then published: a gate
 * that has opened for publication takes no other step, and only thawing opens a frozen one.
 */
export const stepGate = async (ledger: Ledger, release: string, step: Gate): Promise<Gate> => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const known = await listRelease(ledger, release);
    const last = await lastStep(ledger, known);
    if (last?.gate === 'published' || last?.gate === step.gate) return last;
    if (last?.gate === 'frozen' && step.gate === 'published') return last;
    if (last === undefined && step.gate === 'thawed') throw new Error('The release is not frozen');
    if ((await putFact(ledger, keys.gate(release, known.gates + 1), step)) === 'written') return step;
  }
  throw new Error('Other writers took the next step of the gate ten times in a row');
};
