import { longTime } from '../../domain/dates.ts';
import type { Draft } from '../../domain/draft.ts';
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
  const fate = said.fates.find(
    (other) => other.round === round && other.fate.draft === draft.draft && other.fate.approver === approver,
  )?.fate;
  const counted = said.outcomes.get(draft.draft)?.outcome.counted ?? [];
  return {
    ...personOf(said, profile, approver),
    at: time(decidedAt),
    approve: answer.decision === 'approve',
    reason: answer.decision === 'request-changes' ? answer.reason : null,
    carriedFrom: round === 0 ? on : null,
    takenBackAt: fate?.fate === 'taken-back' ? time(fate.at) : null,
    isCounted: fate?.fate === 'counted' && counted.includes(approver),
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

/** A draft with who saw it, who decided what, and how it ended; of one reader alone where one is named. */
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
  return {
    draft: draft.draft,
    headline: draft.content.headline,
    at: time(draft.createdAt),
    sha256: digestParts(draft.sha256),
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
