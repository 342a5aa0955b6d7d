import { deskEventId, deskSource } from '../../domain/desk-edits/desk-edits.ts';
import { lateEdits } from '../../domain/desk-edits/late-edits.ts';
import { type EventFact, eventFactSchema } from '../../domain/event.ts';
import { keys } from '../../domain/keys.ts';
import { isFrozen } from '../../ports/gate.ts';
import { type Ledger, readFact } from '../../ports/ledger.ts';
import { readStanding, type Standing } from '../../ports/standing.ts';
import type { Visit } from '../visit.ts';

/**
 * Why a draft cannot be edited: it ended for good, `late` where it was approved in the moment of an edit; the release is
 * frozen; or something newer waits for its draft.
 */
export const closings = ['approved', 'late', 'withdrawn', 'frozen', 'waiting', 'edited'] as const;
export type Closing = (typeof closings)[number];

/** The newest draft of a release, whether it can be edited, and whether everyone can be asked anew about it as it is. */
export interface Editable {
  standing: Standing;
  closing: Closing | undefined;
  /** The edit that came too late. */
  late: EventFact | undefined;
  renewable: boolean;
}

/** The edit of a draft that was approved without it. */
const lateEditOf = async (
  ledger: Pick<Ledger, 'get'>,
  { draft, outcome }: Pick<Standing, 'draft' | 'outcome'>,
): Promise<EventFact | undefined> => {
  if (outcome?.outcome !== 'approved') return undefined;
  const key = keys.event(draft.release, deskSource, deskEventId(draft.draft));
  const event = await readFact(ledger, key, eventFactSchema);
  return event && lateEdits([event])[0];
};

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
  const { outcome } = standing;
  const late = await lateEditOf(ledger, standing);
  const closing = late === undefined ? closingOf(standing, await isFrozen(ledger, standing.keys)) : 'late';
  const isOver = outcome?.outcome === 'expired' || outcome?.outcome === 'frozen';
  return { standing, closing, late, renewable: closing === undefined && isOver };
};
