import type { Act } from './acts.ts';
import { type Fields, isFields, yields } from './merge-fields.ts';
import { canBeRead, dateNames, dateOf, type WhenParts, whenParts } from './when.ts';

/** How a person is found and addressed; two ids or two forms of address are of two people, and one says nothing more. */
const addresses = new Set(['id', 'honorific', 'familyName']);

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));

const isWithin = (path: string, value: unknown, wanted: unknown): boolean => {
  if (value === undefined) return true;
  if (addresses.has(path.slice(path.lastIndexOf('.') + 1))) return wanted === undefined || value === wanted;
  if (isFields(value) && isFields(wanted)) return areWithin(value, wanted, `${path}.`);
  return isSame(value, wanted) || yields(path, value, wanted);
};

const areWithin = (one: Fields, other: Fields, within: string): boolean =>
  Object.entries(one).every(([name, value]) => isWithin(`${within}${name}`, value, other[name]));

/** A day that was sent unclear says less than one that it can be read as; where a date comes from is nothing that it says. */
const isDateWithin = (one: WhenParts, other: WhenParts): boolean =>
  one.asSent !== undefined && other.date !== undefined
    ? canBeRead(one.asSent, other.date)
    : areWithin({ ...one, source: undefined }, { ...other }, '');

const factOf = (act: Act, name: string): unknown => {
  const fields: Fields = act;
  return fields[name];
};

/** Whether what an act says in a field another says in it too; one that says nothing there says no more. */
const isFieldWithin = (name: string, one: Act, other: Act): boolean => {
  const date = dateNames.find((each) => each === name);
  if (date === undefined) return isWithin(name, factOf(one, name), factOf(other, name));
  const [when, wanted] = [dateOf(one, date), dateOf(other, date)];
  return when === undefined || (wanted !== undefined && isDateWithin(whenParts(when), whenParts(wanted)));
};

/** Whether all that an act says another of its kind says too, each fact alike or more exactly. */
export const saysNoMore = (one: Act, other: Act): boolean =>
  Object.keys(one).every((name) => isFieldWithin(name, one, other));

/** The fields that two acts of a kind both have: those that say the same, if not as exactly, and those that do not. */
export const compared = (one: Act, other: Act): { alike: string[]; apart: string[] } => {
  const both = Object.keys(one).filter(
    (name) => name !== 'kind' && factOf(one, name) !== undefined && factOf(other, name) !== undefined,
  );
  const isAlike = (name: string): boolean =>
    isFieldWithin(name, one, other) || isFieldWithin(name, other, one);
  return { alike: both.filter(isAlike), apart: both.filter((name) => !isAlike(name)) };
};
