import { longTime } from '../domain/dates.ts';
import { outcomes } from '../domain/facts.ts';
import { firstDue } from '../domain/filing/disclosure.ts';
import { mailFates } from '../domain/keys.ts';
import { unreachedOf } from '../domain/mail-reach.ts';
import { awaitedOf } from '../domain/tally.ts';
import type { View } from '../domain/templates.ts';
import { endingOf } from '../ports/settle.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { groupViews } from './groups-view.ts';
import type { Happening } from './happening.ts';
import { happeningView } from './happening-view.ts';
import { linksOf, pathOf } from './links.ts';
import { personOf } from './people-view.ts';
import { flags } from './problems.ts';
import { reachView } from './reach-view.ts';
import { leftView } from './standing-view.ts';
import type { Visit } from './visit.ts';

/** All that the page of a release's status is made of. */
export interface Survey {
  visit: Visit;
  /** Where the newest draft stands. */
  standing: Standing;
  happenings: readonly Happening[];
  isFrozen: boolean;
  reference: string;
  session: { expiresAt: string };
  now: Date;
}

type Timed = (instant: string) => string;

/** Those who are awaited, since when, and whether they have seen the draft; `unreached` where mail does not get to them. */
const awaitedView = ({ standing, happenings }: Survey, time: Timed): View[] => {
  const { draft, tally, keys } = standing;
  const unreached = unreachedOf(draft, keys);
  return awaitedOf(draft, tally).map((id) => {
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

/** When decisions and the first filing are due, and when the draft expires; null where that is no longer of use. */
const dueView = ({ standing, now }: Survey, time: Timed): View | null => {
  const { draft, outcome } = standing;
  if (outcome !== undefined) return null;
  const filing = firstDue(draft.disclosure);
  const due = (at: string): View => ({ at: time(at), left: leftView(new Date(at), now) });
  return {
    decisions: due(draft.decideBy),
    filing: filing === undefined ? null : due(filing),
    expiry: due(draft.expiresAt),
  };
};

/** The view of templates/pages/status.mustache. */
export const statusView = (survey: Survey): View => {
  const { visit, standing, happenings, isFrozen, reference, session, now } = survey;
  const { draft, outcome } = standing;
  const { company } = visit;
  const time: Timed = (instant) => longTime(new Date(instant), company.timeZone);
  const isOpen = outcome === undefined;
  const state = stateOf(survey);
  const awaited = isOpen ? awaitedView(survey, time) : [];
  const cooling = isOpen ? endingOf(standing) : undefined;
  return {
    company: company.name,
    draft: draft.draft,
    headline: draft.content.headline,
    reference,
    sessionEnds: time(session.expiresAt),
    madeAt: time(now.toISOString()),
    here: visit.path,
    ...flags(states, state),
    isStopped: state === 'frozen' || (isOpen && !canBeApproved(draft, standing.tally)),
    endedAt: outcome === undefined ? null : time(outcome.at),
    coolingUntil: cooling?.outcome === 'approved' ? time(cooling.notBefore.toISOString()) : null,
    reach: isOpen ? reachView(standing, company, { now, isFrozen }) : null,
    due: dueView(survey, time),
    canBeApproved: canBeApproved(draft, standing.tally),
    isOpen,
    hasAwaited: awaited.length > 0,
    awaited,
    groups: groupViews({ standing, timeZone: company.timeZone, reader: visit.approver }),
    draftPath: pathOf(visit),
    links: linksOf(visit, draft),
    happenings: happenings.map((happening) => happeningView(happening, company)),
  };
};
