import { filesForm8K } from '../filing/form-8k-filer.ts';
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

/** The form of the transition report that filers of Form 10-K owe (Exchange Act Rule 13a-10); of others only what was sent. */
const formOf = (sent: YearChange, { company, need }: Narrator): string | null => {
  const { form } = sent.act;
  return form === undefined && !filesForm8K(company)
    ? null
    : need(sent, form, 'the form of the report on the transition period', 'form');
};

/** From which day to which, from when and why; then the report on the transition and the decision, Form 8-K, Item 5.03. */
const yearChanged = (sent: YearChange, narrator: Narrator): View => {
  const { from, reason, decided } = sent.act;
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
    form: formOf(sent, narrator),
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
