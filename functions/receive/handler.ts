import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Log } from '../adapters/log.ts';
import { Problem } from '../adapters/problem.ts';
import { cloudEventSchema, type EventFact, eventFactSchema } from '../domain/event.ts';
import { keys } from '../domain/keys.ts';
import { releaseIdOf } from '../domain/release.ts';
import { type Ledger, putFact, readRequiredFact } from '../ports/ledger.ts';
import type { SecretStore } from '../ports/secrets.ts';
import type { Source } from '../sources/source.ts';
import { parseBy, parseJson, rawBody, requireJson } from './body.ts';
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

const sourceOf = (event: APIGatewayProxyEventV2, sources: ReceivePorts['sources']): [string, Source] => {
  const id = event.pathParameters?.['source'] ?? '';
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) {
    throw new Problem(
      404,
      'source-unknown',
      'There is no such source',
      'Post to /events/ and the id of your source.',
    );
  }
  return [id, source];
};

/** Records an event; an id that is known with another body is refused, because an id names one event for good. */
const record = async (
  ledger: ReceivePorts['ledger'],
  key: string,
  fact: EventFact,
): Promise<'new' | 'known'> => {
  if ((await putFact(ledger, key, fact)) === 'written') return 'new';
  const earlier = await readRequiredFact(ledger, key, eventFactSchema);
  if (earlier.proof.bodySha256 === fact.proof.bodySha256) return 'known';
  throw new Problem(
    409,
    'event-id-taken',
    'An event with this id and another body is known',
    'Give a corrected event an id of its own and name the earlier one in data.replaces.',
  );
};

/** Receives one event: verifies its raw bytes, parses it, records it once, and answers 202. */
export const makeHandler =
  (ports: ReceivePorts) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    if (event.requestContext.http.method !== 'POST') {
      throw new Problem(405, 'method', 'The method is not allowed', 'Use POST.', {
        headers: { allow: 'POST' },
      });
    }
    const [id, source] = sourceOf(event, ports.sources);
    const body = rawBody(event);
    const proof = await verified(ports, [id, source], { headers: event.headers, body });
    requireJson(event.headers);
    const cloudEvent = parseBy(cloudEventSchema, parseJson(body));
    const timeZone = ports.timeZones.get(cloudEvent.data.company);
    if (!source.companies.includes(cloudEvent.data.company) || timeZone === undefined) {
      throw new Problem(403, 'company', 'The source may not speak for this company', 'Check data.company.', {
        errors: [{ pointer: '/data/company', detail: 'is not one of the companies of this source' }],
      });
    }
    const release = releaseIdOf(cloudEvent, timeZone);
    const outcome = await record(ports.ledger, keys.event(release, id, cloudEvent.id), {
      source: id,
      id: cloudEvent.id,
      release,
      ...(cloudEvent.subject !== undefined && { subject: cloudEvent.subject }),
      time: cloudEvent.time,
      receivedAt: ports.now().toISOString(),
      data: cloudEvent.data,
      proof: {
        bodySha256: createHash('sha256').update(body).digest('hex'),
        key: proof.key,
        deliveryId: proof.deliveryId,
        signedAt: proof.signedAt.toISOString(),
      },
    });
    ports.log('INFO', outcome === 'new' ? 'EVENT_RECORDED' : 'EVENT_KNOWN', { source: id, key: proof.key });
    return {
      statusCode: 202,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify({ release, event: cloudEvent.id, known: outcome === 'known' }),
    };
  };
