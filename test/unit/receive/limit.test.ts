import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Bucket, take } from '../../../functions/receive/limit.ts';
import { sourceSchema } from '../../../functions/sources/source.ts';
import { delivery, now, receiver, workforce } from './receiver.ts';

const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** How many of the deliveries at these seconds are let through. */
const letThrough = (perMinute: number, seconds: readonly number[]): number => {
  let bucket: Bucket | undefined;
  return seconds.filter((second) => {
    const taken = take(bucket, perMinute, after(second));
    bucket = taken.bucket;
    return taken.waitSeconds === 0;
  }).length;
};

describe('a share', () => {
  it.each([
    ['a whole minute’s at once', 60, Array(100).fill(0), 60],
    ['one a second after that', 60, [...Array(60).fill(0), 1, 1, 2, 2, 3, 3], 63],
    ['no more than a minute’s after a long silence', 60, [0, ...Array(100).fill(86_400)], 61],
    ['nothing more because a clock was set back', 60, [...Array(60).fill(100), 0, 0, 100], 60],
    ['one a minute where that is all', 1, [0, 30, 59, 60, 61, 120], 3],
  ])('lets through %s', (_, perMinute, seconds, expected) => {
    expect(letThrough(perMinute, seconds)).toBe(expected);
  });

  it('is never more than a bucket and what flows in, whatever the times', () => {
    const times = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 300 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 120 }), (seconds, perMinute) => {
        const sorted = seconds.toSorted((a, b) => a - b);
        const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
        expect(letThrough(perMinute, sorted)).toBeLessThanOrEqual(perMinute + (span * perMinute) / 60);
      }),
    );
  });

  it('has another delivery in it after the wait that it tells of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (perMinute, tokens) => {
          const { waitSeconds } = take({ tokens, at: now }, perMinute, now);
          expect(take({ tokens, at: now }, perMinute, after(Math.ceil(waitSeconds))).waitSeconds).toBe(0);
        },
      ),
    );
  });
});

const hr = { name: 'HR', scheme: 'standard-webhooks', companies: ['iec-electronics'], perMinute: 2 } as const;
const good = JSON.stringify(workforce);

describe('a source that sends more than its share', () => {
  const sources = { hr: { ...hr, companies: [...hr.companies] } };

  it('is asked to wait, in whole seconds, and nothing of it is kept', async () => {
    const { answer, refusal, facts } = receiver({ sources });
    for (const id of ['a', 'b'])
      expect(await answer(delivery(good.replace(workforce.id, id)))).toMatchObject({ statusCode: 202 });
    const third = await refusal(delivery(good));
    expect(third).toMatchObject({ status: 429, kind: 'rate', headers: { 'retry-after': '30' } });
    expect(facts()).toHaveLength(2);
  });

  it('loses nothing to whoever has not its secret', async () => {
    const { answer, refusal } = receiver({ sources });
    for (let i = 0; i < 10; i += 1)
      expect(await refusal(delivery('{}', { headers: { 'webhook-id': 'another' } }))).toMatchObject({
        status: 401,
      });
    expect(await answer(delivery(good))).toMatchObject({ statusCode: 202 });
  });

  it('was told so, if it asked first', async () => {
    const asking = { hr: { ...sources.hr, allowedOrigins: ['hr.example.com'] } };
    const request = {
      ...delivery('', { method: 'OPTIONS' }),
      headers: { 'webhook-request-origin': 'hr.example.com' },
    };
    const { headers } = await receiver({ sources: asking }).answer(request);
    expect(headers?.['webhook-allowed-rate']).toBe('2');
  });

  it('does not take from another source', async () => {
    const { answer, refusal } = receiver({ sources: { ...sources, payroll: sources.hr } });
    for (let i = 0; i < 2; i += 1) await answer(delivery(good));
    expect(await refusal(delivery(good))).toMatchObject({ status: 429 });
    expect(await answer(delivery(good, { source: 'payroll' }))).toMatchObject({ statusCode: 202 });
  });
});

describe('a share that is configured', () => {
  it.each([0, -1, 1.5, 60_001, '600'])('is not %j', (perMinute) => {
    expect(v.is(sourceSchema, { ...hr, perMinute })).toBe(false);
  });
});
