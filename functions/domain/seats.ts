import type { Draft } from './draft.ts';

/** Somebody who approves, and those in whose place they do. */
export interface Vote {
  by: string;
  for: readonly string[];
}

type Group = Pick<Draft['groups'][number], 'approvers' | 'required'>;

/**
 * The seats of a group that votes fill: everybody's own, and of those who are away as many as there are others who stand in for
 * them, each of whom fills one. Those without whom the group is not met come first. The order of the votes does not matter.
 */
export const filledSeats = ({ approvers, required }: Group, votes: readonly Vote[]): string[] => {
  const own = approvers.filter((approver) => votes.some(({ by }) => by === approver));
  const free = votes.filter(({ by }) => !own.includes(by));
  const seatOf = new Map<string, string>();
  // Whoever has a seat gives it up where somebody else can take it and they have another (Kuhn's matching).
  const fill = (seat: string, tried: Set<string>): boolean =>
    free.some(({ by, for: seats }) => {
      if (!seats.includes(seat) || tried.has(by)) return false;
      tried.add(by);
      const taken = seatOf.get(by);
      if (taken !== undefined && !fill(taken, tried)) return false;
      seatOf.set(by, seat);
      return true;
    });
  const empty = [...new Set([...required, ...approvers])].filter(
    (approver) => approvers.includes(approver) && !own.includes(approver),
  );
  for (const seat of empty) fill(seat, new Set());
  const stoodIn = new Set(seatOf.values());
  return [...own, ...empty.filter((seat) => stoodIn.has(seat))];
};
