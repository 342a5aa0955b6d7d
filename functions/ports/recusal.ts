import type { Company } from '../domain/company.ts';
import { askedOf, isSubject } from '../domain/policy.ts';
import type { Ledger } from './ledger.ts';
import { listRelease, readDraft, readEvents } from './release.ts';

/**
 * Whether an approver may still have to do with a release: asked by its newest draft, and not the subject of an event
 * that has come since. Somebody whom a later event is about loses the earlier drafts too.
 */
export const isStillAsked = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  company: Pick<Company, 'approvers'>,
  release: string,
  approver: string,
): Promise<boolean> => {
  const known = await listRelease(ledger, release);
  const latest = await readDraft(ledger, release, known.latest);
  const profile = company.approvers.find(({ id }) => id === approver);
  if (profile === undefined || !askedOf(latest).includes(approver)) return false;
  const news = known.events.filter((event) => !latest.events.includes(event));
  const events = await readEvents(ledger, release, news);
  return !events.some(({ data }) => isSubject(profile, data));
};
