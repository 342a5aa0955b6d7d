import * as v from 'valibot';
import { type ActKind, actByKind } from './acts.ts';
import type { SentAct } from './compose/narrator.ts';
import { type Saying, sayingsOf } from './desk-edits/sayings.ts';
import { measureMarks } from './measure-marks.ts';
import {
  differenceOf,
  eventsByValue,
  type Fields,
  type Findings,
  lastOfEach,
  mergeFields,
  type Said,
} from './merge-fields.ts';
import { isSameTitle } from './office-titles.ts';
import type { Telling } from './standing-acts.ts';
import { canBeRead, type DateName, dateNames, type WhenParts, whenParts } from './when.ts';

/** One act, told by one event or by several; `event` is the first of them. */
export interface MergedAct extends SentAct, Findings {
  tellings: Telling[];
}

/** Whether two dates that one source gave are one: the same day, in words or unclear though one of them may be. */
const isSameDay = (a: WhenParts, b: WhenParts): boolean => {
  if (a.asSent !== undefined && b.date !== undefined) return canBeRead(a.asSent, b.date);
  if (b.asSent !== undefined && a.date !== undefined) return canBeRead(b.asSent, a.date);
  const words = a.phrase === undefined || b.phrase === undefined || a.phrase === b.phrase;
  return a.date === b.date && a.asSent === b.asSent && words;
};

/** Merges a date; one that was sent unclear yields to a clear one that it can be read as, and differs from any other. */
const mergeWhen = (name: DateName, said: readonly Said<WhenParts>[], findings: Findings): Fields => {
  const fields = (some: readonly Said<WhenParts>[]): Fields =>
    mergeFields(
      some.map(({ value, ...by }) => ({ value: { ...value }, ...by })),
      findings,
      [name],
    );
  const clear = said.filter(({ value }) => value.asSent === undefined);
  if (clear.length === 0) return fields(said);
  const days = clear.flatMap(({ value }) => value.date ?? []);
  // A day says itself whether it is to come.
  const told =
    days.length === 0 ? clear : clear.map((one) => ({ ...one, value: { ...one.value, future: undefined } }));
  const doubtful = said.filter(
    ({ value: { asSent } }) => asSent !== undefined && !days.some((day) => canBeRead(asSent, day)),
  );
  if (doubtful.length > 0) {
    const words = [...clear, ...doubtful].map(({ value: { date, phrase, asSent }, ...by }) => ({
      value: date ?? phrase ?? asSent,
      ...by,
    }));
    findings.differences.push(differenceOf(name, eventsByValue(words)));
  }
  return fields(told);
};

const mergeDates = (sayings: readonly Saying[], findings: Findings): Fields =>
  Object.fromEntries(
    dateNames.flatMap((name) => {
      const said = sayings.flatMap(({ dates, event, source }) => {
        const when = dates[name];
        // Where a date comes from is no part of what it says; act-dates.ts tells it of each.
        return when === undefined
          ? []
          : [{ value: { ...whenParts(when), source: undefined }, event, source }];
      });
      return said.length === 0 ? [] : [[name, mergeWhen(name, lastOfEach(said, isSameDay), findings)]];
    }),
  );

const mergeTellings = (first: Telling, others: readonly Telling[]): MergedAct => {
  const tellings = [first, ...others];
  const findings: Findings = { origins: new Map(), differences: [] };
  const sayings = sayingsOf(tellings);
  const said = sayings.map(({ fields, event, source }) => ({ value: fields, event, source }));
  const fields = { ...mergeFields(said, findings), ...mergeDates(sayings, findings) };
  const { event, index } = first;
  return { act: v.parse(actByKind, fields), event, index, tellings, ...findings };
};

/** Kinds of which two about one person are one act that came twice; of the others there may be several. */
const oncePerPerson: readonly ActKind[] = [
  'officer-departure',
  'officer-appointment',
  'director-departure',
  'director-election',
  'director-nomination',
  'board-adviser',
  'death',
];

/** Whether two acts of a kind about one person are one. */
export const isOncePerPerson = (kind: ActKind): boolean => oncePerPerson.includes(kind);

/** Whether two tellings are one departure of an officer whom neither names; a telling is the same as itself. */
const isSameUnnamed = (one: Telling, other: Telling): boolean => {
  if (one === other) return true;
  const [a, b] = [one, other].map(({ act, about }) =>
    act.kind === 'officer-departure' && about === undefined ? act.title : undefined,
  );
  return a !== undefined && b !== undefined && isSameTitle(a, b);
};

const nameMark = ({ act, about }: Telling): string => `${act.kind} name ${about?.key}`;

/**
 * What makes tellings one: the kind with the person's id, or with the name where one of that name came without an id; the
 * title where nobody is named. A measure, or a statement, is one with those that say nothing else; see `measureMarks`.
 */
const marksOf = (tellings: readonly Telling[]): [string, ...string[]][] => {
  const withoutId = new Set(tellings.filter(({ about }) => about?.id === undefined).map(nameMark));
  const measures = measureMarks(tellings.filter(({ act }) => !isOncePerPerson(act.kind)));
  return tellings.map((telling) => {
    const { act, about } = telling;
    const measure = measures.get(telling);
    if (measure !== undefined) return [measure];
    if (about === undefined)
      return [`unnamed ${tellings.findIndex((other) => isSameUnnamed(other, telling))}`];
    const name = nameMark(telling);
    if (about?.id === undefined) return [name];
    return [`${act.kind} id ${about.id}`, ...(withoutId.has(name) ? [name] : [])];
  });
};

/** One mark for each telling, the same for all that are one by way of others. */
const joinMarks = (marks: readonly [string, ...string[]][]): string[] => {
  const joined = new Map<string, string>();
  const rootOf = (mark: string): string => {
    let root = mark;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    return root;
  };
  for (const [first, ...others] of marks)
    for (const other of others) if (rootOf(other) !== rootOf(first)) joined.set(rootOf(other), rootOf(first));
  return marks.map(([first]) => rootOf(first));
};

/**
 * Makes one act of all tellings of the same kind about the same person, field by field; where events differ, the act
 * says so. Takes the tellings, and answers with the acts, in the order of their events' time.
 */
export const mergeActs = (tellings: readonly Telling[]): MergedAct[] => {
  const marks = joinMarks(marksOf(tellings));
  const groups = Map.groupBy(tellings, (_, index) => marks[index]);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [mergeTellings(first, others)],
  );
};
