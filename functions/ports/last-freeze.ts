import { gateSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readRequiredFact } from './ledger.ts';

/**
 * When a release was last frozen, and whether it still is; undefined where it never was. A link that was minted until then
 * opens nothing any more, even after the release was thawed.
 */
export const lastFreeze = async (
  ledger: Pick<Ledger, 'get'>,
  { release, gates }: Pick<ReleaseKeys, 'release' | 'gates'>,
): Promise<{ at: string; still: boolean } | undefined> => {
  for (let step = gates; step > 0; step -= 1) {
    const { gate, at } = await readRequiredFact(ledger, keys.gate(release, step), gateSchema);
    if (gate === 'frozen') return { at, still: step === gates };
  }
  return undefined;
};
