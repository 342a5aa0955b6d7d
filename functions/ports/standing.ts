import { type Draft, digestOf } from '../domain/draft.ts';
import type { Decision, Outcome } from '../domain/facts.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ballot, standingBallots } from '../domain/standing-decisions.ts';
import { type Tally, tally } from '../domain/tally.ts';
import { InvalidFactError, type Ledger } from './ledger.ts';
import { listRelease, readBallots, readDraft, readOutcome } from './release.ts';

/** Where a draft stands: all that decides what may still become of it. */
export interface Standing {
  draft: Draft;
  keys: ReleaseKeys;
  outcome: Outcome | undefined;
  /** Every decision, also those that were taken back. */
  ballots: Ballot[];
  /** The decisions that stand. */
  decisions: Decision[];
  tally: Tally;
  /** Events of the release that came after the draft was made, as `{source}~{id}`. */
  newerEvents: string[];
}

/** Reads where a draft stands, where the keys of its release are known; throws InvalidFactError where its digest is not its own. */
export const standingOf = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  keys: ReleaseKeys,
  draft: Draft,
): Promise<Standing> => {
  const { release, draft: number } = draft;
  if (digestOf(draft) !== draft.sha256)
    throw new InvalidFactError(`Draft ${number} of ${release} is not what its digest says`);
  const known = keys.drafts.get(number);
  const [outcome, ballots] = await Promise.all([
    known?.ended ? readOutcome(ledger, release, number) : undefined,
    readBallots(ledger, release, draft, known),
  ]);
  const decisions = standingBallots(ballots).map(({ decision }) => decision);
  const newerEvents = keys.events.filter((event) => !draft.events.includes(event));
  return { draft, keys, outcome, ballots, decisions, tally: tally(draft, decisions), newerEvents };
};

/** Reads where a draft stands; throws InvalidFactError where the draft is not what its digest says. */
export const readStanding = async (
  ledger: Pick<Ledger, 'get' | 'list'>,
  release: string,
  number: number,
): Promise<Standing> => {
  const [draft, keys] = await Promise.all([readDraft(ledger, release, number), listRelease(ledger, release)]);
  return standingOf(ledger, keys, draft);
};
