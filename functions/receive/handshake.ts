import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Source } from '../sources/source.ts';
import { perMinuteOf } from './limit.ts';

/** Whether a source may be registered as this origin; DNS names have no case. */
const isAllowed = (source: Source, origin: string): boolean =>
  (source.allowedOrigins ?? []).includes(origin.toLowerCase());

/**
 * Answers the handshake of CloudEvents web hooks (http-webhook 1.0, section 4), by which a system asks whether it may
 * deliver here; undefined where it may not. It is a courtesy to senders and lets nothing in: every delivery is verified.
 * `WebHook-Request-Callback` is never called, because whoever writes it would choose whom we call.
 */
export const handshake = (
  { headers }: Pick<APIGatewayProxyEventV2, 'headers'>,
  source: Source | undefined,
): APIGatewayProxyStructuredResultV2 | undefined => {
  const origin = headers['webhook-request-origin'];
  if (source === undefined || origin === undefined || !isAllowed(source, origin)) return undefined;
  return {
    statusCode: 200,
    headers: {
      allow: 'POST',
      'webhook-allowed-origin': origin,
      'webhook-allowed-rate': String(perMinuteOf(source)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  };
};
