import { actWords, fieldWords } from './act-words.ts';
import { warning } from './check.ts';
import type { Check } from './draft.ts';
import { isOncePerPerson, type MergedAct } from './merge-acts.ts';
import { sharesOffices } from './office-titles.ts';
import { personOf } from './persons.ts';
import { compared, saysNoMore } from './says-less.ts';

/** The pairs of a list, each once, the earlier first. */
const pairsOf = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));

const eventsOf = ({ tellings }: MergedAct): string =>
  [...new Set(tellings.map(({ event }) => event))].join(', ');

const wordsFor = ({ act }: MergedAct): string => actWords(act.kind, personOf(act)?.name);

const isSaidAlike = ({ act: one }: MergedAct, { act: other }: MergedAct): boolean =>
  JSON.stringify(one) === JSON.stringify(other) || (saysNoMore(one, other) && saysNoMore(other, one));

/** Days that systems know differently, so that they tell no two measures apart. */
const isForTheFile = (field: string): boolean => field === 'decided' || field === 'noticed';

/** Whether two measures may well be one: they say more alike than apart. People and words there are often several of. */
const mayBeOne = ({ act: one }: MergedAct, { act: other }: MergedAct): boolean => {
  if (saysNoMore(one, other) || saysNoMore(other, one)) return true;
  if (personOf(one) !== undefined || one.kind === 'other') return false;
  const { alike, apart } = compared(one, other);
  const weight = (fields: readonly string[]): number => fields.filter((field) => !isForTheFile(field)).length;
  return weight(alike) > weight(apart);
};

const twiceCheck = (one: MergedAct, other: MergedAct): Check[] => {
  if (isOncePerPerson(one.act.kind)) return [];
  const [what, event] = [wordsFor(one), eventsOf(one)];
  if (event === eventsOf(other)) {
    return isSaidAlike(one, other)
      ? [
          warning(
            'told-twice',
            `Event ${event} tells of ${what} twice alike, and the release prints both. If they are one, replace it.`,
          ),
        ]
      : [];
  }
  if (!mayBeOne(one, other)) return [];
  const { apart } = compared(one.act, other.act);
  const how =
    apart.length > 0
      ? `and differ on: ${apart.map(fieldWords).join(', ')}`
      : 'each with facts that the other lacks';
  return [
    warning(
      'told-twice',
      `Events ${event} and ${eventsOf(other)} tell of ${what}, ${how}. The release prints both. If they tell of one, replace one of them.`,
    ),
  ];
};

/** Whether one departure names who leaves an office, and the other does not. */
const unnamedCheck = (named: MergedAct, unnamed: MergedAct): Check[] => {
  const [one, other] = [named.act, unnamed.act];
  if (one.kind !== 'officer-departure' || other.kind !== 'officer-departure') return [];
  if (one.person === undefined || other.person !== undefined) return [];
  if (one.title === undefined || other.title === undefined || !sharesOffices(one.title, other.title))
    return [];
  return [
    warning(
      'told-unnamed',
      `Event ${eventsOf(named)} tells of ${wordsFor(named)}, and event ${eventsOf(unnamed)} of a departure from the same office without a name. The release prints both. If they are one, replace the one without a name.`,
    ),
  ];
};

/**
 * Warns of what the release may tell twice: measures of two events that differ, and a departure that one event tells with
 * a name and another without. Nothing of it is merged, as there may be two.
 */
export const toldTwiceChecks = (acts: readonly MergedAct[]): Check[] =>
  [...Map.groupBy(acts, ({ act }) => act.kind).values()]
    .flatMap(pairsOf)
    .flatMap(([one, other]) => [
      ...twiceCheck(one, other),
      ...unnamedCheck(one, other),
      ...unnamedCheck(other, one),
    ]);
