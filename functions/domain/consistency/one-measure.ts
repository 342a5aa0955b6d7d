import type { Act, ActOf } from '../acts.ts';
import { warning } from '../check.ts';
import { opening } from '../compose/clauses.ts';
import type { SentAct } from '../compose/narrator.ts';
import { type Rule, wordsOf } from './rule.ts';

type Measure = ActOf<'facility-closing' | 'workforce-reduction' | 'restructuring'>;

const isMeasure = (act: Act): act is Measure =>
  act.kind === 'facility-closing' || act.kind === 'workforce-reduction' || act.kind === 'restructuring';

const placeOf = (act: Measure): string | undefined =>
  act.kind === 'facility-closing' ? act.facility : act.kind === 'workforce-reduction' ? act.site : undefined;

const isSamePlace = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));

/** Whether two measures of different kinds may be one: as many positions, or one place. */
const mayBeOne = (a: Measure, b: Measure): boolean =>
  a.kind !== b.kind &&
  ((a.positions !== undefined && JSON.stringify(a.positions) === JSON.stringify(b.positions)) ||
    isSamePlace(placeOf(a), placeOf(b)));

const pairsOf = (acts: readonly SentAct[]): [Measure, Measure, string][] => {
  const measures = acts.flatMap(({ act, event }) => (isMeasure(act) ? [{ act, event }] : []));
  return measures.flatMap(({ act: a, event: one }, index) =>
    measures
      .slice(index + 1)
      .filter(({ act: b }) => mayBeOne(a, b))
      .map(({ act: b, event: other }): [Measure, Measure, string] => [
        a,
        b,
        one === other ? `event ${one}` : `events ${one} and ${other}`,
      ]),
  );
};

/** A closing and the layoff that comes with it are one measure, and its positions are told once. */
export const measuresAreApart: Rule = ({ acts }) =>
  pairsOf(acts).map(([a, b, by]) =>
    warning(
      'may-be-one-measure',
      `${opening(wordsOf(a), false)} and ${wordsOf(b)} tell of as many positions or of one place (${by}). If they are one measure, the release tells it twice: send it as one act.`,
    ),
  );
