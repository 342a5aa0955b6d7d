import type { Decision } from './facts.ts';
import { filledSeats } from './seats.ts';
import { type StandIn, standInFor } from './stand-ins.ts';
import { type Ballot, nextRound, roundLimit, standingBallots } from './standing-decisions.ts';
import { type Counted, countedOf, type Tally } from './tally.ts';

/** Where an open draft stands. */
interface Open {
  draft: Counted;
  decisions: readonly Decision[];
  tally: Tally;
}

/** Somebody whose decision is needed, and in whose place where that is not their own. */
export interface Awaited {
  id: string;
  standIn: StandIn | undefined;
}

/**
 * Those who are asked at an instant, and whose decision a group of the stage still needs: for each seat that nobody fills, its
 * approver, or who stands in. One who approved before the other went away is asked anew in their place; one who did since is
 * not, as an approval fills no more than one seat of those who are away in a group.
 */
export const awaitedSeats = ({ draft, decisions, tally }: Open, at: Date): Awaited[] => {
  const { votes } = countedOf(draft, decisions);
  const isUnmet = (id: string): boolean =>
    tally.groups.some((group) => group.id === id && group.stage <= tally.stage && !group.met);
  const waiting = draft.groups
    .filter(({ id }) => isUnmet(id))
    .flatMap((group) => {
      const filled = filledSeats(group, votes);
      return group.approvers.filter((approver) => !filled.includes(approver));
    });
  return [...new Set(waiting)].flatMap((approver): Awaited[] => {
    const standIn = standInFor(draft, approver, at);
    const id = standIn?.delegate ?? approver;
    return votes.some((vote) => vote.by === id && vote.for.includes(approver)) ? [] : [{ id, standIn }];
  });
};

/** The ids of those who are awaited at an instant, each once. */
export const awaitedOf = (open: Open, at: Date): string[] => [
  ...new Set(awaitedSeats(open, at).map(({ id }) => id)),
];

/**
 * The round in which somebody may decide at an instant; undefined where their decision stands, or they took too many back. Who
 * is asked anew, in place of somebody who has gone away since, decides in the next round though the decision before it stands.
 */
export const roundFor = (
  { ballots, ...open }: Open & { ballots: readonly Ballot[] },
  approver: string,
  at: Date,
): number | undefined => {
  const mine = standingBallots(ballots).find(({ decision }) => decision.approver === approver);
  if (mine === undefined) return nextRound(ballots, approver);
  return mine.round < roundLimit && awaitedOf(open, at).includes(approver) ? mine.round + 1 : undefined;
};
