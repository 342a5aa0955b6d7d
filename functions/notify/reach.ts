import { type Reachability, type Reason, reachability } from '../domain/reachability.ts';
import type { View } from '../domain/templates.ts';
import { isFrozen } from '../ports/gate.ts';
import type { Notice } from './notice.ts';
import type { NotifyPorts } from './ports.ts';

/** Whether the draft of a mail can still pass in time, as things are now. */
export const reachOf = async (
  { ledger, now }: Pick<NotifyPorts, 'ledger' | 'now'>,
  { standing, company }: Notice,
): Promise<Reachability> =>
  reachability({ ...standing, isFrozen: await isFrozen(ledger, standing.keys) }, company, now());

/** What stands against a draft, in numbers: who is meant is on the status page, and in no mail. */
export const reasonsView = ({ groups, reasons }: Reachability): View => {
  const people = (...kinds: Reason['kind'][]): number =>
    new Set(
      reasons.flatMap((reason) =>
        kinds.includes(reason.kind) && 'approver' in reason ? [reason.approver] : [],
      ),
    ).size;
  const isLate = (which: string): boolean =>
    reasons.some((reason) => reason.kind === 'late' && reason.which === which);
  return {
    errors: reasons.reduce((sum, reason) => sum + (reason.kind === 'errors' ? reason.count : 0), 0),
    tooFew: groups.filter(({ verdict }) => verdict === 'no').length,
    notDeciding: people('recused', 'changed'),
    away: people('absent'),
    unreached: people('unreachable'),
    decisionsLate: isLate('decisions'),
    filingLate: isLate('filing'),
  };
};
