import type { Company } from '../domain/company.ts';
import { longDate } from '../domain/dates.ts';
import { outcomes } from '../domain/facts.ts';
import { mailFates } from '../domain/keys.ts';
import { type Reachability, type Reason, reachability } from '../domain/reachability.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { nameOf } from './happening-view.ts';
import { flags } from './problems.ts';
import { clockTime } from './times.ts';

const verdicts = ['yes', 'at-risk', 'no'] as const satisfies readonly Reachability['verdict'][];

const kinds = [
  'recused',
  'changed',
  'absent',
  'unreachable',
  'late',
  'asked-for-changes',
  'errors',
  'newer-event',
  'frozen',
  'ended',
] as const satisfies readonly Reason['kind'][];

/** So many errors are named; the page of the draft has them all. */
const errorsNamed = 5;

const reasonWords = (reason: Reason, { draft }: Standing, company: Company, timeZone: string): View => {
  switch (reason.kind) {
    case 'recused':
    case 'changed':
    case 'absent':
    case 'unreachable':
      return {
        name: nameOf(company, reason.approver),
        group: draft.groups.find(({ id }) => id === reason.group)?.name ?? reason.group,
        isRequired: reason.required,
        until: reason.kind === 'absent' ? longDate(reason.until) : null,
        ...flags(mailFates, reason.kind === 'unreachable' ? reason.fate : undefined),
      };
    case 'late':
      return {
        at: clockTime(reason.at, timeZone),
        ...flags(['decisions', 'filing', 'expiry'], reason.which),
      };
    case 'asked-for-changes':
      return { name: nameOf(company, reason.approver) };
    case 'errors':
      return {
        count: reason.count,
        one: reason.count === 1,
        first: draft.checks
          .filter(({ severity }) => severity === 'error')
          .slice(0, errorsNamed)
          .map(({ message }) => message),
        more: reason.count > errorsNamed,
      };
    case 'newer-event':
    case 'frozen':
      return {};
    case 'ended':
      return flags(outcomes, reason.outcome);
  }
};

/** Whether an open draft can still pass in time, and what stands against it. */
export const reachView = (
  standing: Standing,
  company: Company,
  { now, isFrozen, timeZone }: { now: Date; isFrozen: boolean; timeZone: string },
): View => {
  const { verdict, by, reasons: all } = reachability({ ...standing, isFrozen }, company, now);
  const isLateFiling = (reason: Reason): boolean => reason.kind === 'late' && reason.which === 'filing';
  const isFilingAlone = all.length > 0 && all.every(isLateFiling);
  // What is overdue is said by the page itself.
  const reasons = all.filter(
    (reason) => !(reason.kind === 'late' && isLateFiling(reason) && new Date(reason.at) <= now),
  );
  return {
    by: clockTime(by, timeZone),
    ...flags(verdicts, isFilingAlone ? undefined : verdict),
    isFilingAlone,
    hasReasons: reasons.length > 0,
    reasons: reasons.map((reason) => ({
      ...Object.fromEntries(kinds.map((kind) => [kind, null])),
      [reason.kind]: reasonWords(reason, standing, company, timeZone),
    })),
  };
};
