import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Headers } from '../../../../functions/sources/given.ts';
import type { Scheme } from '../../../../functions/sources/scheme.ts';
import { isAccepted } from '../deliveries.ts';

/** A delivery as anybody may send it, with the secret that the receiver holds. */
export interface Sent {
  headers: Headers;
  body: Buffer;
  secret: string;
  now: Date;
}

/** One place where a library takes what we refuse, or (`stricter`) refuses what we take. */
export interface Difference {
  name: string;
  applies: (sent: Sent) => boolean;
  example: Sent;
}

/** A library for webhooks that others trust, and how it differs from us. */
export interface Oracle {
  library: string;
  scheme: Scheme;
  accepts: (sent: Sent) => boolean | Promise<boolean>;
  sent: fc.Arbitrary<Sent>;
  lenient: readonly Difference[];
  stricter: readonly Difference[];
}

const weAccept = (scheme: Scheme, { headers, body, secret, now }: Sent): boolean =>
  isAccepted(scheme, { headers, body }, { current: secret }, { now });

/** Compares us with a library: on every example, and on whatever else is sent. */
export const compareWith = ({ library, scheme, accepts, sent, lenient, stricter }: Oracle): void => {
  const names = (differences: readonly Difference[], given: Sent): string[] =>
    differences.filter(({ applies }) => applies(given)).map(({ name }) => name);

  it.each(lenient)(`${library} takes, and we refuse: $name`, async ({ name, example }) => {
    expect([await accepts(example), weAccept(scheme, example)]).toEqual([true, false]);
    expect(names(lenient, example)).toEqual([name]);
  });

  it.each(stricter)(`${library} refuses, and we take: $name`, async ({ name, example }) => {
    expect([await accepts(example), weAccept(scheme, example)]).toEqual([false, true]);
    expect(names(stricter, example)).toEqual([name]);
  });

  it(`${library} takes all that we take, and we refuse of what it takes only what is named`, async () => {
    const seen = { both: 0, neither: 0, differing: 0 };
    await fc.assert(
      fc.asyncProperty(sent, async (given) => {
        const [theirs, ours] = [await accepts(given), weAccept(scheme, given)];
        if (ours && !theirs) expect(names(stricter, given)).not.toEqual([]);
        if (theirs) expect(names(lenient, given).length > 0).toBe(!ours);
        seen[ours !== theirs ? 'differing' : ours ? 'both' : 'neither'] += 1;
      }),
      { numRuns: 3000 },
    );
    // A comparison proves nothing unless it has seen each of them often.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(100);
  });
};

/** Whether bytes are text; what is not is changed by whoever decodes it. */
export const isUtf8 = (body: Buffer): boolean => Buffer.from(body.toString('utf8')).equals(body);

/** Bodies: JSON, any bytes, text with bytes in it that are none, a byte order mark, nothing. */
export const anyBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc.json().map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    Buffer.from('{"name":"A\uFFFD"}'),
    Buffer.from([0x7b, 0xff, 0x7d]),
    Buffer.from('\uFEFF{}'),
    Buffer.alloc(0),
  ),
);

/** The clock of the receiver, most often as that of the sender. */
export const anyOffsetMilliseconds: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -299_000, max: 299_000 }) },
  fc.integer({ min: -302_000, max: -298_000 }),
  fc.integer({ min: 298_000, max: 302_000 }),
  fc.integer({ min: -1e12, max: 1e12 }),
);
