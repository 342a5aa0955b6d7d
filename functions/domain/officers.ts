import * as v from 'valibot';
import { type Person, personSchema } from './acts/common.ts';
import { withoutHidden } from './odd-characters.ts';
import { nameKey } from './policy.ts';
import { line, slug } from './text.ts';

const officer = v.strictObject({
  id: slug,
  name: line(120),
  /** The office as the company prints it. */
  title: line(160),
  honorific: personSchema.entries.honorific,
  familyName: personSchema.entries.familyName,
  /** What sources call this person, by source id. */
  ids: v.optional(v.record(slug, line(120))),
});

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** The officers and directors whose coming and going a company discloses. */
export const officersSchema = v.pipe(
  v.array(officer),
  v.check((list) => distinct(list.map(({ id }) => id)), 'must not use an id twice'),
  v.check(
    (list) =>
      distinct(list.flatMap(({ ids = {} }) => Object.entries(ids).map((entry) => JSON.stringify(entry)))),
    'must not give two people one id of a source',
  ),
);

export type Officer = v.InferOutput<typeof officer>;

/** A person as a delivery names them. */
export type SentPerson = Partial<Person>;

/** Whom a company discloses, and how a source names them. */
export interface Roster {
  officers: readonly Officer[];
  source: string;
  /** Whether the source also uses the ids of the profile; what a vendor calls somebody is never taken for one of those. */
  usesOurIds: boolean;
}

const provisional = new Set(['acting', 'interim']);

/** A title for matching: case, punctuation and hidden characters fall away, and whether it is held for a time only. */
const titleKey = (title: string): string =>
  withoutHidden(title)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !provisional.has(word))
    .join(' ');

/** Whether two titles name one office, as wholes: "CFO, EMEA" is not "CFO". */
export const isSameOffice = (a: string, b: string): boolean => titleKey(a) === titleKey(b);

/** Whether a title is that of a disclosed office, whoever holds it. */
export const isOffice = (title: string | undefined, { officers }: Pick<Roster, 'officers'>): boolean =>
  title !== undefined && officers.some((one) => isSameOffice(one.title, title));

/** What a source calls an officer. A source may be named like something that every object inherits. */
const idAt = (source: string, { ids = {} }: Officer): string | undefined =>
  Object.hasOwn(ids, source) ? ids[source] : undefined;

const hasId = (one: Officer, id: string, { source, usesOurIds }: Roster): boolean =>
  idAt(source, one) === id || (usesOurIds && one.id === id);

/** The officer whom a source knows by an id. */
export const officerById = (id: string, roster: Roster): Officer | undefined =>
  roster.officers.find((one) => hasId(one, id, roster));

/** Whether one of the titles that were sent is the officer's office; where none was sent, none speaks against it. */
const mayHold = (one: Officer, titles: readonly string[]): boolean =>
  titles.length === 0 || titles.some((title) => isSameOffice(one.title, title));

/** Somebody of the same name whom the source knows to be another. */
const isNamesake = (one: Officer, id: string | undefined, { source }: Roster): boolean => {
  const known = idAt(source, one);
  return id !== undefined && known !== undefined && known !== id;
};

/**
 * The officers who may be meant by a person and the titles sent with them: the one whom the source knows by that id, else
 * those of that name, who must hold one of the titles if any was sent. More than one only where officers share a name.
 */
export const officersMeant = (
  { id, name }: SentPerson,
  titles: readonly string[],
  roster: Roster,
): Officer[] => {
  const known = id === undefined ? undefined : officerById(id, roster);
  if (known !== undefined) return [known];
  if (name === undefined) return [];
  return roster.officers.filter(
    (one) => nameKey(one.name) === nameKey(name) && mayHold(one, titles) && !isNamesake(one, id, roster),
  );
};
