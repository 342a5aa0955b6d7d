import type { Draft } from './draft.ts';
import type { Decision } from './facts.ts';

interface GroupTally {
  id: string;
  name: string;
  needed: number;
  approvals: number;
  met: boolean;
  /** False when recusal leaves too few who may decide: such a draft cannot be approved by fewer. */
  reachable: boolean;
}

export interface Tally {
  groups: GroupTally[];
  /** The ids of those whose decision counts, by what they decided. */
  approvedBy: string[];
  changesRequestedBy: string[];
  outcome: 'approved' | 'changes-requested' | 'open';
}

/**
 * Counts the decisions on a draft against its policy. Only approvers of a group who are not recused count, only
 * decisions on this draft's digest, and each approver once; one request for changes ends the draft, whatever else
 * was decided. The order of the decisions and repeats of one do not matter.
 */
export const tally = (
  draft: Pick<Draft, 'draft' | 'sha256' | 'groups'>,
  decisions: readonly Decision[],
): Tally => {
  const mayDecide = new Set(draft.groups.flatMap((group) => group.approvers));
  const counted = decisions.filter(
    (decision) =>
      decision.draft === draft.draft && decision.sha256 === draft.sha256 && mayDecide.has(decision.approver),
  );
  const by = (wanted: Decision['decision']): string[] =>
    [
      ...new Set(counted.filter(({ decision }) => decision === wanted).map(({ approver }) => approver)),
    ].sort();
  const changesRequestedBy = by('request-changes');
  const approvedBy = by('approve').filter((approver) => !changesRequestedBy.includes(approver));
  const groups = draft.groups.map(({ id, name, needed, approvers }) => {
    const approvals = approvers.filter((approver) => approvedBy.includes(approver)).length;
    return { id, name, needed, approvals, met: approvals >= needed, reachable: approvers.length >= needed };
  });
  const approved = groups.length > 0 && groups.every(({ met }) => met);
  return {
    groups,
    approvedBy,
    changesRequestedBy,
    outcome: changesRequestedBy.length > 0 ? 'changes-requested' : approved ? 'approved' : 'open',
  };
};
