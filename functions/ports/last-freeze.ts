import type { Draft } from '../domain/draft.ts';
import { gateSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readRequiredFact } from './ledger.ts';
import { readOutcome } from './release.ts';

/** The later of two ISO times. */
const laterOf = (one: string, other: string): string => (Date.parse(one) > Date.parse(other) ? one : other);

/**
 * When a release was last frozen, whether it still is, and until when the links and drafts are void that were made before:
 * until it was thawed, so that one that was on its way is void too, and never less than until it was frozen, whatever clock
 * the thaw was stamped by. Undefined where it never was.
 */
export const lastFreeze = async (
  ledger: Pick<Ledger, 'get'>,
  { release, gates }: Pick<ReleaseKeys, 'release' | 'gates'>,
): Promise<{ at: string; by: string; still: boolean; voidUntil: string } | undefined> => {
  let thawedAt: string | undefined;
  for (let step = gates; step > 0; step -= 1) {
    const taken = await readRequiredFact(ledger, keys.gate(release, step), gateSchema);
    const { at } = taken;
    if (taken.gate === 'thawed') thawedAt ??= at;
    if (taken.gate === 'frozen')
      return { at, by: taken.by, still: step === gates, voidUntil: laterOf(at, thawedAt ?? at) };
  }
  return undefined;
};

/** Whether a draft is the first since its release was frozen: the one before it ended by that. */
export const isAfterFreeze = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  { release, draft }: Pick<Draft, 'release' | 'draft'>,
): Promise<boolean> => draft > 1 && (await readOutcome(ledger, release, draft - 1))?.outcome === 'frozen';
