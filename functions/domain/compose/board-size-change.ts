import type { View } from '../templates.ts';
import { pausesBefore } from './clauses.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { numeral } from './numerals.ts';

type SizeChange = SentActOf<'board-size-change'>;

/** From how many seats to how many; the size is set where the first is not known or they are the same. */
const sizesView = (sent: SizeChange, { need }: Narrator) => {
  const { from, to } = sent.act;
  const sets = from === undefined || from === to;
  return {
    sets,
    grows: !sets && to !== undefined && to > from,
    shrinks: !sets && to !== undefined && to < from,
    changes: !sets && to === undefined,
    from: sets ? null : numeral(from),
    to: need(sent, to === undefined ? undefined : numeral(to), 'the new size of the board', 'to'),
    one: to === 1,
  };
};

const effectiveOf = (sent: SizeChange, narrator: Narrator) =>
  effectiveView(sent, sent.act.effective, 'the day on which the size of the board changes', narrator);

const sized = (sent: SizeChange, narrator: Narrator): View => {
  const { reason } = sent.act;
  const { future, day, dated } = effectiveOf(sent, narrator);
  return {
    ...sizesView(sent, narrator),
    it: companyView(narrator).it,
    future,
    ...day,
    pause: pausesBefore(reason, dated),
    reason: reason ?? null,
  };
};

/** The headline says the new size. */
const sizeHeadline = (sent: SizeChange, narrator: Narrator): View => {
  const { from, to, ...verbs } = sizesView(sent, narrator);
  return {
    ...verbs,
    company: narrator.company.shortName,
    future: effectiveOf(sent, narrator).future,
    to: sent.act.to === undefined ? to : titleCase(to),
  };
};

export const boardSizeChange: Composer<'board-size-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, sized),
  headline: ([first], narrator) => sizeHeadline(first, narrator),
};
