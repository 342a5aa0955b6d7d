import { actKind } from '../domain/acts.ts';
import type { Draft } from '../domain/draft.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { flags } from './problems.ts';

const checkView = ({ message, line }: Draft['checks'][number]): View => ({ message, line: line ?? null });

/** What an approver should know before deciding; facts that are missing have a list of their own among the checks. */
export const findingsView = ({ draft, tally }: Pick<Standing, 'draft' | 'tally'>): View => {
  const checks = draft.checks.filter(({ id }) => id !== 'missing-fact');
  const errors = checks.filter(({ severity }) => severity === 'error');
  const warnings = checks.filter(({ severity }) => severity === 'warning');
  const approvable = canBeApproved(draft, tally);
  return {
    approvable,
    hasErrors: errors.length > 0,
    errors: errors.map(checkView),
    hasWarnings: warnings.length > 0,
    warningCount: warnings.length,
    oneWarning: warnings.length === 1,
    warnings: warnings.map(checkView),
    hasMissing: draft.missing.length > 0,
    missing: draft.missing.map(({ event, kind, fact }) => ({
      event,
      fact,
      ...flags(actKind.options, kind),
    })),
    /** Groups that too few may decide in, once those are left out whom the release is about or who changed it. */
    hasShortGroups: tally.groups.some(({ reachable }) => !reachable),
    shortGroups: tally.groups.filter(({ reachable }) => !reachable).map(({ name }) => name),
    clean: approvable && draft.checks.length === 0 && draft.missing.length === 0,
  };
};
