import * as v from 'valibot';
import type { Person } from '../acts/common.ts';
import { type Act, actByKind } from '../acts.ts';
import { isSamePerson, personKey } from '../persons.ts';
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

/** Everybody whom a release names, each once. */
const everybodyIn = (acts: readonly SentAct[]): Person[] => {
  const people = acts.flatMap(({ act }) => [
    ...peopleIn(act).map(([, person]) => person),
    ...(act.kind === 'voting-results' ? (act.directors ?? []).map(({ name }) => ({ name })) : []),
  ]);
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()];
};

/** Whether a person bears a family name, as they say themselves or as their name does. */
const bears = ({ name, familyName }: Person, family: string): boolean =>
  familyName === undefined
    ? ` ${nameKey(name)} `.includes(` ${nameKey(family)} `)
    : nameKey(familyName) === nameKey(family);

/** A person without what others of the release could be called by, too. */
const distinct = (field: Field, person: Person, everybody: readonly Person[]): Person => {
  const { honorific, familyName } = person;
  if (familyName === undefined) return person;
  const namesakes = everybody.filter(
    (other) => !isSamePerson(personKey(other), personKey(person)) && bears(other, familyName),
  );
  // A quotation goes on with the family name alone.
  const isShared =
    field === 'speaker'
      ? namesakes.length > 0
      : namesakes.some((other) => other.honorific === undefined || other.honorific === honorific);
  return isShared ? { ...person, honorific: undefined, familyName: undefined } : person;
};

/**
 * Takes the form of address and the family name from whoever shares them with somebody else in the release, so that
 * every later sentence gives the full name.
 */
export const withDistinctNames = <S extends SentAct>(acts: readonly S[]): S[] => {
  const everybody = everybodyIn(acts);
  return acts.map((sent) => {
    const changed = peopleIn(sent.act).flatMap(([field, person]) => {
      const other = distinct(field, person, everybody);
      return other === person ? [] : [[field, other]];
    });
    return changed.length === 0
      ? sent
      : { ...sent, act: v.parse(actByKind, { ...sent.act, ...Object.fromEntries(changed) }) };
  });
};
