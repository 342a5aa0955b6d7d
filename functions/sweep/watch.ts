import { dueWork } from '../domain/due-work.ts';
import { soonAfter } from '../domain/open-marker.ts';
import { reachability } from '../domain/reachability.ts';
import { releaseMark } from '../domain/release.ts';
import { riskKinds, riskMails } from '../domain/risk-mails.ts';
import type { WantedMail } from '../domain/wanted-mail.ts';
import { askForMail } from '../ports/mails-due.ts';
import type { Standing } from '../ports/standing.ts';
import type { RepairPorts } from './ports.ts';

/**
 * Looks after an open draft of a release that is not frozen: reminds, escalates, and warns the owner and whoever runs Gazette
 * where it may not pass in time. Answers with when to look again, as an ISO time.
 */
export const watchDraft = async (
  { ledger, companies, now, log }: Pick<RepairPorts, 'ledger' | 'companies' | 'now' | 'log'>,
  standing: Standing,
): Promise<string> => {
  const { draft, keys } = standing;
  const company = companies.get(draft.company);
  if (company === undefined) throw new Error('A draft is open of a company that has no profile');
  const at = now();
  const ask = (mail: WantedMail): Promise<void> => askForMail(ledger, standing, mail, at);

  const reach = reachability({ ...standing, isFrozen: false }, company, at);
  const warnings = riskMails({ draft: draft.draft, mails: keys.mails }, riskKinds(reach));
  if (warnings.some(({ operations }) => operations))
    log('WARN', 'RELEASE_AT_RISK', {
      release: releaseMark(draft.release),
      draft: draft.draft,
      verdict: reach.verdict,
      reasons: riskKinds(reach).join(' '),
    });
  for (const mail of warnings) await ask(mail);

  const { mails, next } = dueWork(standing, company, at);
  for (const mail of mails) await ask(mail);
  // Somebody looks soon whether what was asked for has gone out.
  return warnings.length + mails.length > 0 ? soonAfter(at) : next;
};
