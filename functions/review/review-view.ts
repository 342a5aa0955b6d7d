import { actKind } from '../domain/acts.ts';
import { longTime } from '../domain/dates.ts';
import type { Draft } from '../domain/draft.ts';
import type { EventFact } from '../domain/event.ts';
import type { View } from '../domain/templates.ts';
import { nonceOf } from '../domain/tokens.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved, type Entered } from './ballot.ts';
import { documentView } from './document-view.ts';
import { filingView, unusedView } from './filing-view.ts';
import { datesView, evidenceView } from './origin-view.ts';
import { fieldOf, flags, type ProblemCode, problemView } from './problems.ts';
import { groupViews, standingView } from './standing-view.ts';
import type { Visit } from './visit.ts';

/** All that the review page is made of. */
export interface Reading {
  visit: Visit;
  standing: Standing;
  events: readonly EventFact[];
  reference: string;
  session: { token: string; expiresAt: string };
  /** What was posted and could not be recorded, and why. */
  refused?: { problems: readonly ProblemCode[]; entered: Entered };
  /** What was written and came too late; empty where nothing was written. */
  tooLate?: { reason: string };
}

/** Enough of a SHA-256 to compare by eye. */
const fingerprint = (sha256: string): string => sha256.slice(0, 12);

const checkView = ({ message, line }: Draft['checks'][number]): View => ({ message, line: line ?? null });

/** What an approver should know before deciding; facts that are missing have a list of their own among the checks. */
const findingsView = ({ draft, tally }: Standing): View => {
  const checks = draft.checks.filter(({ id }) => id !== 'missing-fact');
  const errors = checks.filter(({ severity }) => severity === 'error');
  const warnings = checks.filter(({ severity }) => severity === 'warning');
  const approvable = canBeApproved(draft, tally);
  return {
    approvable,
    hasErrors: errors.length > 0,
    errors: errors.map(checkView),
    hasWarnings: warnings.length > 0,
    warnings: warnings.map(checkView),
    hasMissing: draft.missing.length > 0,
    missing: draft.missing.map(({ event, kind, fact }) => ({
      event,
      fact,
      ...flags(actKind.options, kind),
    })),
    clean: approvable && draft.checks.length === 0 && draft.missing.length === 0,
  };
};

const formView = ({ visit, standing, session, refused }: Reading): View => {
  const problems = refused?.problems ?? [];
  const problemAt = (field: ReturnType<typeof fieldOf>): View | null => {
    const code = problems.find((problem) => fieldOf(problem) === field);
    return code === undefined ? null : problemView(code);
  };
  const entered = refused?.entered;
  return {
    action: visit.path,
    draft: standing.draft.draft,
    sha256: standing.draft.sha256,
    nonce: nonceOf(session.token),
    approvable: canBeApproved(standing.draft, standing.tally),
    choseApprove: entered?.decision === 'approve',
    choseChanges: entered?.decision === 'request-changes',
    read: entered?.read ?? false,
    reason: entered?.reason ?? '',
    decisionProblem: problemAt('decision'),
    readProblem: problemAt('read'),
    reasonProblem: problemAt('reason'),
  };
};

/** The view of templates/pages/review.mustache. */
export const reviewView = (reading: Reading): View => {
  const { visit, standing, events, reference, session, refused, tooLate } = reading;
  const { draft } = standing;
  const { timeZone, name, owner } = visit.company;
  const time = (instant: string): string => longTime(new Date(instant), timeZone);
  const mayDecide =
    standing.outcome === undefined &&
    standing.newerEvents.length === 0 &&
    standing.decisions.every(({ approver }) => approver !== visit.approver);
  return {
    company: name,
    owner: draft.ownerRecused ? null : owner.name,
    draft: draft.draft,
    reference,
    ledger: `releases/${draft.release}/`,
    fingerprint: fingerprint(draft.sha256),
    createdAt: time(draft.createdAt),
    decideBy: time(draft.decideBy),
    sessionEnds: time(session.expiresAt),
    standing: standingView(standing, timeZone, visit.approver),
    findings: findingsView(standing),
    filing: filingView(draft.disclosure, timeZone),
    hasUnused: draft.unused.length > 0,
    unused: unusedView(draft),
    document: documentView(draft.content),
    exhibit: draft.text,
    hasDates: draft.dates.length > 0,
    dates: datesView(draft),
    hasEvidence: draft.evidence.length > 0,
    evidence: evidenceView(draft),
    events: events.map(({ source, id, receivedAt }) => ({ source, id, receivedAt: time(receivedAt) })),
    groups: groupViews(standing, timeZone, visit.approver),
    form: mayDecide ? formView(reading) : null,
    hasProblems: (refused?.problems.length ?? 0) > 0,
    problems: (refused?.problems ?? []).map((code) => problemView(code)),
    tooLate: tooLate !== undefined,
    unsaved: tooLate?.reason ?? null,
  };
};
