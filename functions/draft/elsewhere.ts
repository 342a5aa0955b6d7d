import type { EventFact } from '../domain/event.ts';
import { keys } from '../domain/keys.ts';
import { markedRelease, peopleOf, personMark } from '../domain/people-keys.ts';
import { isSameSubject, releaseMark } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { strayRetractions } from '../domain/stray-retractions.ts';
import { type Elsewhere, sharedActs } from '../domain/told-elsewhere.ts';
import { type Ledger, putFact } from '../ports/ledger.ts';
import { readReference } from '../ports/reference.ts';
import { listRelease, readDraft, readEvents, readOutcome } from '../ports/release.ts';
import type { DraftPorts } from './ports.ts';

/** A release about somebody whom another is about. */
export interface Related {
  known: ReleaseKeys;
  events: EventFact[];
}

/**
 * The releases under other subjects that are about the same people. Each marks itself before it looks, so that of two that
 * begin at once one sees the other.
 */
export const relatedReleases = async (
  ledger: Ledger,
  release: string,
  events: readonly EventFact[],
): Promise<Related[]> => {
  const prefixes = peopleOf(release, events);
  await Promise.all(prefixes.map((prefix) => putFact(ledger, personMark(prefix, release), {})));
  const marks = (await Promise.all(prefixes.map((prefix) => ledger.list(prefix)))).flat();
  const others = [...new Set(marks.map(markedRelease))].filter((other) => !isSameSubject(other, release));
  return Promise.all(
    others.sort().map(async (other) => {
      const known = await listRelease(ledger, other);
      return { known, events: await readEvents(ledger, other, known.events) };
    }),
  );
};

/**
 * Gives retractions that meet nothing in their own release to the releases whose acts they take back, this one's and
 * theirs; answers whether this one was given any.
 */
export const handOnRetractions = async (
  { ledger, log }: Pick<DraftPorts, 'ledger' | 'log'>,
  own: Related,
  related: readonly Related[],
): Promise<boolean> => {
  const give = async (from: Related, to: Related): Promise<boolean> => {
    const strays = strayRetractions(from.events, to.events);
    for (const { source, id, ...fact } of strays) {
      const { release } = to.known;
      await putFact(ledger, keys.event(release, source, id), { ...fact, source, id, release });
      log('WARN', 'RETRACTION_HANDED_ON', { release: releaseMark(release), source });
    }
    return strays.length > 0;
  };
  let given = false;
  for (const other of related) {
    await give(own, other);
    if (await give(other, own)) given = true;
  }
  return given;
};

/** Whether another release is the one to announce what both tell of: it is approved, or was drafted first. */
const goesFirst = async (ledger: Ledger, own: ReleaseKeys, other: ReleaseKeys): Promise<boolean> => {
  if (other.held !== undefined) return false;
  if (other.latest === 0) return own.latest === 0;
  const end = (await readOutcome(ledger, other.release, other.latest))?.outcome;
  if (end === 'approved') return true;
  if (end === 'withdrawn' || end === 'expired') return false;
  if (own.latest === 0) return true;
  const [first, second] = await Promise.all(
    [other, own].map(async ({ release }) => (await readDraft(ledger, release, 1)).createdAt),
  );
  return first !== undefined && second !== undefined && Date.parse(first) < Date.parse(second);
};

/** What a release tells of that another one announces. */
export const toldElsewhere = async (
  ledger: Ledger,
  own: Related,
  related: readonly Related[],
): Promise<Elsewhere[]> => {
  const found = await Promise.all(
    related.map(async ({ known, events }) => {
      const shared = sharedActs(own.events, events);
      if (shared.length === 0 || !(await goesFirst(ledger, own.known, known))) return [];
      const reference = known.latest === 0 ? undefined : await readReference(ledger, known.release);
      return shared.map((act) => ({ ...act, reference }));
    }),
  );
  return found.flat();
};
