import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { EventFact } from '../domain/event.ts';
import { Problem } from '../domain/problem.ts';
import { releaseIdOf } from '../domain/release.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { SecretStore } from '../ports/secrets.ts';
import type { Source } from '../sources/source.ts';
import { rawBody } from './body.ts';
import { readCloudEvent } from './cloud-event.ts';
import { handshake } from './handshake.ts';
import { requireReadableHeaders } from './headers.ts';
import { record } from './record.ts';
import { verified } from './verified.ts';

export interface ReceivePorts {
  ledger: Pick<Ledger, 'put' | 'get'>;
  secrets: SecretStore;
  sources: Readonly<Record<string, Source>>;
  /** Time zones by company id. */
  timeZones: ReadonlyMap<string, string>;
  now: () => Date;
  log: Log;
}

type Request = APIGatewayProxyEventV2;
type Answer = APIGatewayProxyStructuredResultV2;

/** The source that a path names, to the letter; nothing else in a request chooses one. */
const namedSource = (event: Request, sources: ReceivePorts['sources']): [string, Source | undefined] => {
  const id = event.pathParameters?.['source'] ?? '';
  return [id, Object.hasOwn(sources, id) ? sources[id] : undefined];
};

const sourceUnknown = (): Problem =>
  new Problem(
    404,
    'source-unknown',
    'There is no such source',
    'Post to /events/ and the id of your source.',
  );

const methodNotAllowed = (): Problem =>
  new Problem(405, 'method', 'The method is not allowed', 'Use POST.', { headers: { allow: 'POST' } });

/** Receives one event: verifies its raw bytes, parses it, records it once, and answers 202. */
const receive = async (ports: ReceivePorts, request: Request): Promise<Answer> => {
  const [id, source] = namedSource(request, ports.sources);
  if (source === undefined) throw sourceUnknown();
  requireReadableHeaders(request.headers, source);
  const delivery = { headers: request.headers, body: rawBody(request) };
  const proof = await verified(ports, [id, source], delivery);
  const event = readCloudEvent(delivery, proof, source);
  const timeZone = ports.timeZones.get(event.data.company);
  if (!source.companies.includes(event.data.company) || timeZone === undefined) {
    throw new Problem(403, 'company', 'The source may not speak for this company', 'Check data.company.', {
      errors: [{ pointer: '/data/company', detail: 'is not one of the companies of this source' }],
    });
  }
  const fact: EventFact = {
    source: id,
    ...event,
    release: releaseIdOf(event, timeZone),
    receivedAt: ports.now().toISOString(),
    proof: {
      bodySha256: createHash('sha256').update(delivery.body).digest('hex'),
      key: proof.key,
      deliveryId: proof.deliveryId,
      signedAt: proof.signedAt.toISOString(),
    },
  };
  const outcome = await record(ports, fact);
  ports.log('INFO', outcome === 'new' ? 'EVENT_RECORDED' : 'EVENT_KNOWN', { source: id, key: proof.key });
  return {
    statusCode: 202,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: JSON.stringify({ release: fact.release, event: event.id, known: outcome === 'known' }),
  };
};

/** Grants a listed origin what it asks for; everyone else, and whoever asks for no source of ours, hears the same. */
const answerHandshake = (ports: ReceivePorts, request: Request): Answer => {
  const [id, source] = namedSource(request, ports.sources);
  const granted = handshake(request, source);
  const callback = request.headers['webhook-request-callback'] !== undefined;
  ports.log('INFO', granted === undefined ? 'HANDSHAKE_REFUSED' : 'HANDSHAKE_GRANTED', {
    ...(source !== undefined && { source: id }),
    callback,
  });
  if (granted === undefined) throw methodNotAllowed();
  return granted;
};

/** Answers whatever is sent to `/events/{source}`: deliveries by POST, and the handshake that may go before them. */
export const makeHandler =
  (ports: ReceivePorts) =>
  async (request: Request): Promise<Answer> => {
    switch (request.requestContext.http.method) {
      case 'POST':
        return receive(ports, request);
      case 'OPTIONS':
        return answerHandshake(ports, request);
      default:
        throw methodNotAllowed();
    }
  };
