import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { sourceSchema } from '../../../functions/sources/source.ts';
import { delivery, receiver } from './receiver.ts';

const asked = (headers: Record<string, string>, source = 'hr') => ({
  ...delivery('', { method: 'OPTIONS', source }),
  headers,
});
const origin = 'events.example.com';

describe('a handshake', () => {
  it.each([
    ['that asks for a rate', { 'webhook-request-origin': origin, 'webhook-request-rate': '120' }],
    ['that asks for none', { 'webhook-request-origin': origin }],
    ...['-1', '0', 'abc', '1e9', '99999999999999999999'].map((rate): [string, Record<string, string>] => [
      `that asks for ${rate}`,
      { 'webhook-request-origin': origin, 'webhook-request-rate': rate },
    ]),
  ])('%s is granted ours', async (_, headers) => {
    const { answer, ledger } = receiver();
    const granted = await answer(asked(headers));
    expect(granted).toEqual({
      statusCode: 200,
      headers: {
        allow: 'POST',
        'webhook-allowed-origin': origin,
        'webhook-allowed-rate': '600',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
    expect(ledger.facts.size).toBe(0);
  });

  it('is granted under the name that was asked for, in whatever case', async () => {
    const granted = await receiver().answer(asked({ 'webhook-request-origin': 'Events.Example.COM' }));
    expect(granted.headers?.['webhook-allowed-origin']).toBe('Events.Example.COM');
  });

  it('calls nobody back, and tells whoever reads the log that it was asked to', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const { answer, logged } = receiver();
    const callback = 'http://169.254.169.254/latest/meta-data/';
    await answer(asked({ 'webhook-request-origin': origin, 'webhook-request-callback': callback }));
    expect(fetched).not.toHaveBeenCalled();
    expect(logged).toEqual([{ level: 'INFO', code: 'HANDSHAKE_GRANTED', source: 'hr', callback: true }]);
    fetched.mockRestore();
  });

  it('tells nobody else anything: every refusal is the one for a method that is not there', async () => {
    const { refusal } = receiver();
    const plain = await refusal(delivery('', { method: 'GET' }));
    expect(plain).toMatchObject({ status: 405, kind: 'method' });
    for (const event of [
      asked({ 'webhook-request-origin': 'evil.example' }),
      asked({ 'webhook-request-origin': `${origin}\r\nSet-Cookie: x=1` }),
      asked({ 'webhook-request-origin': `${origin},evil.example` }),
      asked({ 'webhook-request-origin': `x.${origin}` }),
      asked({ 'webhook-request-origin': '*' }),
      asked({ 'webhook-request-origin': '' }),
      asked({}),
      asked({ origin: `https://${origin}`, 'access-control-request-method': 'POST' }),
      asked({ 'webhook-request-origin': origin }, 'nobody'),
      asked({ 'webhook-request-origin': origin }, 'constructor'),
    ])
      expect(await refusal(event)).toEqual(plain);
  });

  it('lets nothing in: a delivery of an origin that is listed is verified as any other', async () => {
    const { refusal } = receiver();
    const headers = { 'webhook-request-origin': origin, origin, 'webhook-signature': undefined };
    expect(await refusal(delivery('{}', { headers }))).toMatchObject({ status: 401 });
  });

  it.each(['*', 'Events.example.com', 'https://events.example.com', 'localhost', 'a.example/x', ''])(
    'is not to be configured for %j',
    (name) => {
      const source = { name: 'HR', scheme: 'standard-webhooks', companies: ['x'], allowedOrigins: [name] };
      expect(v.is(sourceSchema, source)).toBe(false);
      expect(v.is(sourceSchema, { ...source, allowedOrigins: [origin] })).toBe(true);
    },
  );
});
