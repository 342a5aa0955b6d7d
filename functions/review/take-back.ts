import { type Fate, fateSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { standingBallots } from '../domain/standing-decisions.ts';
import { putFact, readRequiredFact } from '../ports/ledger.ts';
import { askForMails } from '../ports/mails-due.ts';
import { readStanding } from '../ports/standing.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/**
 * Takes an approver's standing decision on a draft back; only that of `round` where it is given, as a page that was left
 * open shows an earlier one. `too-late`: the draft has ended, or the decision was counted in that very moment. `none`:
 * there is nothing to take back, or it was before.
 */
export const takeBack = async (
  { ledger, now }: Pick<ReviewPorts, 'ledger' | 'now'>,
  { release, draft, approver }: Pick<Visit, 'release' | 'draft' | 'approver'>,
  round?: number,
): Promise<'taken-back' | 'too-late' | 'none'> => {
  const standing = await readStanding(ledger, release, draft);
  const mine = standingBallots(standing.ballots).find(({ decision }) => decision.approver === approver);
  if (mine === undefined || (round !== undefined && mine.round !== round)) return 'none';
  if (standing.outcome !== undefined) return 'too-late';
  const key = keys.fate(release, draft, approver, mine.round);
  const fate: Fate = { fate: 'taken-back', approver, draft, at: now().toISOString() };
  const stands =
    (await putFact(ledger, key, fate)) === 'written' ? fate : await readRequiredFact(ledger, key, fateSchema);
  if (stands.fate === 'counted') return 'too-late';
  await askForMails(ledger, await readStanding(ledger, release, draft), now());
  return 'taken-back';
};
