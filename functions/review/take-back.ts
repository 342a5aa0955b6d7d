import type { Step } from '../domain/facts.ts';
import { standingBallots } from '../domain/standing-decisions.ts';
import { settleDraft } from '../ports/settle.ts';
import { readStanding } from '../ports/standing.ts';
import { stepTries, takeStep } from '../ports/steps.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/**
 * Takes an approver's standing decision on a draft back; only that of `round` where it is given, as a page that was left
 * open shows an earlier one. `too-late`: the draft has ended, or its decisions were counted in that very moment. `none`:
 * there is nothing to take back, or it was before.
 */
export const takeBack = async (
  ports: Pick<ReviewPorts, 'ledger' | 'desk' | 'now'>,
  { release, draft, approver }: Pick<Visit, 'release' | 'draft' | 'approver'>,
  round?: number,
): Promise<'taken-back' | 'too-late' | 'none'> => {
  const { ledger, now } = ports;
  for (let attempt = 1; attempt <= stepTries; attempt += 1) {
    const standing = await readStanding(ledger, release, draft);
    const mine = standingBallots(standing.ballots).find(({ decision }) => decision.approver === approver);
    if (mine === undefined || (round !== undefined && mine.round !== round)) return 'none';
    const isOver = standing.outcome !== undefined || standing.endStep !== undefined;
    const at = now().toISOString();
    const step: Step = { step: 'taken-back', draft, approver, round: mine.round, at };
    if (!isOver && (await takeStep(ledger, standing, step)) === 'exists') continue;
    // Asks for the mails that follow, and writes the outcome down where the process died that had counted the decisions.
    await settleDraft(ports, release, draft);
    return isOver ? 'too-late' : 'taken-back';
  }
  throw new Error('Others took the next step of the draft twenty times in a row');
};
