import { heldSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { beginners } from '../domain/mass-change.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readRequiredFact } from './ledger.ts';
import { readEvents } from './release.ts';

type Known = Pick<ReleaseKeys, 'release' | 'events' | 'held'>;

/** Until when what a release received is held; undefined where it is not. */
export const heldUntil = async (
  ledger: Pick<Ledger, 'get'>,
  { release, held }: Known,
): Promise<string | undefined> =>
  held === undefined
    ? undefined
    : (await readRequiredFact(ledger, keys.held(release, held), heldSchema)).until;

/** Whether a release is held, and nothing has begun it anew since. */
export const isHeld = async (ledger: Pick<Ledger, 'get' | 'list'>, known: Known): Promise<boolean> => {
  const until = await heldUntil(ledger, known);
  if (until === undefined) return false;
  return beginners(await readEvents(ledger, known.release, known.events), until).length === 0;
};
