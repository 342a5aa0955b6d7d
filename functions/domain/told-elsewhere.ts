import type { ActKind } from './acts.ts';
import type { EventFact } from './event.ts';
import { isOncePerPerson } from './merge-acts.ts';
import { isSamePerson } from './persons.ts';
import { standingActs } from './standing-acts.ts';

/** An act that another release announces; it has no reference before its first draft. */
export interface Elsewhere {
  kind: ActKind;
  person: string;
  reference: string | undefined;
}

const year = 365 * 86_400_000;

/** Whether two instants are near enough to be of one matter: who comes back and leaves years later does so anew. */
export const isOneMatter = (a: number, b: number): boolean => Math.abs(a - b) <= year;

/** The acts about people that stand in two releases: of one kind, about one person, within a year. */
export const sharedActs = (
  own: readonly EventFact[],
  others: readonly EventFact[],
): Pick<Elsewhere, 'kind' | 'person'>[] => {
  const theirs = standingActs(others).tellings;
  const shared = standingActs(own).tellings.flatMap(({ act, about, at }) => {
    if (about === undefined || !('person' in act) || act.person === undefined || !isOncePerPerson(act.kind))
      return [];
    const isTold = theirs.some(
      (other) =>
        other.act.kind === act.kind &&
        other.about !== undefined &&
        isSamePerson(about, other.about) &&
        isOneMatter(at, other.at),
    );
    return isTold ? [{ kind: act.kind, person: act.person.name }] : [];
  });
  return [...new Map(shared.map((act) => [`${act.kind} ${act.person}`, act])).values()];
};
