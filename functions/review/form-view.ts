import { roundFor } from '../domain/awaited.ts';
import type { Decision } from '../domain/facts.ts';
import { stoodInBy } from '../domain/stand-ins.ts';
import { standingBallots } from '../domain/standing-decisions.ts';
import type { View } from '../domain/templates.ts';
import { nonceOf } from '../domain/tokens.ts';
import type { Standing } from '../ports/standing.ts';
import { canBeApproved } from './ballot.ts';
import { listed, personOf } from './people-view.ts';
import { fieldOf, problemView } from './problems.ts';
import type { Reading } from './review-view.ts';
import { partsOf, partView } from './sections.ts';

/** The form of a decision, with what was entered in it where that could not be recorded. */
export const formView = ({ visit, standing, session, refused, now }: Reading): View => {
  const { draft, tally } = standing;
  const remarks = draft.checks.filter(({ severity }) => severity === 'warning').length;
  const entered = refused?.entered;
  const problemAt = (field: ReturnType<typeof fieldOf>): View | null => {
    const code = refused?.problems.find((problem) => fieldOf(problem) === field);
    return code === undefined ? null : problemView(code);
  };
  return {
    action: visit.path,
    draft: draft.draft,
    sha256: draft.sha256,
    nonce: nonceOf(session.token, 'decide'),
    round: roundFor(standing, visit.approver, now) ?? null,
    approvable: canBeApproved(draft, tally),
    remarks: remarks === 0 ? null : { amount: remarks, one: remarks === 1 },
    coolingOffMinutes: draft.coolingOffMinutes > 0 ? draft.coolingOffMinutes : null,
    choseApprove: entered?.decision === 'approve',
    choseChanges: entered?.decision === 'request-changes',
    read: entered?.read ?? false,
    reason: entered?.reason ?? '',
    parts: partsOf(draft.content).map((part) => ({
      ...partView(part),
      chosen: entered?.sections.includes(part.id) ?? false,
    })),
    openParts: (entered?.sections.length ?? 0) > 0,
    decisionProblem: problemAt('decision'),
    sectionProblem: problemAt('section'),
    readProblem: problemAt('read'),
    reasonProblem: problemAt('reason'),
  };
};

/** In whose place a decision counts besides for its own approver; null where it counts for one of these alone. */
const alsoFor = (standing: Standing, { approver, decidedAt }: Decision): string | null => {
  const { draft } = standing;
  const hasSeat = draft.groups.some(({ approvers }) => approvers.includes(approver));
  const absent = hasSeat ? stoodInBy(draft, approver, new Date(decidedAt)) : [];
  return listed(absent.map((id) => personOf(standing, id).name));
};

/** The form that takes a decision back, for who has decided and while the draft is open. */
export const takeBackView = ({ visit, standing, session }: Reading): View | null => {
  const { draft, outcome, endStep, ballots } = standing;
  const mine = standingBallots(ballots).find(({ decision }) => decision.approver === visit.approver);
  if (outcome !== undefined || endStep !== undefined || mine === undefined) return null;
  const nonce = nonceOf(session.token, 'take-back');
  return {
    action: visit.path,
    draft: draft.draft,
    round: mine.round,
    nonce,
    alsoFor: alsoFor(standing, mine.decision),
  };
};
