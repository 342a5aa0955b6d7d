import type { ActOf } from '../acts.ts';
import type { View } from '../templates.ts';
import { seatsKey, seatsView } from './committees.ts';
import { separated, shortNameOf } from './grammar.ts';
import type { SentAct } from './narrator.ts';
import { inSeries } from './series.ts';
import { together } from './together.ts';

/** Somebody who comes, or is to come, to the board. */
type Candidate = SentAct<ActOf<'director-election'> | ActOf<'director-nomination'>>;

/** A title such as "External Director", of which the plural is plain. */
const isPlain = (title: string): boolean => /\bdirector$/i.test(title);

/** The candidates as one list: their names with their ages, and as what they come, for the partial `as-director`. */
export const candidatesView = (candidates: readonly [Candidate, ...Candidate[]]): View => {
  const [{ act }] = candidates;
  return {
    people: inSeries(
      candidates.map(({ act: { person } }) => ({ name: person.name, aside: person.age ?? null })),
    ),
    plural: candidates.length > 1,
    title: act.title === undefined ? null : candidates.length > 1 ? `${act.title}s` : act.title,
    independent: act.independent === true && act.title === undefined,
  };
};

/** Who will sit on which committees; those who only become members of the same ones are told together. */
export const membersView = (candidates: readonly Candidate[]): View[] =>
  together(
    candidates.filter(({ act }) => act.committees !== undefined),
    ({ act: { committees } }, index) => seatsKey(committees, index),
  ).map((alike) => ({
    names: separated(alike.map(({ act: { person } }) => ({ name: shortNameOf(person) }))),
    seats: seatsView(alike[0].act.committees ?? [], alike.length > 1),
  }));

/** Who of them is independent, where the sentence gives them another title. */
export const independents = (candidates: readonly Candidate[]): View[] =>
  candidates
    .filter(({ act: { independent, title } }) => independent === true && title !== undefined)
    .map(({ act: { person } }) => ({ name: shortNameOf(person) }));

/** Under what arrangement they were chosen, for the partial `arrangement`; null where there is none. */
export const arrangementView = (candidates: readonly [Candidate, ...Candidate[]]): View | null => {
  const [{ act }] = candidates;
  return act.arrangement === undefined
    ? null
    : {
        name: candidates.length === 1 ? shortNameOf(act.person) : null,
        both: candidates.length === 2,
        arrangement: act.arrangement,
      };
};

/** What candidates must have in common to be told in one sentence; a title without a plain plural has one alone. */
export const candidateKey = ({ act }: Candidate, index: number): readonly unknown[] => [
  act.independent,
  act.term,
  act.arrangement,
  act.title,
  act.title !== undefined && !isPlain(act.title) && index,
];
