import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { deskSource } from '../domain/desk-edits/desk-edits.ts';
import { Problem } from '../domain/problem.ts';
import { releaseIdOf } from '../domain/release.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { SecretStore } from '../ports/secrets.ts';
import type { Source } from '../sources/source.ts';
import { rawBody } from './body.ts';
import { factOf } from './fact.ts';
import { handshake } from './handshake.ts';
import { requireReadableHeaders } from './headers.ts';
import { type Limit, makeLimit } from './limit.ts';
import { type ReadPorts, read } from './read.ts';
import { record } from './record.ts';
import { verified } from './verified.ts';

export interface ReceivePorts extends ReadPorts {
  ledger: Pick<Ledger, 'put' | 'get'>;
  secrets: SecretStore;
  sources: Readonly<Record<string, Source>>;
}

type Request = APIGatewayProxyEventV2;
type Answer = APIGatewayProxyStructuredResultV2;

/** The source that a path names, to the letter; nothing else in a request chooses one. The desk is none that may post. */
const namedSource = (event: Request, sources: ReceivePorts['sources']): [string, Source | undefined] => {
  const id = event.pathParameters?.['source'] ?? '';
  return [id, id !== deskSource && Object.hasOwn(sources, id) ? sources[id] : undefined];
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

const accepted = (body: {
  outcome: 'recorded' | 'known' | 'not-disclosable' | 'ignored';
  event?: string;
  release?: string;
}): Answer => ({
  statusCode: 202,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: JSON.stringify(body),
});

const codes = { recorded: 'EVENT_RECORDED', known: 'EVENT_KNOWN' } as const;

/** Receives one delivery: verifies its raw bytes, reads it, records what it says of whom we disclose, and answers 202. */
const receive = async (ports: ReceivePorts, limit: Limit, request: Request): Promise<Answer> => {
  const [id, source] = namedSource(request, ports.sources);
  if (source === undefined) throw sourceUnknown();
  requireReadableHeaders(request.headers, source);
  const sent = { headers: request.headers, body: rawBody(request) };
  const proof = await verified(ports, [id, source], sent);
  limit(id, source, ports.now());
  const delivery = { ...sent, proof, receivedAt: ports.now() };
  const reading = await read(ports, [id, source], delivery);
  switch (reading.outcome) {
    case 'ignored':
      ports.log('INFO', 'EVENT_IGNORED', { source: id, reason: reading.reason });
      return accepted({ outcome: reading.outcome });
    case 'not-disclosable':
      // A metric counts this code; who it was about is nobody's business here.
      ports.log('INFO', 'EVENT_NOT_DISCLOSABLE', { source: id });
      return accepted({ outcome: reading.outcome });
    case 'event': {
      const { event, company } = reading;
      const release = releaseIdOf(event, company.timeZone);
      const outcome = await record(ports, factOf(id, event, release, delivery));
      ports.log('INFO', codes[outcome], { source: id, key: proof.key });
      return accepted({ outcome, event: event.id, release });
    }
  }
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
export const makeHandler = (ports: ReceivePorts): ((request: Request) => Promise<Answer>) => {
  const limit = makeLimit();
  return async (request) => {
    switch (request.requestContext.http.method) {
      case 'POST':
        return receive(ports, limit, request);
      case 'OPTIONS':
        return answerHandshake(ports, request);
      default:
        throw methodNotAllowed();
    }
  };
};
