import { type Company, ownerReader } from '../domain/company.ts';
import { suppliedNames } from '../domain/desk-edits/facts.ts';
import type { Draft } from '../domain/draft.ts';
import { isSubject, maySharePerson, votersOf } from '../domain/policy.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import type { Ledger } from './ledger.ts';
import { listRelease, readDraft, readEvents } from './release.ts';

/** Whether the newest draft lets somebody read it: who may decide on it at some time, an editor, and the owner, unless it is about them. */
const mayReadDraft = (draft: Draft, profile: { id: string; editor: boolean }): boolean => {
  if (profile.id === ownerReader) return !draft.ownerRecused;
  const known = draft.approvers.find(({ id }) => id === profile.id);
  if (known?.recused !== undefined) return false;
  return profile.editor || known?.changed === true || votersOf(draft).includes(profile.id);
};

/** Whether an approver, or the owner, may still have to do with a release of which these facts are known. */
export const isAskedBy = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  company: Pick<Company, 'approvers' | 'owner'>,
  known: Pick<ReleaseKeys, 'release' | 'latest' | 'events'>,
  reader: string,
): Promise<boolean> => {
  const { release } = known;
  const latest = await readDraft(ledger, release, known.latest);
  const profile =
    reader === ownerReader
      ? { id: ownerReader, name: company.owner.name, editor: true }
      : company.approvers.find(({ id }) => id === reader);
  if (profile === undefined || !mayReadDraft(latest, profile)) return false;
  const news = known.events.filter((event) => !latest.events.includes(event));
  const events = await readEvents(ledger, release, news);
  return !events.some(
    (event) =>
      isSubject(profile, event.data) ||
      suppliedNames(event).some((name) => maySharePerson(name, profile.name)),
  );
};

/**
 * Whether an approver, or the owner, may still have to do with a release: let in by its newest draft, and not the subject of
 * an event that has come since. Somebody whom a later event is about loses the earlier drafts too.
 */
export const isStillAsked = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  company: Pick<Company, 'approvers' | 'owner'>,
  release: string,
  reader: string,
): Promise<boolean> => isAskedBy(ledger, company, await listRelease(ledger, release), reader);
