import { longTime } from '../domain/dates.ts';
import type { EventFact } from '../domain/event.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import type { View } from '../domain/templates.ts';
import { timeLeft } from '../domain/time-left.ts';
import type { Standing } from '../ports/standing.ts';
import type { Entered } from './ballot.ts';
import { documentView } from './document-view.ts';
import { editsView } from './edit/edits-view.ts';
import { filingView, unusedView } from './filing-view.ts';
import { findingsView } from './findings-view.ts';
import { formView, takeBackView } from './form-view.ts';
import { groupViews, progressView } from './groups-view.ts';
import { linksOf, pathOf } from './links.ts';
import { datesView, evidenceView } from './origin-view.ts';
import { type ProblemCode, problemView } from './problems.ts';
import { seatOf } from './seat.ts';
import { leftView, standingView } from './standing-view.ts';
import type { Visit } from './visit.ts';

/** All that the review page is made of. */
export interface Reading {
  visit: Visit;
  standing: Standing;
  events: readonly EventFact[];
  reference: string;
  session: { token: string; expiresAt: string };
  now: Date;
  /** What was posted and could not be recorded, and why. */
  refused?: { problems: readonly ProblemCode[]; entered: Entered };
  /** What was written and came too late; empty where nothing was written. */
  tooLate?: { reason: string };
  /** Whether a decision was to be taken back, and could not be. */
  stillStands?: boolean;
}

/** Enough of a SHA-256 to compare by eye. */
const fingerprint = (sha256: string): string => sha256.slice(0, 12);

const identityView = ({ visit, standing: { draft } }: Reading): View => ({
  draft: draft.draft,
  fingerprint: fingerprint(draft.sha256),
  createdAt: longTime(new Date(draft.createdAt), visit.company.timeZone),
  ledger: `releases/${draft.release}/`,
});

/** Everything that is folded: what counsel looks into, and an executive mostly does not. */
const detailsView = (reading: Reading): View => {
  const { visit, standing, events } = reading;
  const { draft } = standing;
  const { timeZone } = visit.company;
  return {
    filing: filingView(draft.disclosure, timeZone),
    hasUnused: draft.unused.length > 0,
    unused: unusedView(draft),
    exhibit: draft.text,
    hasDates: draft.dates.length > 0,
    dates: datesView(draft),
    hasEvidence: draft.evidence.length > 0,
    evidence: evidenceView(draft),
    events: events.map(({ source, id, receivedAt }) => ({
      source,
      id,
      receivedAt: longTime(new Date(receivedAt), timeZone),
    })),
    identity: identityView(reading),
  };
};

/** The view of templates/pages/review.mustache. */
export const reviewView = (reading: Reading): View => {
  const { visit, standing, reference, session, now, refused, tooLate, stillStands = false } = reading;
  const { draft, outcome } = standing;
  const { timeZone, name, owner } = visit.company;
  const looking = {
    standing,
    timeZone,
    reader: visit.approver,
    now,
    here: pathOf(visit),
    takeBack: takeBackView(reading),
  };
  const due = new Date(draft.decideBy);
  const filing = firstDue(draft.disclosure);
  const problems = [...(refused?.problems ?? [])];
  const seat = seatOf(standing, visit.approver);
  return {
    company: name,
    owner: draft.ownerRecused ? null : owner.name,
    draft: draft.draft,
    reference,
    madeAt: longTime(now, timeZone),
    sessionEnds: longTime(new Date(session.expiresAt), timeZone),
    isOpen: outcome === undefined,
    decideBy: longTime(due, timeZone),
    left: leftView(due, now),
    isOverdue: outcome === undefined && timeLeft(due, now) === undefined,
    expiresAt: longTime(new Date(draft.expiresAt), timeZone),
    filingDue: filing === undefined ? null : longTime(new Date(filing), timeZone),
    progress: progressView(standing),
    standing: standingView(looking),
    links: linksOf(visit, draft),
    findings: findingsView(standing),
    edits: editsView(draft, visit.company),
    document: documentView(draft.content),
    form: seat === 'decides' ? formView(reading) : null,
    details: detailsView(reading),
    groups: groupViews(looking),
    hasProblems: problems.length > 0,
    problems: problems.map((code) => problemView(code)),
    tooLate: tooLate !== undefined,
    unsaved: tooLate?.reason ?? null,
    stillStands,
  };
};
