import type { Person } from './acts/common.ts';
import { sha256Of } from './digest.ts';
import type { EventFact } from './event.ts';
import { personKey, personOf } from './persons.ts';
import { companyOf } from './release.ts';

const digest = (text: string): string => sha256Of(text).slice(0, 32);

/**
 * Prefixes of the ledger's index of people: one by the id and one by the name, since a system may know either. A name
 * stands in no key, only its SHA-256.
 */
const prefixesOf = (company: string, person: Person): string[] => {
  const { id, key } = personKey(person);
  return [...(id === undefined ? [] : [`id ${id}`]), `name ${key}`].map(
    (mark) => `people/${company}/${digest(mark)}/`,
  );
};

/** The prefixes of everybody of whom events tell or take back an act, in order. */
export const peopleOf = (release: string, events: readonly EventFact[]): string[] => {
  const people = events.flatMap(({ data }) => [
    ...data.acts.flatMap((act) => (act.kind === 'statement' ? [] : (personOf(act) ?? []))),
    ...data.retracts.map(({ person }) => person),
  ]);
  return [...new Set(people.flatMap((person) => prefixesOf(companyOf(release), person)))].sort();
};

/** The key that says that a release is about somebody. */
export const personMark = (prefix: string, release: string): string => `${prefix}${release}.json`;

/** The release that a key of the index names. */
export const markedRelease = (key: string): string => key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
