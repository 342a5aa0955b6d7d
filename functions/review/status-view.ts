import { awaitedOf } from '../domain/awaited.ts';
import { endingOf } from '../domain/ending.ts';
import { outcomes, type Published } from '../domain/facts.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import { mailFates } from '../domain/keys.ts';
import { unreachedOf } from '../domain/mail-reach.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { dayOver } from './day-over.ts';
import { groupViews } from './groups-view.ts';
import type { Happening } from './happening.ts';
import { happeningView, nameOf } from './happening-view.ts';
import { linksOf, pathOf } from './links.ts';
import { papersView } from './papers.ts';
import { personOf } from './people-view.ts';
import { flags } from './problems.ts';
import { reachView } from './reach-view.ts';
import { completedAt, leftView } from './standing-view.ts';
import { clockTime, zoneOf } from './times.ts';
import type { Visit } from './visit.ts';

/** All that the page of a release's status is made of. */
interface Survey {
  visit: Visit;
  /** Where the newest draft stands. */
  standing: Standing;
  happenings: readonly Happening[];
  isFrozen: boolean;
  /** What was published, if the release was. */
  published: Published | undefined;
  reference: string;
  session: { expiresAt: string };
  now: Date;
}

type Timed = (instant: string) => string;

/** Those who are awaited, since when, and whether they have seen the draft; `unreached` where mail does not get to them. */
const awaitedView = ({ standing, happenings, now }: Survey, time: Timed): View[] => {
  const { draft, keys } = standing;
  const unreached = unreachedOf(draft, keys);
  return awaitedOf(standing, now).map((id) => {
    const asked = happenings.find(
      (other) =>
        other.what === 'mail' && other.kind === 'ask' && other.draft === draft.draft && other.to === id,
    );
    const seen = happenings.find(
      (other) => other.what === 'seen' && other.draft === draft.draft && other.who === id,
    );
    const fate = unreached.get(id);
    return {
      ...personOf(standing, id),
      since: asked === undefined ? null : time(asked.at),
      seen: seen === undefined ? null : time(seen.at),
      unreached: fate === undefined ? null : flags(mailFates, fate),
    };
  });
};

const states = ['published', ...outcomes, 'newer', 'cooling', 'awaits'] as const;

/** Where the release stands, in one word. */
const stateOf = ({ standing, isFrozen }: Survey): (typeof states)[number] => {
  const { outcome, keys, newerEvents } = standing;
  if (keys.published) return 'published';
  if (isFrozen) return 'frozen';
  if (outcome !== undefined) return outcome.outcome;
  if (newerEvents.length > 0) return 'newer';
  return endingOf(standing)?.outcome === 'approved' ? 'cooling' : 'awaits';
};

/**
 * When decisions and the first filing are due, and when the draft expires; null where that is no longer of use. The filing
 * is due whatever becomes of the draft, unless there is nothing left to tell.
 */
const dueView = ({ standing, now }: Survey, time: Timed): View | null => {
  const { draft, outcome } = standing;
  const filing = outcome?.outcome === 'withdrawn' ? undefined : firstDue(draft.disclosure);
  const isOpen = outcome === undefined;
  if (!isOpen && filing === undefined) return null;
  const due = (at: string): View => ({ at: time(at), left: leftView(new Date(at), now) });
  return {
    decisions: isOpen ? due(draft.decideBy) : null,
    filing: filing === undefined ? null : due(filing),
    expiry: isOpen ? due(draft.expiresAt) : null,
  };
};

/** The files of the newest draft, those that went out first; none while the release is frozen. */
const filesView = ({ visit, standing: { draft, keys }, published }: Survey): View[] => {
  if (visit.frozenAt !== undefined) return [];
  const isOut = ({ name }: View): boolean => published?.files.some((file) => file.name === name) ?? false;
  return papersView(visit, draft, keys)
    .map((paper): View => ({ ...paper, isOut: isOut(paper) }))
    .toSorted((a, b) => Number(b['isOut']) - Number(a['isOut']));
};

/** When the approvals were complete, and when they hold: at once, or once the time to take one back is over. */
const approvalsView = ({ standing }: Survey, time: Timed): View => {
  const { draft, outcome } = standing;
  const ending = outcome === undefined ? endingOf(standing) : undefined;
  const cooling = ending?.outcome === 'approved' ? ending.notBefore : undefined;
  const complete =
    outcome?.outcome === 'approved'
      ? completedAt(standing, outcome)
      : cooling && new Date(cooling.getTime() - draft.coolingOffMinutes * 60_000).toISOString();
  return {
    completedAt: complete === undefined ? null : time(complete),
    cooled: draft.coolingOffMinutes > 0,
    coolingUntil: cooling === undefined ? null : time(cooling.toISOString()),
  };
};

/** The view of templates/pages/status.mustache. */
export const statusView = (survey: Survey): View => {
  const { visit, standing, published, happenings, isFrozen, reference, session, now } = survey;
  const { draft, outcome } = standing;
  const { company } = visit;
  const timeZone = zoneOf(visit);
  const time: Timed = (instant) => clockTime(instant, timeZone);
  const isOpen = outcome === undefined;
  const state = stateOf(survey);
  const awaited = isOpen ? awaitedView(survey, time) : [];
  const filing = firstDue(draft.disclosure);
  const frozen = happenings.findLast((other) => other.what === 'gate');
  const papers = filesView(survey);
  return {
    company: company.name,
    publishedAt: published === undefined ? null : time(published.publishedAt),
    draft: draft.draft,
    headline: draft.content.headline,
    reference,
    sessionEnds: time(session.expiresAt),
    madeAt: time(now.toISOString()),
    here: visit.path,
    ...flags(states, state),
    isStopped: state === 'frozen' || (isOpen && !canBeApproved(draft, standing.tally)),
    endedAt: outcome === undefined ? null : time(outcome.at),
    ...approvalsView(survey, time),
    frozenBy: isFrozen && frozen !== undefined ? nameOf(company, frozen.gate.by) : null,
    onlyReads: visit.frozenAt !== undefined,
    overdue:
      filing !== undefined && outcome?.outcome !== 'withdrawn' && new Date(filing) <= now
        ? time(filing)
        : null,
    reach: isOpen ? reachView(standing, company, { now, isFrozen, timeZone }) : null,
    due: dueView(survey, time),
    dayOver: dayOver(standing, company.timeZone, now),
    canBeApproved: canBeApproved(draft, standing.tally),
    isOpen,
    hasAwaited: awaited.length > 0,
    awaited,
    groups: groupViews({ standing, timeZone, reader: visit.approver, now }),
    draftPath: visit.frozenAt === undefined ? pathOf(visit) : null,
    hasPapers: papers.length > 0,
    madeDraftAt: time(draft.createdAt),
    papers,
    links: linksOf(visit, standing),
    // The newest first: what has just happened is what is looked for.
    happenings: happenings.toReversed().map((happening) => happeningView(happening, company, timeZone)),
  };
};
