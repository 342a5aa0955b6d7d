import { isSamePerson, personKey, personOf } from '../persons.ts';
import type { Reported } from './reported-items.ts';

const isAppointedIn = (found: Reported, { item, certain, sent }: Reported): boolean => {
  const [one, other] = [personOf(found.sent.act), personOf(sent.act)];
  return (
    item === '5.02(c)' &&
    certain &&
    one !== undefined &&
    other !== undefined &&
    isSamePerson(personKey(one), personKey(other))
  );
};

/**
 * Whether a report may wait for the announcement: Item 5.02(c), and (d) or (e) only with the appointment of the same
 * person as an officer in the same release.
 */
export const mayAwait = (found: Reported, all: readonly Reported[]): boolean =>
  found.item === '5.02(c)' || all.some((other) => isAppointedIn(found, other));
