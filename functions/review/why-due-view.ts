import type { Draft } from '../domain/draft.ts';
import type { Policy } from '../domain/policy-schema.ts';
import type { View } from '../domain/templates.ts';
import { whyDue } from '../domain/why-due.ts';
import { flags } from './problems.ts';

const rules = ['before-filing', 'near', 'after-draft'] as const;

/** Why decisions are due when they are, in whole hours, or minutes where there are few. */
export const whyDueView = (draft: Draft, policy: Pick<Policy, 'beforeFilingHours'>): View => {
  const { rule, hours } = whyDue(draft, policy);
  const inMinutes = hours < 2 && !Number.isInteger(hours);
  const amount = Math.round(inMinutes ? hours * 60 : hours);
  return {
    ...flags(rules, rule),
    amount,
    ...flags(['hour', 'minute'], inMinutes ? 'minute' : 'hour'),
    one: amount === 1,
  };
};
