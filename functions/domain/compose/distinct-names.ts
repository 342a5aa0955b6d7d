import * as v from 'valibot';
import type { Person } from '../acts/common.ts';
import { type Act, actByKind } from '../acts.ts';
import { isSamePerson, type PersonKey, personKey } from '../persons.ts';
import { nameKey } from '../policy.ts';
import type { SentAct } from './narrator.ts';

const fields = ['person', 'succeeds', 'incoming', 'outgoing', 'speaker'] as const;

type Field = (typeof fields)[number];

/** The people whom an act names, each with the field that does. */
const peopleIn = (act: Act): [Field, Person][] => {
  const named: Pick<Act, 'kind'> & { [Name in Field]?: Person | undefined } = act;
  return fields.flatMap((field): [Field, Person][] => {
    const person = named[field];
    return person === undefined ? [] : [[field, person]];
  });
};

/** A person as others are compared with them. */
interface Named {
  person: Person;
  key: PersonKey;
  family: string | undefined;
}

const named = (person: Person): Named => ({
  person,
  key: personKey(person),
  family: person.familyName && nameKey(person.familyName),
});

const markOf = ({ id, name, honorific, familyName }: Person): string =>
  JSON.stringify([id, name, honorific, familyName]);

/** Everybody whom a release names, each once and by a mark of their own. */
const everybodyIn = (acts: readonly SentAct[]): Map<string, Named> => {
  const people = acts.flatMap(({ act }) => [
    ...peopleIn(act).map(([, person]) => person),
    ...(act.kind === 'voting-results' ? (act.directors ?? []).map(({ name }): Person => ({ name })) : []),
  ]);
  return new Map(
    [...new Map(people.map((person) => [markOf(person), person]))].map(([mark, person]) => [
      mark,
      named(person),
    ]),
  );
};

/** Whether somebody bears a family name, as it was sent or as it stands in the name. */
const bears = ({ key, family }: Named, wanted: string): boolean =>
  family === undefined ? ` ${key.key} `.includes(` ${wanted} `) : family === wanted;

/** Whether somebody else of the release could be called what a field of an act calls this person later on. */
const isShared = (field: Field, { person, key, family }: Named, everybody: Iterable<Named>): boolean => {
  if (family === undefined) return false;
  const namesakes = [...everybody].filter((other) => bears(other, family) && !isSamePerson(other.key, key));
  // A quotation goes on with the family name alone.
  return field === 'speaker'
    ? namesakes.length > 0
    : namesakes.some(
        ({ person: { honorific } }) => honorific === undefined || honorific === person.honorific,
      );
};

/**
 * Takes the form of address and the family name from whoever shares them with somebody else in the release, so that
 * every later sentence gives the full name.
 */
export const withDistinctNames = <S extends SentAct>(acts: readonly S[]): S[] => {
  const everybody = everybodyIn(acts);
  return acts.map((sent) => {
    const changed = peopleIn(sent.act).flatMap(([field, person]) => {
      const one = everybody.get(markOf(person));
      return one !== undefined && isShared(field, one, everybody.values())
        ? [[field, { ...person, honorific: undefined, familyName: undefined }]]
        : [];
    });
    return changed.length === 0
      ? sent
      : { ...sent, act: v.parse(actByKind, { ...sent.act, ...Object.fromEntries(changed) }) };
  });
};
