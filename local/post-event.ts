import type { Scheme } from '../functions/sources/scheme.ts';
import { schemes } from '../functions/sources/schemes.ts';
import { headersOf, type Outgoing } from './delivery.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/** Posts the bytes of an event as its source would: signed by its scheme, with an id that a retry keeps. */
export const postEvent = async (
  baseUrl: string,
  delivery: Omit<Outgoing, 'scheme'> & { scheme?: Scheme },
): Promise<Answer> => {
  const outgoing = { scheme: schemes['standard-webhooks'], ...delivery };
  const response = await fetch(`${baseUrl}/events/${delivery.source}`, {
    method: 'POST',
    headers: headersOf(outgoing),
    body: new Uint8Array(delivery.bytes),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};
