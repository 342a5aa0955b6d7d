import type { Seen } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { putFact } from '../ports/ledger.ts';
import { errorFields } from '../ports/log.ts';
import type { Standing } from '../ports/standing.ts';
import type { ReviewPorts } from './ports.ts';
import { type Visit, visitFields } from './visit.ts';

/**
 * Records that a reader was shown a draft, the first time that they were. Where that fails the page is shown all the same:
 * to read matters more than that it is known, and a decision holds the digest of what was shown by itself.
 */
export const recordSeen = async (
  { ledger, now, log }: Pick<ReviewPorts, 'ledger' | 'now' | 'log'>,
  visit: Visit,
  { draft, keys: known }: Pick<Standing, 'draft' | 'keys'>,
): Promise<void> => {
  const reader = visit.approver;
  if (known.drafts.get(draft.draft)?.seen.includes(reader)) return;
  const seen: Seen = { reader, draft: draft.draft, sha256: draft.sha256, at: now().toISOString() };
  try {
    await putFact(ledger, keys.seen(draft.release, draft.draft, reader), seen);
  } catch (error) {
    log('WARN', 'REVIEW_SEEN_NOT_RECORDED', { ...visitFields(visit), ...errorFields(error) });
  }
};
