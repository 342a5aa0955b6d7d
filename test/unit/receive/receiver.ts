import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import { expect } from 'vitest';
import { problemResponses } from '../../../functions/adapters/problem.ts';
import { type EventFact, eventFactSchema } from '../../../functions/domain/event.ts';
import { makeHandler, type ReceivePorts } from '../../../functions/receive/handler.ts';
import { schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import { readExamples } from '../../support/examples.ts';
import { httpEvent } from '../../support/http.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

const secret = 'whsec_Z2F6ZXR0ZS1kZXZlbG9wbWVudC1vbmx5LWhyLTAxMjM=';

export const now = new Date('2002-06-05T21:00:00Z');

const [first] = readExamples('iec-2002');
if (first === undefined) throw new Error('no examples');

/** A good event. */
export const workforce = first;

export interface Delivery {
  headers?: Record<string, string | undefined>;
  id?: string;
  source?: string;
  signedAt?: Date;
  method?: string;
  query?: string;
}

/** What API Gateway hands over for bytes that are signed with the secret of `hr`; in base64, so that all bytes can be sent. */
export const delivery = (body: string | Buffer, change: Delivery = {}): APIGatewayProxyEventV2 => {
  const bytes = Buffer.from(body);
  const message = { id: change.id ?? 'msg_1', timestamp: change.signedAt ?? now, body: bytes };
  const headers = Object.entries({
    'content-type': 'application/cloudevents+json',
    ...sign(schemes['standard-webhooks'], secret, message),
    ...change.headers,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return httpEvent(change.method ?? 'POST', '/events/{source}', {
    pathParameters: { source: change.source ?? 'hr' },
    headers: Object.fromEntries(headers),
    body: bytes.toString('base64'),
    isBase64Encoded: true,
    rawQueryString: change.query ?? '',
  });
};

const problemSchema = v.strictObject({
  type: v.pipe(v.string(), v.regex(/^urn:gazette:problem:[a-z-]+$/)),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  errors: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          pointer: v.pipe(v.string(), v.regex(/^(\/([^~/]|~[01])*)*$/s)),
          detail: v.pipe(v.string(), v.regex(/^(must|is|has|stands) /)),
        }),
      ),
      v.minLength(1),
      v.maxLength(20),
    ),
  ),
});

/** A receiver with a ledger in memory and one source, `hr`, that speaks for IEC Electronics. */
export const receiver = (change: Partial<ReceivePorts> = {}) => {
  const ledger = memoryLedger();
  const logged: { level: string; code: string }[] = [];
  const ports: ReceivePorts = {
    ledger,
    secrets: { secretsOf: async () => ({ current: secret }) },
    sources: {
      hr: {
        name: 'HR',
        scheme: 'standard-webhooks',
        companies: ['iec-electronics'],
        allowedOrigins: ['events.example.com'],
      },
    },
    loadMapping: {},
    companies: new Map([
      ['iec-electronics', { id: 'iec-electronics', timeZone: 'America/New_York', officers: [] }],
      ['halden-optics', { id: 'halden-optics', timeZone: 'Europe/Oslo', officers: [] }],
    ]),
    lookup: async () => {
      throw new Error('nobody is to be asked');
    },
    now: () => now,
    log: (level, code, fields) => logged.push({ level, code, ...fields }),
    ...change,
  };
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(problemResponses(ports.log))
    .handler(makeHandler(ports));
  const context: Context = Object.create(null);
  const answer = (event: APIGatewayProxyEventV2) => handler(event, context);

  return {
    ledger,
    logged,
    answer,
    /** The facts that were recorded. */
    facts: (): EventFact[] =>
      [...ledger.facts.values()].map((text) => v.parse(eventFactSchema, JSON.parse(text))),
    /** What was answered, which must be a problem that says the same in its status and in its body, as all must. */
    refusal: async (event: APIGatewayProxyEventV2) => {
      const { statusCode, headers, body } = await answer(event);
      expect(headers).toMatchObject({
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      const problem = v.parse(problemSchema, JSON.parse(body ?? ''));
      expect(problem.status).toBe(statusCode);
      return {
        status: problem.status,
        kind: problem.type.replace('urn:gazette:problem:', ''),
        errors: (problem.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`),
        headers,
        body,
      };
    },
  };
};

/** The good event with other members. */
export const altered = (change: object): string => JSON.stringify({ ...workforce, ...change });

/** The good event with other members of its data. */
export const withData = (change: object): string => altered({ data: { ...workforce.data, ...change } });
