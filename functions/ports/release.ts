import type { Draft } from '../domain/draft.ts';
import { type EventFact, eventFactSchema } from '../domain/event.ts';
import { decisionSchema, type Outcome, outcomeSchema, type Step, stepSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { type DraftKeys, foldKeys, type ReleaseKeys } from '../domain/release-keys.ts';
import { type Ballot, carriedBallots, withFates } from '../domain/standing-decisions.ts';
import { type Ledger, readFact, readRequiredFact } from './ledger.ts';
import { parseDraft } from './parsed-drafts.ts';

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
export const readDraft = async (
  ledger: Pick<Ledger, 'get'>,
  release: string,
  draft: number,
): Promise<Draft> => {
  const key = keys.draft(release, draft);
  return parseDraft(key, await ledger.get(key));
};

/** Reads how a draft ended; undefined while it is open. */
export const readOutcome = (ledger: Reader, release: string, draft: number): Promise<Outcome | undefined> =>
  readFact(ledger, keys.outcome(release, draft), outcomeSchema);

/** Reads the steps that a draft has taken, in order. */
const readSteps = (
  ledger: Reader,
  release: string,
  draft: number,
  known: DraftKeys | undefined,
): Promise<Step[]> =>
  Promise.all(
    Array.from({ length: known?.steps ?? 0 }, (_, step) =>
      readRequiredFact(ledger, keys.step(release, draft, step + 1), stepSchema),
    ),
  );

/** Reads all decisions on a draft, also those that were taken back, and the steps that say what became of them. */
export const readBallots = async (
  ledger: Reader,
  release: string,
  draft: Draft,
  known: DraftKeys | undefined,
): Promise<{ ballots: Ballot[]; steps: Step[] }> => {
  const made = (known?.decisions ?? []).map(async ({ approver, round }) => ({
    round,
    decision: await readRequiredFact(
      ledger,
      keys.decision(release, draft.draft, approver, round),
      decisionSchema,
    ),
  }));
  const [decisions, steps] = await Promise.all([
    Promise.all(made),
    readSteps(ledger, release, draft.draft, known),
  ]);
  return { ballots: withFates([...carriedBallots(draft), ...decisions], steps), steps };
};
