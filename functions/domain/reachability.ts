import {
  type Absentee,
  awayIn,
  type Doubtful,
  doubtfulOf,
  type Hours,
  outOf,
  unreachedIn,
} from './absentees.ts';
import type { Draft } from './draft.ts';
import type { Decision, Outcome } from './facts.ts';
import { deadlineOf, type Lateness, latenessOf } from './lateness.ts';
import type { MailKeys } from './mail-reach.ts';
import { votersOf } from './policy.ts';
import { standInsBetween } from './stand-ins.ts';
import { groupsWith, type Tally } from './tally.ts';

/** `at-risk`: only if somebody decides who cannot be counted on, or later than was wanted. */
export type Verdict = 'yes' | 'at-risk' | 'no';

/** Where a draft stands, as far as it bears on whether it can still pass. */
interface ReachState {
  draft: Draft;
  outcome: Outcome | undefined;
  decisions: readonly Decision[];
  tally: Tally;
  newerEvents: readonly string[];
  keys: MailKeys;
  isFrozen: boolean;
}

/** Why a draft may not pass, or cannot, before the deadline. */
export type Reason =
  | Absentee
  | Lateness
  | { kind: 'asked-for-changes'; approver: string }
  /** So many errors of the draft must be put right, in a draft that follows. */
  | { kind: 'errors'; count: number }
  | { kind: 'newer-event' | 'frozen' }
  | { kind: 'ended'; outcome: Outcome['outcome'] };

interface GroupReach {
  id: string;
  name: string;
  stage: number;
  /** Whether its stage has come. */
  asked: boolean;
  needed: number;
  approvals: number;
  /** The approvals that there are, with those that can be counted on. */
  certain: number;
  /** The same, with those of people who may still decide though they cannot be counted on. */
  possible: number;
  verdict: Verdict;
}

/** Whether a draft can still pass before its next deadline, and what stands against it. */
export interface Reachability {
  verdict: Verdict;
  /** The deadline that is meant: of when decisions and the filing are due and the draft expires, the first to come. */
  by: string;
  groups: GroupReach[];
  /** What makes it less than `yes`, and each who is awaited and whom mail does not reach, even where others suffice. */
  reasons: Reason[];
}

const rank: readonly Verdict[] = ['yes', 'at-risk', 'no'];

const worst = (verdicts: readonly Verdict[]): Verdict =>
  rank.findLast((verdict) => verdicts.includes(verdict)) ?? 'yes';

const groupReaches = (
  { draft, decisions, tally: counted }: ReachState,
  { away, unreached }: Doubtful,
  until: { now: Date; by: string },
): GroupReach[] => {
  const voters = votersOf(draft);
  const sure = voters.filter((id) => !unreached.has(id) && !away.has(id));
  const from = until.now.getTime();
  const certain = groupsWith(draft, decisions, sure, { from, until: Date.parse(until.by) });
  const possible = groupsWith(draft, decisions, voters, { from, until: Date.parse(draft.expiresAt) });
  return counted.groups.map(({ id, name, stage, needed, approvals }, at) => ({
    id,
    name,
    stage,
    asked: stage <= counted.stage,
    needed,
    approvals,
    certain: certain[at]?.approvals ?? 0,
    possible: possible[at]?.approvals ?? 0,
    verdict: certain[at]?.met ? 'yes' : possible[at]?.met ? 'at-risk' : 'no',
  }));
};

/** What stands against a group, and whoever of it mail does not reach; nothing where it is met. */
const against = (
  { draft, tally: counted }: ReachState,
  groups: GroupReach[],
  doubtful: Doubtful,
  until: { now: Date; by: string },
): Reason[] =>
  draft.groups.flatMap((group, at) => {
    if (counted.groups[at]?.met) return [];
    const ahead = standInsBetween(draft, until.now, until.by);
    const standIns = ahead
      .filter(({ approver }) => group.approvers.includes(approver))
      .map(({ delegate }) => delegate);
    const awaited = [...new Set([...group.approvers, ...standIns])].filter(
      (id) => !counted.approvedBy.includes(id),
    );
    const unreached = unreachedIn(group, awaited, doubtful);
    return groups[at]?.verdict === 'yes'
      ? unreached
      : [...outOf(draft, group), ...unreached, ...awayIn(ahead, group, awaited, doubtful)];
  });

/** What stands against the whole draft, whoever decides. */
const obstacles = (state: ReachState, now: Date): Reason[] => {
  const count = state.draft.checks.filter(({ severity }) => severity === 'error').length;
  return [
    ...(state.isFrozen ? [{ kind: 'frozen' } as const] : []),
    ...(state.newerEvents.length > 0 ? [{ kind: 'newer-event' } as const] : []),
    ...state.tally.changesRequestedBy.map((approver) => ({ kind: 'asked-for-changes', approver }) as const),
    ...(count > 0 ? [{ kind: 'errors', count } as const] : []),
    ...latenessOf(state, now),
  ];
};

const verdictOf = (reason: Reason): Verdict =>
  reason.kind === 'late' && reason.which === 'decisions' ? 'at-risk' : 'no';

/**
 * Whether a draft can still be approved before its next deadline, as the ledger and the profile stand at `now`: by who is
 * recused, away or not reached by mail, by what was asked for, and by the clock. Removing a person never makes it more so.
 */
export const reachability = (state: ReachState, hours: Hours, now: Date): Reachability => {
  const { draft, outcome } = state;
  const by = deadlineOf(draft, now);
  if (outcome?.outcome === 'approved') return { verdict: 'yes', by, groups: [], reasons: [] };
  if (outcome !== undefined)
    return { verdict: 'no', by, groups: [], reasons: [{ kind: 'ended', outcome: outcome.outcome }] };
  const doubtful = doubtfulOf(draft, state.keys, hours, by);
  const until = { now, by };
  const groups = groupReaches(state, doubtful, until);
  const whole = obstacles(state, now);
  return {
    verdict: worst([...groups.map(({ verdict }) => verdict), ...whole.map(verdictOf)]),
    by,
    groups,
    reasons: [...whole, ...against(state, groups, doubtful, until)],
  };
};
