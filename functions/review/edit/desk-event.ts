import { type Desk, deskEventId, deskSource } from '../../domain/desk-edits/desk-edits.ts';
import { sha256Of } from '../../domain/digest.ts';
import type { Draft } from '../../domain/draft.ts';
import type { EventFact } from '../../domain/event.ts';

/** What a form says, in the order in which the ledger keeps it. */
export type Changes = Pick<Desk, 'facts' | 'wording' | 'givenUp' | 'announce' | 'note' | 'renews'>;

/** The event by which an editor changes a draft: the only one that there can be of that draft. */
export const deskEventOf = (draft: Draft, by: string, changes: Changes, now: Date): EventFact => {
  const { release, company, draft: number, sha256, events: seen } = draft;
  const desk: Desk = { by, draft: number, sha256, seen, ...changes };
  const at = now.toISOString();
  return {
    source: deskSource,
    id: deskEventId(number),
    release,
    time: at,
    receivedAt: at,
    data: { company, replaces: [], retracts: [], acts: [] },
    desk,
    proof: {
      bodySha256: sha256Of(JSON.stringify(desk)),
      key: 'session',
      deliveryId: `${deskSource}-${number}-${by}`,
    },
  };
};

/** Whether two events of the desk are one form that was posted twice. */
export const isSameForm = (one: EventFact, other: EventFact): boolean =>
  one.proof.bodySha256 === other.proof.bodySha256;
