import type { Scheme } from '../functions/sources/scheme.ts';
import { schemes } from '../functions/sources/schemes.ts';
import { sign } from '../functions/sources/sign.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/** Posts the bytes of an event as its source would: signed by its scheme, with an id that a retry keeps. */
export const postEvent = async (
  baseUrl: string,
  delivery: { source: string; secret: string; id: string; bytes: Buffer; scheme?: Scheme },
): Promise<Answer> => {
  const { source, secret, id, bytes, scheme = schemes['standard-webhooks'] } = delivery;
  const message = { id: `msg_${id.replaceAll('.', '_')}`, timestamp: new Date(), body: bytes };
  const response = await fetch(`${baseUrl}/events/${source}`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json', ...sign(scheme, secret, message) },
    body: new Uint8Array(bytes),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};
