import { isSamePerson, type PersonKey, personKey, personOf } from '../persons.ts';
import type { FormItem } from './form-item.ts';
import type { Reported } from './reported-items.ts';

const appointment: FormItem = '5.02(c)';

const keyOf = ({ sent }: Reported): PersonKey[] => {
  const person = personOf(sent.act);
  return person === undefined ? [] : [personKey(person)];
};

/**
 * Tells of each report on a release whether it may wait for the announcement: Item 5.02(c), and (d) or (e) only with the
 * appointment of the same person as an officer in the same release.
 */
export const waitersIn = (all: readonly Reported[]): ((found: Reported) => boolean) => {
  const appointed = all.filter(({ item, certain }) => item === appointment && certain).flatMap(keyOf);
  return (found) =>
    found.item === appointment ||
    (appointed.length > 0 && keyOf(found).some((key) => appointed.some((other) => isSamePerson(key, other))));
};
