import { keys } from '../domain/keys.ts';
import { familyOf } from '../domain/scanner-families.ts';
import { type VisitFact, type VisitKind, visitName } from '../domain/visits.ts';
import { putFact } from '../ports/ledger.ts';
import { errorFields } from '../ports/log.ts';
import type { ReviewPorts } from './ports.ts';
import type { ReviewRequest } from './request.ts';
import { type Visit, visitFields } from './visit.ts';

/** What a GET or HEAD shows of its maker; undefined where a session was open, and the page was read. */
export const kindOfLook = (
  { method, prefetch }: Pick<ReviewRequest, 'method' | 'prefetch'>,
  hasSession: boolean,
): VisitKind | undefined => {
  if (method === 'HEAD') return 'head';
  if (prefetch) return 'prefetch';
  return hasSession ? undefined : 'opened';
};

/**
 * Puts a visit that decides nothing into the ledger, each kind once a day. Nothing reads it but the audit, so that a page is
 * shown though this fails.
 */
export const recordVisit = async (
  { ledger, now, log }: Pick<ReviewPorts, 'ledger' | 'now' | 'log'>,
  visit: Visit,
  { userAgent }: Pick<ReviewRequest, 'userAgent'>,
  kind: VisitKind,
): Promise<void> => {
  const family = familyOf(userAgent);
  const fact: VisitFact = {
    visit: kind,
    reader: visit.approver,
    draft: visit.draft,
    ...(family !== undefined && { family }),
    at: now().toISOString(),
  };
  try {
    await putFact(ledger, keys.visit(visit.release, visitName(fact)), fact);
  } catch (error) {
    log('WARN', 'REVIEW_VISIT_UNRECORDED', { ...visitFields(visit), ...errorFields(error) });
  }
};
