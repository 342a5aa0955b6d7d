import { deskEventId, deskSource } from '../../domain/desk-edits/desk-edits.ts';
import { isFrozen } from '../../ports/gate.ts';
import type { Ledger } from '../../ports/ledger.ts';
import { readStanding, type Standing } from '../../ports/standing.ts';
import type { Visit } from '../visit.ts';

/** Why a draft cannot be edited: it ended for good, the release is frozen, or something newer waits for its draft. */
export const closings = ['approved', 'withdrawn', 'frozen', 'waiting', 'edited'] as const;
export type Closing = (typeof closings)[number];

/** The newest draft of a release, whether it can be edited, and whether everyone can be asked anew about it as it is. */
export interface Editable {
  standing: Standing;
  closing: Closing | undefined;
  renewable: boolean;
}

const closingOf = ({ draft, outcome, newerEvents }: Standing, frozen: boolean): Closing | undefined => {
  if (outcome?.outcome === 'approved' || outcome?.outcome === 'withdrawn') return outcome.outcome;
  if (frozen) return 'frozen';
  if (newerEvents.includes(`${deskSource}~${deskEventId(draft.draft)}`)) return 'edited';
  return newerEvents.length > 0 || outcome?.outcome === 'superseded' ? 'waiting' : undefined;
};

/** Reads whether the newest draft of a release can be edited. */
export const readEditable = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  { release, latest }: Pick<Visit, 'release' | 'latest'>,
): Promise<Editable> => {
  const standing = await readStanding(ledger, release, latest);
  const { outcome, keys } = standing;
  const closing = closingOf(standing, await isFrozen(ledger, keys));
  const isOver = outcome?.outcome === 'expired' || outcome?.outcome === 'frozen';
  return { standing, closing, renewable: closing === undefined && isOver };
};
