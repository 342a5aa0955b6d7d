import type { CloudEvent, EventFact } from '../functions/domain/event.ts';

/** An event that was read from a file, as receive would record it, without a proof that it came. */
export const asFact = (event: CloudEvent, source: string, release: string): EventFact => {
  const { subject: inData, ...data } = event.data;
  const subject = event.subject ?? inData;
  return {
    source,
    id: event.id,
    release,
    ...(subject !== undefined && { subject }),
    time: event.time,
    receivedAt: event.time,
    data,
    proof: { bodySha256: '0'.repeat(64), key: 'current', deliveryId: event.id, signedAt: event.time },
  };
};
