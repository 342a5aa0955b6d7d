import { roundFor } from '../domain/awaited.ts';
import { type Decision, decisionSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { openKey, soonAfter } from '../domain/open-marker.ts';
import { decidersOf, votersOf } from '../domain/policy.ts';
import { isFrozen } from '../ports/gate.ts';
import { putFact, readRequiredFact } from '../ports/ledger.ts';
import { settleDraft } from '../ports/settle.ts';
import { readStanding, type Standing } from '../ports/standing.ts';
import { decisionOf, type Entered, problemsOf, readEntered } from './ballot.ts';
import type { ReviewPorts } from './ports.ts';
import type { ProblemCode } from './problems.ts';
import type { Visit } from './visit.ts';

/**
 * What became of a posted decision. `stands`: this approver had decided so before. `too-late`: they had decided otherwise, the
 * draft has ended, a newer event will end it, or it is not their turn; `reason` is what was written in vain.
 */
export type Verdict =
  | { result: 'recorded' | 'stands' | 'not-asked' }
  | { result: 'too-late'; reason: string }
  | { result: 'problems'; problems: ProblemCode[]; entered: Entered };

type Ports = Pick<ReviewPorts, 'ledger' | 'desk' | 'now'>;

/** Who decides on which draft. */
type Voter = Pick<Visit, 'release' | 'draft' | 'approver'>;

/**
 * Whether an approver may decide now: who was asked is not any more once somebody of an earlier stage takes an approval back,
 * or once the one is back in whose place they were asked.
 */
const isTheirTurn = async (
  { ledger }: Pick<Ports, 'ledger'>,
  { draft, tally, newerEvents, keys: known }: Standing,
  approver: string,
  now: Date,
): Promise<boolean> =>
  decidersOf(draft, now, tally.stage).includes(approver) &&
  newerEvents.length === 0 &&
  !(await isFrozen(ledger, known));

/** Puts a decision in its round, has the draft settled, and answers with the decision that stands there. */
const record = async (
  ports: Ports,
  { release, draft, approver }: Voter,
  round: number,
  decision: Decision,
): Promise<Decision | 'written'> => {
  const { ledger, desk } = ports;
  // Should this process die on its way, sweep looks here soon and draws the outcome.
  await desk.put(openKey({ due: soonAfter(new Date(decision.decidedAt)), release, draft }), '{}');
  const put = await putFact(ledger, keys.decision(release, draft, approver, round), decision);
  await settleDraft(ports, release, draft);
  if (put === 'written') return put;
  return readRequiredFact(ledger, keys.decision(release, draft, approver, round), decisionSchema);
};

/**
 * Takes a decision: the one place that writes one. Safe to be cut off after any write and to be posted again: the form is
 * bound to a round, in which its approver decides once, and whoever posts again has the draft settled.
 */
export const decide = async (ports: Ports, voter: Voter, form: URLSearchParams): Promise<Verdict> => {
  const { ledger, now } = ports;
  const { release, draft: number, approver } = voter;
  const inVain: Verdict = { result: 'too-late', reason: form.get('reason') ?? '' };
  const standing = await readStanding(ledger, release, number);
  // Asked once, so that who may decide and what is recorded go by the same instant; and after all that had been decided by then.
  const at = now();
  if (!votersOf(standing.draft).includes(approver)) return { result: 'not-asked' };
  const mine = standing.decisions.find((decision) => decision.approver === approver);
  const isOver =
    standing.outcome !== undefined ||
    standing.endStep !== undefined ||
    at >= new Date(standing.draft.expiresAt);
  const round = roundFor(standing, approver, at);
  const isRound = round !== undefined && form.get('round') === String(round);
  if ((mine !== undefined && !isRound) || isOver) {
    await settleDraft(ports, release, number);
    // Somebody who decides otherwise in another tab must learn that it was not recorded, and get their words back.
    return mine?.decision === form.get('decision') ? { result: 'stands' } : inVain;
  }
  // A form that was sent twice, and whose decision was taken back in between, decides nothing anew.
  if (round === undefined || !isRound || !(await isTheirTurn(ports, standing, approver, at))) return inVain;

  const entered = readEntered(form, standing.draft);
  const problems = problemsOf(entered, form.get('sha256'), standing);
  const decision = decisionOf(entered, standing.draft, approver, at.toISOString());
  if (problems.length > 0 || decision === undefined) return { result: 'problems', problems, entered };
  const stands = await record(ports, voter, round, decision);
  if (stands === 'written') return { result: 'recorded' };
  return stands.decision === decision.decision ? { result: 'stands' } : inVain;
};
