import type { MappedWhen } from '../mapping.ts';

/**
 * Whether somebody leaves, by what a system knows of them. The last day of one who works there may lie ahead; one that is
 * past is of an earlier employment.
 */
export const isLeaving = (
  active: boolean | undefined,
  lastDay: MappedWhen | undefined,
  receivedAt: Date,
): boolean => {
  if (active === false || lastDay === undefined) return active === false;
  const isPast = 'date' in lastDay && lastDay.date < receivedAt.toISOString().slice(0, 10);
  return active === undefined || !isPast;
};
