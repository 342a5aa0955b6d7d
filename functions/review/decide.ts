import { keys } from '../domain/keys.ts';
import { openKey, soonAfter } from '../domain/open-marker.ts';
import { decidersOf } from '../domain/policy.ts';
import { nextRound } from '../domain/standing-decisions.ts';
import { nonceOf, sameSecret } from '../domain/tokens.ts';
import { isFrozen } from '../ports/gate.ts';
import { putFact } from '../ports/ledger.ts';
import { settleDraft } from '../ports/settle.ts';
import { readStanding } from '../ports/standing.ts';
import { decisionOf, type Entered, problemsOf, readEntered } from './ballot.ts';
import type { ReviewPorts } from './ports.ts';
import type { ProblemCode } from './problems.ts';
import { isOurForm, type ReviewRequest } from './request.ts';
import { findSession } from './sessions.ts';
import type { Visit } from './visit.ts';

/**
 * What became of a posted decision. `stands`: this approver had decided before, and that stands. `too-late`: the draft
 * has ended, or a newer event will end it. With these and `no-session`, `reason` is what was written in vain.
 */
export type Verdict =
  | { result: 'recorded' | 'stands' | 'foreign' | 'not-asked' }
  | { result: 'no-session' | 'too-late'; reason: string }
  | { result: 'problems'; problems: ProblemCode[]; entered: Entered };

/**
 * Takes a decision: the one place that writes one. Safe to be cut off after any write and to be posted again: one
 * approver has one decision on one draft, and whoever posts again has the draft settled.
 */
export const decide = async (
  ports: Pick<ReviewPorts, 'ledger' | 'desk' | 'now' | 'baseUrl'>,
  visit: Visit,
  request: ReviewRequest,
  form: URLSearchParams,
): Promise<Verdict> => {
  const { ledger, desk, now, baseUrl } = ports;
  const { release, draft: number, approver } = visit;
  if (!isOurForm(request, new URL(baseUrl).origin)) return { result: 'foreign' };
  const reason = form.get('reason') ?? '';
  const session = await findSession(ports, visit, request);
  if (session === undefined) return { result: 'no-session', reason };
  if (!sameSecret(form.get('nonce') ?? '', nonceOf(session.token))) return { result: 'foreign' };

  const standing = await readStanding(ledger, release, number);
  if (!decidersOf(standing.draft, standing.tally.stage).includes(approver)) return { result: 'not-asked' };
  const mine = standing.decisions.find((decision) => decision.approver === approver);
  if (mine !== undefined || standing.outcome !== undefined) {
    await settleDraft(ports, release, number);
    // Somebody who decides otherwise in another tab must learn that it was not recorded, and get their words back.
    return mine?.decision === form.get('decision') ? { result: 'stands' } : { result: 'too-late', reason };
  }
  if (standing.newerEvents.length > 0 || (await isFrozen(ledger, standing.keys)))
    return { result: 'too-late', reason };

  const entered = readEntered(form, standing.draft);
  const round = nextRound(standing.ballots, approver);
  if (round === undefined) return { result: 'too-late', reason };
  const problems = problemsOf(entered, form.get('sha256'), standing);
  const decision = decisionOf(entered, standing.draft, approver, now().toISOString());
  if (problems.length > 0 || decision === undefined) return { result: 'problems', problems, entered };

  // Should this process die on its way, sweep looks here soon and draws the outcome.
  await desk.put(openKey({ due: soonAfter(now()), release, draft: number }), '{}');
  const put = await putFact(ledger, keys.decision(release, number, approver, round), decision);
  await settleDraft(ports, release, number);
  return { result: put === 'written' ? 'recorded' : 'stands' };
};
