import { Problem } from '../domain/problem.ts';
import type { Source } from '../sources/source.ts';

const usualPerMinute = 600;

/** Deliveries a minute that a source may make. */
export const perMinuteOf = ({ perMinute = usualPerMinute }: Pick<Source, 'perMinute'>): number => perMinute;

/** What is left of a source's share, and when that was so. */
export interface Bucket {
  tokens: number;
  at: Date;
}

/**
 * Takes one delivery out of a bucket that holds a minute's share and fills up evenly; a bucket that is not there is full.
 * Where less than one delivery is left, nothing is taken, and `waitSeconds` is how long it takes until one is.
 */
export const take = (
  bucket: Bucket | undefined,
  perMinute: number,
  now: Date,
): { bucket: Bucket; waitSeconds: number } => {
  const before = bucket ?? { tokens: perMinute, at: now };
  // A clock that was set back fills nothing, neither now nor when it gets there again.
  const at = before.at > now ? before.at : now;
  const filled = ((at.getTime() - before.at.getTime()) / 60_000) * perMinute;
  const tokens = Math.min(perMinute, before.tokens + filled);
  return tokens >= 1
    ? { bucket: { tokens: tokens - 1, at }, waitSeconds: 0 }
    : { bucket: { tokens, at }, waitSeconds: ((1 - tokens) * 60) / perMinute };
};

const tooMany = (waitSeconds: number): Problem =>
  new Problem(
    429,
    'rate',
    'The source sends more than its share',
    'Send the event again after the seconds in Retry-After, and more slowly from then on.',
    { headers: { 'retry-after': String(Math.ceil(waitSeconds)) } },
  );

/** Counts one verified delivery of a source; throws the problem that asks the source to wait. */
export type Limit = (id: string, source: Pick<Source, 'perMinute'>, now: Date) => void;

/**
 * Counts the deliveries of each source, as far as this instance of the function sees them. Only what is verified may be
 * counted, or anybody could use up the share of a source.
 */
export const makeLimit = (): Limit => {
  const buckets = new Map<string, Bucket>();
  return (id, source, now) => {
    const { bucket, waitSeconds } = take(buckets.get(id), perMinuteOf(source), now);
    buckets.set(id, bucket);
    if (waitSeconds > 0) throw tooMany(waitSeconds);
  };
};
