import type { Draft } from './draft.ts';
import type { Decision } from './facts.ts';
import { decidersOf, votersOf } from './policy.ts';
import { filledSeats, type Vote } from './seats.ts';
import { stoodInBy } from './stand-ins.ts';

interface GroupTally {
  id: string;
  name: string;
  needed: number;
  approvals: number;
  met: boolean;
  /** False when recusal leaves too few who may decide: such a draft cannot be approved by fewer. */
  reachable: boolean;
  stage: number;
}

export interface Tally {
  groups: GroupTally[];
  /** The stage whose groups are asked now: the first that has a group which is not met, else the last. */
  stage: number;
  /** The ids of those whose decision counts, by what they decided. */
  approvedBy: string[];
  changesRequestedBy: string[];
  outcome: 'approved' | 'changes-requested' | 'open';
}

/** What of a draft decides how its decisions count. */
export type Counted = Pick<Draft, 'draft' | 'sha256' | 'groups' | 'delegations' | 'carried'>;
type Group = Draft['groups'][number];

/** Whether a decision was made on this very text, or on an earlier one and carried over. */
const isOnDraft = ({ draft, sha256, carried }: Counted, decision: Decision): boolean =>
  [{ draft, sha256 }, ...carried.filter(({ approver }) => approver === decision.approver)].some(
    (on) => decision.draft === on.draft && decision.sha256 === on.sha256,
  );

/** What approvals fill: the seat of who gave each, and those of whoever was away then and stood in for by them. */
const votesOf = (draft: Counted, decisions: readonly Decision[], approvedBy: readonly string[]): Vote[] =>
  approvedBy.map((by) => ({
    by,
    for: decisions.flatMap(({ approver, decision, decidedAt }) =>
      approver === by && decision === 'approve' ? stoodInBy(draft, by, new Date(decidedAt)) : [],
    ),
  }));

/** What approvals of these people would fill, if each came at the best time between two instants. */
const possibleVotes = (
  { delegations }: Counted,
  approvers: readonly string[],
  { from, until }: { from: number; until: number },
): Vote[] =>
  approvers.map((by) => ({
    by,
    for: delegations.flatMap(({ approver, delegate, begins, ends }) =>
      delegate === by && Date.parse(begins) < until && Date.parse(ends) > from ? [approver] : [],
    ),
  }));

const isMet = ({ needed, required }: Group, seats: readonly string[]): boolean =>
  seats.length >= needed && required.every((member) => seats.includes(member));

const always = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const groupTally = (group: Group, draft: Counted, votes: readonly Vote[]): GroupTally => {
  const { id, name, needed, stage } = group;
  const seats = filledSeats(group, votes);
  return {
    id,
    name,
    needed,
    stage,
    approvals: seats.length,
    met: isMet(group, seats),
    reachable: isMet(group, filledSeats(group, possibleVotes(draft, votersOf(draft), always))),
  };
};

/** Whose decisions count, and what the approvals fill. */
export const countedOf = (draft: Counted, decisions: readonly Decision[]) => {
  const counted = decisions.filter(
    (decision) =>
      isOnDraft(draft, decision) &&
      decidersOf(draft, new Date(decision.decidedAt)).includes(decision.approver),
  );
  const by = (wanted: Decision['decision']): string[] =>
    [
      ...new Set(counted.filter(({ decision }) => decision === wanted).map(({ approver }) => approver)),
    ].sort();
  const changesRequestedBy = by('request-changes');
  const approvedBy = by('approve').filter((approver) => !changesRequestedBy.includes(approver));
  return { approvedBy, changesRequestedBy, votes: votesOf(draft, counted, approvedBy) };
};

/**
 * Counts the decisions on a draft against its policy. Only approvers of a group who are not recused count, or who stands in
 * for them at the time of the decision, only decisions on this draft's digest or carried over to it, and each approver once;
 * one request for changes ends the draft, whatever else was decided. The order of the decisions and repeats of one do not
 * matter.
 */
export const tally = (draft: Counted, decisions: readonly Decision[]): Tally => {
  const { approvedBy, changesRequestedBy, votes } = countedOf(draft, decisions);
  const groups = draft.groups.map((group) => groupTally(group, draft, votes));
  const unmet = groups.filter(({ met }) => !met).map(({ stage }) => stage);
  const approved = groups.length > 0 && unmet.length === 0;
  return {
    groups,
    stage: unmet.length > 0 ? Math.min(...unmet) : Math.max(1, ...groups.map(({ stage }) => stage)),
    approvedBy,
    changesRequestedBy,
    outcome: changesRequestedBy.length > 0 ? 'changes-requested' : approved ? 'approved' : 'open',
  };
};

/** The groups as they would stand if these approved too, each at the best time between two instants, in milliseconds since 1970. */
export const groupsWith = (
  draft: Counted,
  decisions: readonly Decision[],
  approvers: readonly string[],
  span: { from: number; until: number },
): GroupTally[] => {
  const { votes } = countedOf(draft, decisions);
  const all = [...votes, ...possibleVotes(draft, approvers, span)];
  const merged = [...new Set(all.map(({ by }) => by))].map((by) => ({
    by,
    for: all.flatMap((vote) => (vote.by === by ? vote.for : [])),
  }));
  return draft.groups.map((group) => groupTally(group, draft, merged));
};
