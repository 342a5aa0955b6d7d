import type { When } from '../acts/common.ts';
import { type DayView, dayView } from './day.ts';
import type { Narrator, SentAct } from './narrator.ts';

/** The view of the partial `effective` where the sentence says no day. */
export const noDay: DayView = { phrase: null, date: null, noDate: null };

const afterEffective = /^effective (.+)$|^(immediately|today|as of today)$/i;

/**
 * When something takes effect, for the partial `effective`. Words that follow "effective", such as "immediately", stand
 * where a day would; others stand by themselves. A day that nobody sent is asked for only where it is needed.
 */
export const effectiveView = (
  sent: SentAct,
  when: When | undefined,
  fact: string,
  narrator: Narrator,
  needed = false,
): { future: boolean; day: DayView; dated: boolean } => {
  const { future, day } = dayView(sent, when, fact, narrator, needed);
  const [, stated, prompt = stated] = afterEffective.exec(day.phrase ?? '') ?? [];
  const told = prompt === undefined ? day : { ...day, phrase: null, date: prompt };
  return { future, day: told, dated: told.phrase === null && when !== undefined };
};
