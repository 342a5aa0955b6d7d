import type { Person } from './acts/common.ts';
import type { Act, ActOf } from './acts.ts';
import { nameKey } from './policy.ts';

/** A person for matching; `key` is the name without what two systems write differently. */
export interface PersonKey {
  id: string | undefined;
  key: string;
}

/** A person's key; a name without letters or digits stands for itself. */
export const personKey = ({ id, name }: Person): PersonKey => ({ id, key: nameKey(name) || name });

/** Whether two are one person: by id where both have one, else by name. */
export const isSamePerson = (a: PersonKey, b: PersonKey): boolean =>
  a.id !== undefined && b.id !== undefined ? a.id === b.id : a.key === b.key;

/** The person whom an act is about or, in a statement, who speaks; a measure is about nobody. */
export const personOf = (act: Act): Person | undefined => {
  if ('speaker' in act) return act.speaker;
  if ('incoming' in act || 'outgoing' in act) return act.incoming ?? act.outgoing;
  return 'person' in act ? act.person : undefined;
};

/** Who leaves, for a sentence to people who work on the release: the name, or else the office, "the Treasurer". */
export const leaverOf = ({ person, title }: ActOf<'director-departure' | 'officer-departure'>): string =>
  person?.name ?? (title === undefined ? 'the officer who is not named' : `the ${title}`);
