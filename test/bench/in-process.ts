import { createHmac } from 'node:crypto';
import { makeHandler } from '../../functions/receive/handler.ts';
import { signatureKey } from '../../functions/sources/keys.ts';
import { schemes } from '../../functions/sources/schemes.ts';
import { sign } from '../../functions/sources/sign.ts';
import { readConfig } from '../../infra/config.ts';
import { developmentSecrets } from '../../local/run.ts';
import { readExamples } from '../support/examples.ts';
import { httpEvent } from '../support/http.ts';
import { cpuEach } from './measure.ts';

/** CPU of receive for one event with a ledger that does nothing, beside the least that any receiver must do. */
export const measureReceive = async (): Promise<{
  receiveMs: number;
  hmacAndParseMs: number;
  bytes: number;
}> => {
  const [event] = readExamples('iec-2002').slice(1);
  const { sources, companies } = readConfig();
  const { hr } = sources;
  const secret = developmentSecrets()['hr'] ?? '';
  const bytes = Buffer.from(JSON.stringify(event));
  const now = new Date();
  const scheme = schemes['standard-webhooks'];
  const secrets = { current: secret };
  const handler = makeHandler({
    ledger: { put: async () => 'written', get: async () => undefined },
    secrets: { secretsOf: async () => secrets },
    // As often as a bench asks.
    sources: { ...sources, ...(hr && { hr: { ...hr, perMinute: Number.MAX_SAFE_INTEGER } }) },
    loadMapping: {},
    companies: new Map(companies.map((company) => [company.id, company])),
    lookup: async () => ({}),
    now: () => now,
    log: () => {},
  });
  const request = httpEvent('POST', '/events/{source}', {
    pathParameters: { source: 'hr' },
    headers: {
      'content-type': 'application/cloudevents+json',
      ...sign(scheme, secret, { id: 'msg_1', timestamp: now, body: bytes }),
    },
    body: bytes.toString('utf8'),
  });
  const { key } = signatureKey(secret, scheme.signatures);
  const { receive, least } = await cpuEach(
    {
      receive: () => handler(request),
      least: () => {
        createHmac('sha256', key).update('msg_1.1614265330.').update(bytes).digest('base64');
        JSON.parse(bytes.toString('utf8'));
      },
    },
    2000,
  );
  return { receiveMs: receive ?? Number.NaN, hmacAndParseMs: least ?? Number.NaN, bytes: bytes.length };
};
