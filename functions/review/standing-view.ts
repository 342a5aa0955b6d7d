import { longTime } from '../domain/dates.ts';
import type { Draft } from '../domain/draft.ts';
import type { Decision, Outcome } from '../domain/facts.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { flags } from './problems.ts';

const ends = ['approved', 'changes-requested', 'superseded', 'expired', 'withdrawn'] as const;

const decisionView = (decision: Decision, timeZone: string): View => ({
  approve: decision.decision === 'approve',
  at: longTime(new Date(decision.decidedAt), timeZone),
  reason: decision.decision === 'request-changes' ? decision.reason : null,
});

const personView = (
  { draft, decisions }: Standing,
  id: string,
  recused: boolean,
  timeZone: string,
  you: string,
): View => {
  const person: Draft['approvers'][number] | undefined = draft.approvers.find((other) => other.id === id);
  const decision = decisions.find(({ approver }) => approver === id);
  return {
    name: person?.name ?? id,
    title: person?.title ?? null,
    you: id === you,
    recused: recused ? (person?.recused ?? true) : null,
    decision: decision === undefined || recused ? null : decisionView(decision, timeZone),
    waiting: decision === undefined && !recused,
  };
};

/** Who is asked and who has decided, by group, with the profile's time zone for the times. */
export const groupViews = (standing: Standing, timeZone: string, you: string): View[] =>
  standing.draft.groups.map(({ id, name, needed, approvers, recused }) => ({
    name,
    needed,
    approvals: standing.tally.groups.find((group) => group.id === id)?.approvals ?? 0,
    people: [
      ...approvers.map((approver) => personView(standing, approver, false, timeZone, you)),
      ...recused.map((approver) => personView(standing, approver, true, timeZone, you)),
    ],
  }));

/** Whether a decision came when the draft had ended, and was not counted. */
const isLate = (mine: Decision, outcome: Outcome | undefined): boolean =>
  outcome !== undefined &&
  !outcome.counted.includes(mine.approver) &&
  (outcome.outcome === 'approved' ||
    (outcome.outcome === 'changes-requested' && mine.decision === 'request-changes'));

/** Where the draft stands for the one who reads it: what they decided, how it ended, whether a newer one is coming. */
export const standingView = (standing: Standing, timeZone: string, you: string): View => {
  const { draft, outcome, decisions, keys, newerEvents, tally } = standing;
  const mine = decisions.find(({ approver }) => approver === you);
  const newest = keys.latest > draft.draft ? keys.latest : null;
  return {
    draft: draft.draft,
    mine:
      mine === undefined
        ? null
        : { draft: draft.draft, late: isLate(mine, outcome), ...decisionView(mine, timeZone) },
    ended:
      outcome === undefined
        ? null
        : {
            draft: draft.draft,
            at: longTime(new Date(outcome.at), timeZone),
            newest,
            undecided: mine === undefined,
            published: keys.published,
            ...flags(ends, outcome.outcome),
          },
    newerEvent: outcome === undefined && newerEvents.length > 0,
    open: outcome === undefined && newerEvents.length === 0,
    approvable: canBeApproved(draft, tally),
  };
};
