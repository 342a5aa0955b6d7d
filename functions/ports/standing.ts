import type { Draft } from '../domain/draft.ts';
import type { Decision, EndStep, Outcome, Step } from '../domain/facts.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ballot, endStepOf, standingBallots } from '../domain/standing-decisions.ts';
import { type Tally, tally } from '../domain/tally.ts';
import type { Ledger } from './ledger.ts';
import { proveDigest } from './parsed-drafts.ts';
import { listRelease, readBallots, readDraft, readOutcome } from './release.ts';

/** Where a draft stands: all that decides what may still become of it. */
export interface Standing {
  draft: Draft;
  keys: ReleaseKeys;
  outcome: Outcome | undefined;
  /** The steps that the draft has taken, in order. */
  steps: Step[];
  /** The step that counts its decisions; from then on none can be taken back, though the outcome may not be there yet. */
  endStep: EndStep | undefined;
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
  proveDigest(draft);
  const known = keys.drafts.get(number);
  const [outcome, { ballots, steps }] = await Promise.all([
    known?.ended ? readOutcome(ledger, release, number) : undefined,
    readBallots(ledger, release, draft, known),
  ]);
  const decisions = standingBallots(ballots).map(({ decision }) => decision);
  const newerEvents = keys.events.filter((event) => !draft.events.includes(event));
  return {
    draft,
    keys,
    outcome,
    steps,
    endStep: endStepOf(steps),
    ballots,
    decisions,
    tally: tally(draft, decisions),
    newerEvents,
  };
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
