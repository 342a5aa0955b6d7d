import { problemTypes } from './problem-types.ts';

const refer = (kind: 'schemas' | 'headers', name: string) => ({ $ref: `#/components/${kind}/${name}` });

const json = (schema: string) => ({ 'application/json': { schema: refer('schemas', schema) } });

/** Headers of answers. */
export const headers = {
  Allow: { description: 'the methods that are allowed', schema: { type: 'string' } },
  CacheControl: { description: 'how long it may be kept', schema: { type: 'string' } },
  ETag: { description: 'changes when the contract does', schema: { type: 'string' } },
  NoSniff: { description: 'the body is what content-type says', schema: { const: 'nosniff' } },
  RetryAfter: { description: 'seconds to wait', schema: { type: 'string', pattern: '^[1-9][0-9]*$' } },
  AllowedOrigin: { description: 'the origin that asked', schema: { type: 'string' } },
  AllowedRate: {
    description: 'deliveries a minute that are granted',
    schema: { type: 'string', pattern: '^[1-9][0-9]*$' },
  },
};

const everywhere = {
  'cache-control': refer('headers', 'CacheControl'),
  'x-content-type-options': refer('headers', 'NoSniff'),
};

/** Statuses that API Gateway may answer with by itself. */
const ofGateway = [413, 429, 500, 503];

const saying = (status: number) => Object.entries(problemTypes).filter(([, type]) => type.status === status);

const problemAt = (status: number) => ({
  description: saying(status)
    .map(([kind, { when, remedy }]) => `\`${kind}\`: ${when} ${remedy}`)
    .join('\n\n'),
  headers: {
    ...everywhere,
    ...(status === 405 && { allow: refer('headers', 'Allow') }),
    ...([429, 500, 503].includes(status) && { 'retry-after': refer('headers', 'RetryAfter') }),
  },
  content: {
    'application/problem+json': { schema: refer('schemas', 'Problem') },
    ...(ofGateway.includes(status) && json('GatewayMessage')),
  },
});

/** The answers to these statuses, each of which is a problem. */
export const problemsAt = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), problemAt(status)]));

/** Every status that a problem of receive has, in order. */
export const problemStatuses = [...new Set(Object.values(problemTypes).map(({ status }) => status))].sort();

/** The answer to a delivery that was taken. */
export const taken = {
  description: 'The delivery was taken. It is kept for good before this is said.',
  headers: everywhere,
  content: json('Answer'),
};

/** The answer to a handshake that is granted. */
export const granted = {
  description: 'The origin may deliver here.',
  headers: {
    ...everywhere,
    allow: refer('headers', 'Allow'),
    'webhook-allowed-origin': refer('headers', 'AllowedOrigin'),
    'webhook-allowed-rate': refer('headers', 'AllowedRate'),
  },
};

const caching = { ...everywhere, etag: refer('headers', 'ETag') };

/** The answers to whoever asks for the contract. */
export const contractAnswers = {
  '200': {
    description: 'This document.',
    headers: caching,
    content: { 'application/json': { schema: { type: 'object', required: ['openapi'] } } },
  },
  '304': { description: 'It is as it was when it had this etag.', headers: caching },
};
