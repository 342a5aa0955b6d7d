import type { View } from '../templates.ts';
import { isOne, perShareText } from './amounts.ts';
import { pausesBefore } from './clauses.ts';
import { countWords } from './counts.ts';
import { decisionView } from './day.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { named } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Change = SentActOf<'compensation-change'>;

/** For which options and shares it is, and for whom it is not; null where nobody sent that. */
const scopeView = ({ act: { shares, exercisePriceAbove: price, excludes } }: Change): View | null =>
  shares === undefined && price === undefined && excludes === undefined
    ? null
    : {
        options: price === undefined ? null : perShareText(price),
        shares: shares === undefined ? null : countWords(shares),
        one: shares !== undefined && isOne(shares),
        both: (shares !== undefined || price !== undefined) && excludes !== undefined,
        excludes: excludes ?? null,
      };

/** What was approved, for whom and why; then for which shares it is and what it comes to. */
const approved = (sent: Change, narrator: Narrator): View => {
  const { person, title, measure, plan, amounts, decided, effective, reason } = sent.act;
  const fact = 'the day on which the change in compensation takes effect';
  const { day, dated, future } = effectiveView(sent, effective, fact, narrator);
  const isUnknown = measure === undefined && amounts === undefined;
  return {
    it: companyView(narrator).it,
    measure: isUnknown ? narrator.need(sent, measure, 'what was approved', 'measure') : (measure ?? null),
    name: person?.name ?? null,
    title: title ?? null,
    plan: plan ?? null,
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, dated),
    scope: scopeView(sent),
    amounts: amounts === undefined ? null : { future, past: dated && !future, items: named(amounts, true) },
    decision: decisionView(sent, decided, narrator),
  };
};

/** A measure that fits into a headline, without its article. */
const shortMeasure = (measure: string): string | null => {
  const words = measure.replace(/^(?:the|an?) /i, '');
  return words.length > 60 ? null : titleCase(words);
};

/** Each measure has its sentences; the headline names it where it is the only one, and short enough. */
export const compensationChange: Composer<'compensation-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, approved),
  headline: ([{ act }, ...others], { company }) => ({
    company: company.shortName,
    many: others.length > 0,
    measure: act.measure === undefined || others.length > 0 ? null : shortMeasure(act.measure),
  }),
};
