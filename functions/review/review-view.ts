import type { Published } from '../domain/facts.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import { pageStamp } from '../domain/page-stamps.ts';
import type { View } from '../domain/templates.ts';
import { timeLeft } from '../domain/time-left.ts';
import type { Standing } from '../ports/standing.ts';
import type { Entered } from './ballot.ts';
import { dayOver } from './day-over.ts';
import { briefView, type DraftReading, detailsView } from './details-view.ts';
import { documentView } from './document-view.ts';
import { editsView } from './edit/edits-view.ts';
import { findingsView } from './findings-view.ts';
import { formView, takeBackView } from './form-view.ts';
import { groupViews, progressView } from './groups-view.ts';
import { linksOf, pathOf } from './links.ts';
import { type ProblemCode, problemView } from './problems.ts';
import { seatOf } from './seat.ts';
import { leftView, standingView } from './standing-view.ts';
import { clockTime, shownTime, zoneOf } from './times.ts';
import { whyDueView } from './why-due-view.ts';

/** All that the review page is made of. */
export interface Reading extends DraftReading {
  standing: Standing;
  reference: string;
  session: { token: string; expiresAt: string };
  /** What was posted and could not be recorded, and why. */
  refused?: { problems: readonly ProblemCode[]; entered: Entered };
  /** What was written and came too late; empty where nothing was written. */
  tooLate?: { reason: string };
  /** Whether a decision was to be taken back, and could not be. */
  stillStands?: boolean;
  /** What was published, if the release was. */
  published?: Published | undefined;
  /** When the release was stopped, where this draft is the first since it goes on. */
  stoppedAt?: string | undefined;
  /** Whether what is folded is on pages of its own, as this one would be too long. */
  brief?: boolean;
}

/** What became public of a release, for a page of one of its drafts. */
const publicView = ({ visit, standing: { draft }, published }: Reading): View => {
  const isThis = published?.draft === draft.draft;
  return {
    publishedAt: isThis ? shownTime(published.publishedAt, visit) : null,
    publishedOther: published !== undefined && !isThis ? published.draft : null,
  };
};

/** The view of templates/pages/review.mustache. */
export const reviewView = (reading: Reading): View => {
  const { visit, standing, reference, session, now, refused, tooLate, stillStands = false } = reading;
  const { brief = false, stoppedAt } = reading;
  const { draft, outcome } = standing;
  const { name, owner, policy } = visit.company;
  const timeZone = zoneOf(visit);
  const time = (instant: string | Date): string => clockTime(instant, timeZone);
  const looking = {
    standing,
    timeZone,
    reader: visit.approver,
    now,
    here: pathOf(visit),
    takeBack: takeBackView(reading),
    renewal: { action: visit.path, stamp: pageStamp(visit.token, now) },
    stoppedAt,
  };
  const due = new Date(draft.decideBy);
  const filing = firstDue(draft.disclosure);
  const problems = [...(refused?.problems ?? [])];
  const seat = seatOf(standing, visit.approver, now);
  return {
    company: name,
    ...publicView(reading),
    owner: draft.ownerRecused ? null : owner.name,
    draft: draft.draft,
    reference,
    madeAt: time(now),
    sessionEnds: time(session.expiresAt),
    isOpen: outcome === undefined,
    decideBy: time(due),
    left: leftView(due, now),
    isOverdue: outcome === undefined && timeLeft(due, now) === undefined,
    expiresAt: time(draft.expiresAt),
    whyDue: whyDueView(draft, policy),
    dayOver: dayOver(standing, visit.company.timeZone, now),
    filingDue: filing === undefined ? null : { at: time(filing), left: leftView(new Date(filing), now) },
    progress: progressView(standing),
    standing: standingView(looking),
    links: linksOf(visit, standing),
    findings: findingsView(standing, brief ? `${visit.path}/remarks` : null),
    edits: editsView(draft, visit.company),
    document: documentView(draft.content),
    form: seat === 'decides' ? formView(reading) : null,
    details: brief ? null : detailsView(reading),
    brief: brief ? briefView(reading) : null,
    groups: groupViews(looking),
    hasProblems: problems.length > 0,
    problems: problems.map((code) => problemView(code)),
    tooLate: tooLate !== undefined,
    unsaved: tooLate?.reason ?? null,
    stillStands,
  };
};
