import { type Draft, draftSchema } from '../domain/draft.ts';
import { type EventFact, eventFactSchema } from '../domain/event.ts';
import { type Decision, decisionSchema, type Outcome, outcomeSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { foldKeys, type ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readFact, readRequiredFact } from './ledger.ts';

type Reader = Pick<Ledger, 'get' | 'list'>;

/** Lists what the ledger has of a release, in one call for each 1,000 keys. */
export const listRelease = async (ledger: Pick<Ledger, 'list'>, release: string): Promise<ReleaseKeys> =>
  foldKeys(release, await ledger.list(keys.release(release)));

/** Reads events by `{source}~{id}`, in the order given. */
export const readEvents = (
  ledger: Reader,
  release: string,
  events: readonly string[],
): Promise<EventFact[]> =>
  Promise.all(
    events.map((event) =>
      readRequiredFact(ledger, `${keys.release(release)}events/${event}.event.json`, eventFactSchema),
    ),
  );

/** Reads a draft that must be there. */
export const readDraft = (ledger: Reader, release: string, draft: number): Promise<Draft> =>
  readRequiredFact(ledger, keys.draft(release, draft), draftSchema);

/** Reads how a draft ended; undefined while it is open. */
export const readOutcome = (ledger: Reader, release: string, draft: number): Promise<Outcome | undefined> =>
  readFact(ledger, keys.outcome(release, draft), outcomeSchema);

/** Reads the decisions of these approvers on a draft. */
export const readDecisions = (
  ledger: Reader,
  release: string,
  draft: number,
  approvers: readonly string[],
): Promise<Decision[]> =>
  Promise.all(
    approvers.map((approver) =>
      readRequiredFact(ledger, keys.decision(release, draft, approver), decisionSchema),
    ),
  );
