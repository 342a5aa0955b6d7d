import type { Draft } from './draft.ts';
import type { Decision } from './facts.ts';
import { decidersOf } from './policy.ts';

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

type Ballot = Pick<Draft, 'draft' | 'sha256' | 'groups' | 'delegations' | 'carried'>;
type Group = Draft['groups'][number];

/** Whether a decision was made on this very text, or on an earlier one and carried over. */
const isOnDraft = ({ draft, sha256, carried }: Ballot, decision: Decision): boolean =>
  [{ draft, sha256 }, ...carried.filter(({ approver }) => approver === decision.approver)].some(
    (on) => decision.draft === on.draft && decision.sha256 === on.sha256,
  );

/** The seats of a group that are filled; who stands in for two of its members fills one seat, a required one first. */
const filledSeats = (
  { approvers, required }: Group,
  { delegations }: Pick<Draft, 'delegations'>,
  approvedBy: readonly string[],
): string[] => {
  const own = approvers.filter((approver) => approvedBy.includes(approver));
  const spent = new Set(own);
  const stoodIn = [...new Set([...required, ...approvers])].filter((approver) => {
    const delegate = delegations.find((other) => other.approver === approver)?.delegate;
    if (own.includes(approver) || !approvers.includes(approver) || delegate === undefined) return false;
    if (!approvedBy.includes(delegate) || spent.has(delegate)) return false;
    spent.add(delegate);
    return true;
  });
  return [...own, ...stoodIn];
};

const groupTally = (group: Group, ballot: Ballot, approvedBy: readonly string[]): GroupTally => {
  const { id, name, needed, stage, approvers, required } = group;
  const seats = filledSeats(group, ballot, approvedBy);
  return {
    id,
    name,
    needed,
    stage,
    approvals: seats.length,
    met: seats.length >= needed && required.every((member) => seats.includes(member)),
    reachable: approvers.length >= needed && required.every((member) => approvers.includes(member)),
  };
};

/**
 * Counts the decisions on a draft against its policy. Only approvers of a group who are not recused count, or who stands in
 * for them, only decisions on this draft's digest or carried over to it, and each approver once; one request for changes
 * ends the draft, whatever else was decided. The order of the decisions and repeats of one do not matter.
 */
export const tally = (draft: Ballot, decisions: readonly Decision[]): Tally => {
  const mayDecide = decidersOf(draft);
  const counted = decisions.filter(
    (decision) => isOnDraft(draft, decision) && mayDecide.includes(decision.approver),
  );
  const by = (wanted: Decision['decision']): string[] =>
    [
      ...new Set(counted.filter(({ decision }) => decision === wanted).map(({ approver }) => approver)),
    ].sort();
  const changesRequestedBy = by('request-changes');
  const approvedBy = by('approve').filter((approver) => !changesRequestedBy.includes(approver));
  const groups = draft.groups.map((group) => groupTally(group, draft, approvedBy));
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

/** Those who are asked now and whose decision a group of the stage still needs; each once. */
export const awaitedOf = (draft: Ballot, { groups, stage, approvedBy }: Tally): string[] => {
  const unmet = new Set(groups.filter((group) => group.stage <= stage && !group.met).map(({ id }) => id));
  const needed = draft.groups.filter(({ id }) => unmet.has(id));
  const waiting = needed.flatMap((group) => {
    const filled = filledSeats(group, draft, approvedBy);
    return group.approvers.filter((approver) => !filled.includes(approver));
  });
  return [
    ...new Set(
      waiting
        .map((id) => draft.delegations.find(({ approver }) => approver === id)?.delegate ?? id)
        .filter((id) => !approvedBy.includes(id)),
    ),
  ];
};
