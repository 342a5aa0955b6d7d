import { actKind } from '../domain/acts.ts';
import type { Draft } from '../domain/draft.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { flags } from './problems.ts';

const checkView = ({ message, line }: Draft['checks'][number]): View => ({ message, line: line ?? null });

/** So many of each kind are named on a page that leads to the page of all. */
const namedLimit = 10;

/** The first of them, and how many are left out; all of them where no page leads further. */
const shortened = <T>(list: readonly T[], rest: string | null): { list: T[]; more: number | null } => {
  const shown = rest === null ? list.length : namedLimit;
  return { list: list.slice(0, shown), more: list.length > shown ? list.length - shown : null };
};

/**
 * What an approver should know before deciding; facts that are missing have a list of their own among the checks. With
 * `rest`, the path of the page of all of them, only the first are named.
 */
export const findingsView = (
  { draft, tally }: Pick<Standing, 'draft' | 'tally'>,
  rest: string | null = null,
): View => {
  const checks = draft.checks.filter(({ id }) => id !== 'missing-fact');
  const errors = shortened(
    checks.filter(({ severity }) => severity === 'error'),
    rest,
  );
  const warnings = checks.filter(({ severity }) => severity === 'warning');
  const missing = shortened(draft.missing, rest);
  const approvable = canBeApproved(draft, tally);
  return {
    rest,
    approvable,
    hasErrors: errors.list.length > 0,
    errors: errors.list.map(checkView),
    moreErrors: errors.more,
    hasWarnings: warnings.length > 0,
    warningCount: warnings.length,
    oneWarning: warnings.length === 1,
    warnings: rest === null ? warnings.map(checkView) : [],
    hasMissing: missing.list.length > 0,
    missing: missing.list.map(({ event, kind, fact }) => ({
      event,
      fact,
      ...flags(actKind.options, kind),
    })),
    moreMissing: missing.more,
    /** Groups that too few may decide in, once those are left out whom the release is about or who changed it. */
    hasShortGroups: tally.groups.some(({ reachable }) => !reachable),
    shortGroups: tally.groups.filter(({ reachable }) => !reachable).map(({ name }) => name),
    clean: approvable && draft.checks.length === 0 && draft.missing.length === 0,
  };
};
