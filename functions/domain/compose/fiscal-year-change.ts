import type { View } from '../templates.ts';
import { pausesBefore } from './clauses.ts';
import { decisionView } from './day.ts';
import { effectiveView } from './effective.ts';
import { companyView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type YearChange = SentActOf<'fiscal-year-change'>;

const newEnd = (sent: YearChange, { need }: Narrator): string =>
  need(sent, sent.act.to, 'the day on which the new fiscal year ends', 'to');

const changeDay = (sent: YearChange, narrator: Narrator) =>
  effectiveView(sent, sent.act.effective, 'the day on which the change takes effect', narrator);

/** From which day to which, from when and why; then the report on the transition and the decision, Form 8-K, Item 5.03. */
const yearChanged = (sent: YearChange, narrator: Narrator): View => {
  const { from, reason, form, decided } = sent.act;
  const { future, day, dated } = changeDay(sent, narrator);
  return {
    it: companyView(narrator).it,
    company: narrator.company.shortName,
    future,
    from: from ?? null,
    to: newEnd(sent, narrator),
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, dated),
    form: narrator.need(sent, form, 'the form of the report on the transition period', 'form'),
    decision: decisionView(sent, decided, narrator),
  };
};

/** The headline names the company and the new end of its year. */
const yearHeadline = (sent: YearChange, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  future: changeDay(sent, narrator).future,
  to: newEnd(sent, narrator),
});

export const fiscalYearChange: Composer<'fiscal-year-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, yearChanged),
  headline: ([first], narrator) => yearHeadline(first, narrator),
};
