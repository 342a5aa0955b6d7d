import * as v from 'valibot';
import { type Person, personSchema } from './acts/common.ts';
import { isSameOffice } from './office-titles.ts';
import { nameKey } from './policy.ts';
import { areDistinct, line, slug } from './text.ts';

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

/** The officers and directors whose coming and going a company discloses. */
export const officersSchema = v.pipe(
  v.array(officer),
  v.check((list) => areDistinct(list.map(({ id }) => id)), 'must not use an id twice'),
  v.check(
    (list) =>
      areDistinct(list.flatMap(({ ids = {} }) => Object.entries(ids).map((entry) => JSON.stringify(entry)))),
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
  /** Whose ids the source uses; what a vendor calls somebody is never taken for an id of the profile. */
  ids: 'profile' | 'vendor' | 'either';
}

/** Whether a title is that of a disclosed office, whoever holds it. */
export const isOffice = (title: string | undefined, { officers }: Pick<Roster, 'officers'>): boolean =>
  title !== undefined && officers.some((one) => isSameOffice(one.title, title));

/** What a source calls an officer. A source may be named like something that every object inherits. */
const idAt = (source: string, { ids = {} }: Officer): string | undefined =>
  Object.hasOwn(ids, source) ? ids[source] : undefined;

/** The officer whom a source knows by an id. */
export const officerById = (id: string, { officers, source, ids }: Roster): Officer | undefined =>
  officers.find((one) => idAt(source, one) === id) ??
  (ids === 'vendor' ? undefined : officers.find((one) => one.id === id));

const holds = (one: Officer, titles: readonly string[]): boolean =>
  titles.some((title) => isSameOffice(one.title, title));

const hasName = (one: Officer, name: string | undefined): boolean =>
  name !== undefined && nameKey(one.name) === nameKey(name);

/** Whether a person has the name of an officer, and an id by which the source knows them to be another. */
export const isNamesake = ({ id, name }: SentPerson, { officers, source }: Roster): boolean =>
  id !== undefined &&
  officers.some((one) => {
    const known = idAt(source, one);
    return hasName(one, name) && known !== undefined && known !== id;
  });

/**
 * Whether a name may stand for an officer: with one of the titles, if any was sent; and there must be one where an id was
 * sent that the profile does not know, or somebody of that name far from any office would be taken for the officer.
 */
const mayBe = (one: Officer, person: SentPerson, titles: readonly string[], roster: Roster): boolean =>
  hasName(one, person.name) &&
  !isNamesake(person, { ...roster, officers: [one] }) &&
  (holds(one, titles) || (titles.length === 0 && person.id === undefined));

/**
 * The officers who may be meant by a person and the titles sent with them: the one whom the source knows by that id, else
 * those of that name, who must hold one of the titles. More than one only where officers share a name.
 */
export const officersMeant = (person: SentPerson, titles: readonly string[], roster: Roster): Officer[] => {
  const known = person.id === undefined ? undefined : officerById(person.id, roster);
  return known === undefined ? roster.officers.filter((one) => mayBe(one, person, titles, roster)) : [known];
};
