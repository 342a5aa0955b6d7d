import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../functions/domain/problem.ts';
import { verified } from '../../../functions/receive/verified.ts';
import { type SchemeName, schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import type { Source } from '../../../functions/sources/source.ts';

const body = Buffer.from('{}');
const signedAt = new Date('2026-11-17T18:20:00Z');
const now = new Date('2026-11-17T18:20:05Z');
const secrets = { current: 'abcdefghijklmnopqrstuvwxyz012345' };

let logged: unknown[][];
beforeEach(() => {
  logged = [];
});

const sourceOf = (scheme: Source['scheme']): Source => ({ name: 'HR', scheme, companies: ['acme'] });

const attempt = (source: Source, headers: Record<string, string>, known = secrets, at = now) =>
  verified(
    { secrets: { secretsOf: async () => known }, now: () => at, log: (...line) => void logged.push(line) },
    ['hr', source],
    { headers, body },
  );

const headersOf = (name: SchemeName): Record<string, string> =>
  sign(schemes[name], secrets.current, { id: 'msg_1', timestamp: signedAt, body });

describe('a delivery', () => {
  it('is proven by the scheme that its source names, with the time that was signed', async () => {
    expect(await attempt(sourceOf('standard-webhooks'), headersOf('standard-webhooks'))).toEqual({
      valid: true,
      key: 'current',
      deliveryId: 'msg_1',
      signedAt,
    });
  });

  it('is proven by the scheme that its source brings, without a time where none is signed', async () => {
    expect(await attempt(sourceOf(schemes.gusto), headersOf('gusto'))).toMatchObject({
      deliveryId: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      signedAt: undefined,
    });
  });

  it('is refused under the scheme of another source', async () => {
    await expect(attempt(sourceOf('gusto'), headersOf('github-like'))).rejects.toMatchObject({ status: 401 });
  });

  it('may be as late as its source may be, and no later', async () => {
    const late = new Date(signedAt.getTime() + 3_600_000);
    const source = sourceOf('bamboohr');
    const patient = { ...source, toleranceSeconds: 3600 };
    expect(await attempt(patient, headersOf('bamboohr'), secrets, late)).toMatchObject({ signedAt });
    await expect(attempt(source, headersOf('bamboohr'), secrets, late)).rejects.toMatchObject({
      status: 401,
    });
    expect(logged).toEqual([['WARN', 'SIGNATURE_REFUSED', { source: 'hr', reason: 'clock' }]]);
  });

  it('is told in the same words whatever is wrong with it', async () => {
    const good = headersOf('standard-webhooks');
    const wrong = [
      {},
      { ...good, 'webhook-id': 'other' },
      { ...good, 'webhook-timestamp': '1' },
      { ...good, 'webhook-signature': 'junk' },
    ];
    const told = await Promise.all(
      wrong.map((headers) =>
        attempt(sourceOf('standard-webhooks'), headers).catch((error: unknown) => error),
      ),
    );
    expect(told.every((error) => error instanceof Problem)).toBe(true);
    expect(new Set(told.map((error) => JSON.stringify([String(error), error]))).size).toBe(1);
    expect(logged.map(([, , fields]) => fields)).toEqual(
      ['header', 'signature', 'clock', 'header'].map((reason) => ({ source: 'hr', reason })),
    );
  });

  it('is put off with 503 while its secret is none, and the log holds nothing of it', async () => {
    const given = attempt(sourceOf('gusto'), headersOf('gusto'), { current: 'short' });
    await expect(given).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
    expect(logged).toEqual([['ERROR', 'SECRET_INVALID', { source: 'hr' }]]);
  });
});
