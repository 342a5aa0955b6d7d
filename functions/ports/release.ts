import { type Draft, draftSchema } from '../domain/draft.ts';
import { type EventFact, eventFactSchema } from '../domain/event.ts';
import { decisionSchema, fateSchema, type Outcome, outcomeSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { type DraftKeys, foldKeys, type ReleaseKeys } from '../domain/release-keys.ts';
import { type Ballot, carriedBallots } from '../domain/standing-decisions.ts';
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

/** Reads all ballots on a draft, also those that were taken back. */
export const readBallots = (
  ledger: Reader,
  release: string,
  draft: Draft,
  known: DraftKeys | undefined,
): Promise<Ballot[]> => {
  const fates = known?.fates ?? [];
  const withFate = async ({ round, decision }: Omit<Ballot, 'fate'>): Promise<Ballot> => {
    const { approver } = decision;
    const hasFate = fates.some((fate) => fate.approver === approver && fate.round === round);
    const fate = hasFate
      ? await readRequiredFact(ledger, keys.fate(release, draft.draft, approver, round), fateSchema)
      : undefined;
    return { round, decision, fate: fate?.fate };
  };
  const made = (known?.decisions ?? []).map(async ({ approver, round }) =>
    withFate({
      round,
      decision: await readRequiredFact(
        ledger,
        keys.decision(release, draft.draft, approver, round),
        decisionSchema,
      ),
    }),
  );
  return Promise.all([...carriedBallots(draft).map(withFate), ...made]);
};
