import { createHash } from 'node:crypto';
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
    bodySha256: createHash('sha256').update(body).digest('hex'),
    key,
    deliveryId,
    ...(signedAt !== undefined && { signedAt: signedAt.toISOString() }),
  },
});
