import { sha256Of } from '../domain/digest.ts';
import type { EventFact } from '../domain/event.ts';
import type { ProvenDelivery, ReceivedEvent } from './reading.ts';

/** An event as the ledger keeps it: what it says, when it came, and how it was proven; nothing else of its delivery. */
export const factOf = (
  source: string,
  event: ReceivedEvent,
  release: string,
  { body, proof: { key, deliveryId, signedAt }, receivedAt }: ProvenDelivery,
): EventFact => ({
  source,
  ...event,
  release,
  receivedAt: receivedAt.toISOString(),
  proof: {
    bodySha256: sha256Of(body),
    key,
    deliveryId,
    ...(signedAt !== undefined && { signedAt: signedAt.toISOString() }),
  },
});
