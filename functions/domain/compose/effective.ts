import type { When } from '../acts/common.ts';
import { type DayView, dayView } from './day.ts';
import type { Narrator, SentAct } from './narrator.ts';

interface Effective {
  future: boolean;
  /** For the partial `effective`. */
  day: DayView;
  /** Whether the sentence says a day after a comma, so that what follows needs a comma too. */
  dated: boolean;
}

/** The view of the partial `effective` where the sentence says no day. */
export const noDay: DayView = { phrase: null, date: null, noDate: null };

const afterEffective = /^effective (.+)$|^(immediately|today|as of today)$/i;

/**
 * When something takes effect. Words that follow "effective", such as "immediately", stand where a day would; others
 * stand by themselves. A day that nobody sent is asked for only where it is needed.
 */
export const effectiveView = (
  sent: SentAct,
  when: When | undefined,
  fact: string,
  narrator: Narrator,
  needed = false,
  path = 'effective',
): Effective => {
  const { future, day } = dayView(sent, when, fact, narrator, needed, path);
  const [, stated, prompt = stated] = afterEffective.exec(day.phrase ?? '') ?? [];
  const told = prompt === undefined ? day : { ...day, phrase: null, date: prompt };
  return { future, day: told, dated: (told.date ?? told.noDate) !== null };
};

/** Whether something is to come: by its day or, where it has none, because it depends on something. */
export const isToCome = (
  { effective, subjectTo }: { effective?: When | undefined; subjectTo?: string | undefined },
  future: boolean,
): boolean => (effective === undefined ? subjectTo !== undefined : future);

/** The same for what needs a day: until one is known, nobody can say that it is past. */
export const isNotYet = ({ future, day }: { future: boolean; day: DayView }): boolean =>
  future || day.noDate !== null;

const tiesItself = /^(with effect|as of|as from)\b/i;

/**
 * The same for a sentence on what has been decided, such as "has been appointed": words for a day to come follow
 * "effective" there, or they would say when it was decided.
 */
export const effectiveOfDecision = (view: Effective): Effective => {
  const { future, day } = view;
  if (!future || day.phrase === null || tiesItself.test(day.phrase)) return view;
  return { future, day: { ...day, phrase: null, date: day.phrase }, dated: true };
};

/** When acts that one sentence tells take effect: on one day, but where it is in doubt each is asked about. */
export const effectiveTogether = <S extends SentAct & { act: { effective?: When | undefined } }>(
  acts: readonly [S, ...S[]],
  factOf: (sent: S) => string,
  narrator: Narrator,
  needed = false,
): Effective => {
  const viewOf = (sent: S) => effectiveView(sent, sent.act.effective, factOf(sent), narrator, needed);
  const { future, day, dated } = viewOf(acts[0]);
  const marks = acts.flatMap((sent) => viewOf(sent).day.noDate ?? []);
  return { future, day: { ...day, noDate: marks.length === 0 ? null : marks.join(' ') }, dated };
};
