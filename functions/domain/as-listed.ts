import type { IntroducedPerson, Person } from './acts/common.ts';
import { isSameTitle } from './office-titles.ts';
import type { Officer, Roster, SentPerson } from './officers.ts';
import { maySharePerson, nameKey } from './policy.ts';

/** A name as the profile writes it, where another system only writes it in another way; our own events say what they mean. */
const nameOf = (
  sent: string | undefined,
  officer: Officer | undefined,
  { ids }: Pick<Roster, 'ids'>,
): string | undefined =>
  officer !== undefined && (sent === undefined || (ids !== 'profile' && maySharePerson(officer.name, sent)))
    ? officer.name
    : sent;

/** A title as the profile writes it, where another system only writes it in another way. */
export const titleAsListed = (
  sent: string,
  officer: Officer | undefined,
  { ids }: Pick<Roster, 'ids'>,
): string =>
  officer !== undefined && ids !== 'profile' && isSameTitle(officer.title, sent) ? officer.title : sent;

/**
 * The person as the profile and the delivery name them together; undefined where neither has a name. How to address
 * somebody is the profile's word only under the name that it was given for.
 */
export const personAsListed = (
  { id, name, honorific, familyName }: SentPerson,
  officer: Officer | undefined,
  roster: Pick<Roster, 'ids'>,
): Person | undefined => {
  const fullName = nameOf(name, officer, roster);
  if (fullName === undefined) return undefined;
  const sameName = officer !== undefined && nameKey(officer.name) === nameKey(fullName);
  const known = {
    id: officer?.id ?? (roster.ids === 'profile' ? id : undefined),
    honorific: honorific ?? (sameName ? officer.honorific : undefined),
    familyName: familyName ?? (sameName ? officer.familyName : undefined),
  };
  return {
    ...(known.id !== undefined && { id: known.id }),
    name: fullName,
    ...(known.honorific !== undefined && { honorific: known.honorific }),
    ...(known.familyName !== undefined && { familyName: known.familyName }),
  };
};

/** The same for somebody whom the delivery introduces to the reader: age, life and degrees stay as they were sent. */
export const introducedAsListed = (
  sent: Partial<IntroducedPerson>,
  officer: Officer | undefined,
  roster: Pick<Roster, 'ids'>,
): IntroducedPerson | undefined => {
  const person = personAsListed(sent, officer, roster);
  const { age, biography, degrees } = sent;
  return (
    person && {
      ...person,
      ...(age !== undefined && { age }),
      ...(biography !== undefined && { biography }),
      ...(degrees !== undefined && { degrees }),
    }
  );
};
