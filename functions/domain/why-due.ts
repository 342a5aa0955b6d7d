import type { Draft } from './draft.ts';
import { firstDue } from './filing/disclosure.ts';
import type { Policy } from './policy-schema.ts';

const hourMilliseconds = 3_600_000;

/**
 * Why decisions on a draft are due when they are: so many hours before its first filing is, or after it was made; `near`: its
 * first filing leaves no more time than that, or is overdue.
 */
export const whyDue = (
  { createdAt, decideBy, disclosure }: Pick<Draft, 'createdAt' | 'decideBy' | 'disclosure'>,
  { beforeFilingHours }: Pick<Policy, 'beforeFilingHours'>,
): { rule: 'before-filing' | 'near' | 'after-draft'; hours: number } => {
  const filing = firstDue(disclosure);
  const hours = (Date.parse(decideBy) - Date.parse(createdAt)) / hourMilliseconds;
  if (filing === undefined) return { rule: 'after-draft', hours };
  const before = (Date.parse(filing) - Date.parse(decideBy)) / hourMilliseconds;
  if (before === beforeFilingHours) return { rule: 'before-filing', hours: before };
  return before < beforeFilingHours ? { rule: 'near', hours } : { rule: 'after-draft', hours };
};
