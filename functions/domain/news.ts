import type { EventFact } from './event.ts';
import { type MergedAct, mergeActs } from './merge-acts.ts';
import { standingActs, takesBack } from './standing-acts.ts';

/** What a release says of an act; how a person is told apart, and days for the file, are no part of it. */
const saidOf = ({ act, differences }: MergedAct): unknown => [
  {
    ...act,
    ...('person' in act && { person: act.person?.name }),
    decided: undefined,
    noticed: undefined,
  },
  differences.filter(({ field }) => !/^(decided|noticed)\b/.test(field)).length,
];

const saidBy = (events: readonly EventFact[]): string =>
  JSON.stringify(mergeActs(standingActs(events).tellings).map(saidOf));

/** Whether an event tells of acts; what an editor did to a draft that is announced now has come too late. */
const isTold = ({ desk }: EventFact): boolean => desk === undefined;

/**
 * What is news among the events that came after these were announced. One that takes nothing back, and whose acts only
 * say what was announced, is none; where anything was taken back meanwhile, all are.
 */
export const newsAmong = (later: readonly EventFact[], announced: readonly EventFact[]): EventFact[] => {
  if (later.some((event) => takesBack(event, announced))) return later.filter(isTold);
  const said = saidBy(announced);
  return later
    .filter(isTold)
    .filter(
      (event) =>
        event.data.replaces.length + event.data.retracts.length > 0 || saidBy([...announced, event]) !== said,
    );
};
