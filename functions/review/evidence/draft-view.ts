import { longTime } from '../../domain/dates.ts';
import type { Draft } from '../../domain/draft.ts';
import { stepsOf } from '../../domain/evidence/ballots.ts';
import type { Said } from '../../domain/evidence/said.ts';
import { type Decision, outcomes } from '../../domain/facts.ts';
import type { View } from '../../domain/templates.ts';
import { flags } from '../problems.ts';
import { type Profile, personOf } from './names.ts';

/** What a page of evidence is made of: what the facts say, and the company's names. */
export interface Told {
  said: Said;
  profile: Profile;
}

export const timeIn =
  ({ timeZone }: Pick<Profile, 'timeZone'>) =>
  (instant: string): string =>
    longTime(new Date(instant), timeZone);

/** A digest in parts, between which a line may end, and nowhere else. */
export const digestParts = (digest: string): string[] => digest.match(/.{1,16}/g) ?? [];

const decisionView = (
  { said, profile }: Told,
  { draft: on, approver, decidedAt, ...answer }: Decision,
  draft: Draft,
  round: number,
): View => {
  const time = timeIn(profile);
  const isIt = (other: { approver: string; round: number }): boolean =>
    other.approver === approver && other.round === round;
  const steps = stepsOf(said, draft.draft);
  const takenBack = steps.find((step) => step.step === 'taken-back' && isIt(step));
  const isCounted = steps.some((step) => step.step === 'ended' && step.counted.some(isIt));
  const counted = said.outcomes.get(draft.draft)?.outcome.counted ?? [];
  return {
    ...personOf(said, profile, approver),
    at: time(decidedAt),
    approve: answer.decision === 'approve',
    reason: answer.decision === 'request-changes' ? answer.reason : null,
    carriedFrom: round === 0 ? on : null,
    takenBackAt: takenBack === undefined ? null : time(takenBack.at),
    isCounted: isCounted && counted.includes(approver),
  };
};

/** The event that an outcome names, or the person; null where it ended by the clock. */
const endedBy = ({ said, profile }: Told, by: string): View => {
  const isEvent = said.events.has(by);
  return {
    event: isEvent ? by : null,
    who: isEvent || by === 'sweep' ? null : personOf(said, profile, by).who,
  };
};

/** Who changed the draft before this one into it, or put its text before everybody anew, and what they wrote about why. */
const editViews = (
  { said, profile }: Told,
  { draft, events }: Draft,
  isTold: (id: string) => boolean,
): View[] => {
  const before = new Set(said.drafts.get(draft - 1)?.events);
  return events
    .filter((name) => !before.has(name))
    .flatMap((name) => said.events.get(name)?.event ?? [])
    .flatMap(({ desk, time }) =>
      desk === undefined || !isTold(desk.by)
        ? []
        : [
            {
              ...personOf(said, profile, desk.by),
              at: timeIn(profile)(time),
              renews: desk.renews === true,
              note: desk.note ?? null,
            },
          ],
    );
};

/** A draft with who edited it, who saw it, who decided what, and how it ended; of one reader alone where one is named. */
export const draftView = (told: Told, draft: Draft, reader?: string): View => {
  const { said, profile } = told;
  const time = timeIn(profile);
  const isTold = (id: string): boolean => reader === undefined || id === reader;
  const seen = said.seen.filter((one) => one.seen.draft === draft.draft && isTold(one.seen.reader));
  const made = said.decisions.filter(({ decision }) => decision.draft === draft.draft);
  const decisions = [...draft.carried.map((decision) => ({ round: 0, decision })), ...made].filter(
    ({ decision }) => isTold(decision.approver),
  );
  const end = said.outcomes.get(draft.draft)?.outcome;
  const edits = editViews(told, draft, isTold);
  return {
    draft: draft.draft,
    headline: draft.content.headline,
    at: time(draft.createdAt),
    sha256: digestParts(draft.sha256),
    hasEdits: edits.length > 0,
    edits,
    hasSeen: seen.length > 0,
    seen: seen.map((one) => ({ ...personOf(said, profile, one.seen.reader), at: time(one.seen.at) })),
    hasDecisions: decisions.length > 0,
    decisions: decisions.map(({ round, decision }) => decisionView(told, decision, draft, round)),
    outcome:
      end === undefined
        ? null
        : { ...flags(outcomes, end.outcome), at: time(end.at), ...endedBy(told, end.by) },
  };
};

/** What went out, and when; null where nothing has. */
export const publishedView = ({ said, profile }: Told): View | null => {
  if (said.published === undefined) return null;
  const { draft, sha256, publishedAt, files } = said.published.published;
  return {
    draft,
    sha256: digestParts(sha256),
    at: timeIn(profile)(publishedAt),
    files: files.map(({ name, bytes, sha256: digest }) => ({ name, bytes, sha256: digestParts(digest) })),
  };
};
