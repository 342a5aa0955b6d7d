import type { Act } from './acts.ts';
import { saysNoMore } from './says-less.ts';
import type { Telling } from './standing-acts.ts';

/** Tellings of one kind in the same words, of which one is compared with others. */
interface Alike {
  act: Act;
  tellings: Telling[];
}

const alikeIn = (tellings: readonly Telling[]): Alike[] =>
  [...Map.groupBy(tellings, ({ act }) => JSON.stringify(act)).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ act: first.act, tellings: group }];
  });

const isWithin = (one: Alike, other: Alike): boolean => one === other || saysNoMore(one.act, other.act);

/** What says all that something says, and most; undefined where that may be part of several that differ. */
const fullest = (one: Alike, all: readonly Alike[]): Alike | undefined => {
  const containing = all.filter((other) => isWithin(one, other));
  const most = containing.filter((some) =>
    containing.every((other) => !isWithin(some, other) || isWithin(other, some)),
  );
  const [first] = most;
  return first !== undefined && most.every((other) => isWithin(other, first) && isWithin(first, other))
    ? first
    : undefined;
};

/** The tellings of a kind that are one, in groups; what one event tells twice it means twice. */
const groupsOf = (tellings: readonly Telling[]): Telling[][] => {
  const all = alikeIn(tellings);
  const groups = Map.groupBy(all, (one) => fullest(one, all) ?? one);
  return [...groups.values()].flatMap((group) => {
    const told = group.flatMap((one) => one.tellings);
    const isTwice = new Set(told.map(({ event }) => event)).size < told.length;
    return isTwice ? told.map((one) => [one]) : [told];
  });
};

/**
 * A mark for each telling of a measure or a statement, the same for those of several events of which one says all that
 * the others say. What differs in any fact may be two.
 */
export const measureMarks = (tellings: readonly Telling[]): Map<Telling, string> => {
  const groups = [...Map.groupBy(tellings, ({ act }) => act.kind).values()].flatMap(groupsOf);
  return new Map(
    groups.flatMap((group, index) => group.map((one): [Telling, string] => [one, `measure ${index}`])),
  );
};
