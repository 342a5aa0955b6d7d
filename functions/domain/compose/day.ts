import type { When } from '../acts/common.ts';
import { whenView } from './grammar.ts';
import type { Narrator, SentAct } from './narrator.ts';

/** The view of the partials `day` and `effective`: the sender's words, or the day, or what is asked for in its place. */
export interface DayView {
  readonly [name: string]: string | null;
  phrase: string | null;
  date: string | null;
  noDate: string | null;
}

/** When something happens, and whether that is to come; a day in doubt is asked for, a missing one where it is needed. */
export const dayView = (
  sent: SentAct,
  when: When | undefined,
  fact: string,
  { announced, need }: Narrator,
  needed = true,
  path = 'effective',
): { future: boolean; day: DayView } => {
  const { phrase, date, future, ask } = whenView(when, announced);
  const asked = when === undefined && !needed ? null : ask;
  return { future, day: { phrase, date, noDate: asked && need(sent, undefined, asked(fact), path) } };
};

/** When the company decided, for the partial `decision`; nothing where nobody sent it. */
export const decisionView = (sent: SentAct, decided: When | undefined, narrator: Narrator): DayView | null =>
  decided === undefined
    ? null
    : dayView(sent, decided, 'the day of the decision', narrator, true, 'decided').day;
