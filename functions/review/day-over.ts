import { localDateOf, longDate } from '../domain/dates.ts';
import type { Standing } from '../ports/standing.ts';

/**
 * The day that an open draft bears, where it has passed since the draft was made; null where it has not. One that was over
 * from the start is among the draft's own checks.
 */
export const dayOver = (
  { draft: { announced, createdAt }, outcome }: Pick<Standing, 'draft' | 'outcome'>,
  timeZone: string,
  now: Date,
): string | null =>
  outcome === undefined &&
  localDateOf(new Date(createdAt), timeZone) <= announced &&
  announced < localDateOf(now, timeZone)
    ? longDate(announced)
    : null;
