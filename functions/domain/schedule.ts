import type { Company } from './company.ts';
import type { Draft } from './draft.ts';
import { type Disclosure, firstDue } from './filing/disclosure.ts';

const hour = 3_600_000;

/** How long approvers have where neither the profile nor a filing deadline says. */
const usualHours = 48;

/** The least time between a draft and its deadline, in hours: a filing that is due already leaves no more than that. */
const leastHours = 1;

/**
 * By when a draft made at `now` is to be decided on, and what happens on the way there: as the profile says, and before the
 * first filing that is certain to be due.
 */
export const scheduleOf = (
  { policy }: Pick<Company, 'policy'>,
  disclosure: Disclosure,
  now: Date,
): Pick<Draft, 'decideBy' | 'remindAt' | 'escalateAt' | 'expiresAt' | 'coolingOffMinutes'> => {
  const filing = firstDue(disclosure);
  const limits = [
    ...(policy.decideWithinHours === undefined ? [] : [now.getTime() + policy.decideWithinHours * hour]),
    ...(filing === undefined ? [] : [Date.parse(filing) - policy.beforeFilingHours * hour]),
  ];
  const wanted = limits.length === 0 ? now.getTime() + usualHours * hour : Math.min(...limits);
  const due = Math.max(wanted, now.getTime() + leastHours * hour);
  const before = (hours: number): string => new Date(due - hours * hour).toISOString();
  return {
    decideBy: before(0),
    remindAt: policy.remindBeforeHours
      .map(before)
      .filter((at) => at > now.toISOString())
      .sort(),
    escalateAt: before(Math.min(policy.escalateBeforeHours, (due - now.getTime()) / hour)),
    expiresAt: before(-policy.expireAfterHours),
    coolingOffMinutes: policy.coolingOffMinutes,
  };
};
