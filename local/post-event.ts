import { sign } from '../functions/sources/standard-webhooks.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/** Posts the bytes of an event as its source would: signed by Standard Webhooks, with an id that a retry keeps. */
export const postEvent = async (
  baseUrl: string,
  delivery: { source: string; secret: string; id: string; bytes: Buffer },
): Promise<Answer> => {
  const seconds = Math.floor(Date.now() / 1000);
  const deliveryId = `msg_${delivery.id.replaceAll('.', '_')}`;
  const response = await fetch(`${baseUrl}/events/${delivery.source}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json',
      'webhook-id': deliveryId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign(delivery.secret, deliveryId, seconds, delivery.bytes),
    },
    body: new Uint8Array(delivery.bytes),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};
