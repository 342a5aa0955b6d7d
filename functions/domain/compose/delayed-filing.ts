import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { pausesBefore } from './clauses.ts';
import { commaAfter } from './comma.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Delay = SentActOf<'delayed-filing'>;

/** Which report is late, why, and by when it is to come. */
const delayed = (sent: Delay, narrator: Narrator): View => {
  const { report, due, expected, reason, effective } = sent.act;
  const { company, announced, need } = narrator;
  const fact = 'the day from which the report is late';
  const { day, dated } = effectiveView(sent, effective, fact, narrator);
  const late = need(sent, report, 'the report that is delayed', 'report');
  return {
    it: companyView(narrator).it,
    company: company.shortName,
    report: late,
    comma: commaAfter(late, narrator),
    due: due === undefined ? null : longDate(due),
    overdue: due !== undefined && due < announced,
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, dated || due !== undefined || /\d{4}$/.test(late)),
    expected: expected === undefined ? null : longDate(expected),
  };
};

/** Each late report has its sentences; the headline names the report without its period. */
export const delayedFiling: Composer<'delayed-filing'> = {
  sentences: (acts, narrator) => each(acts, narrator, delayed),
  headline: ([{ act }], { company }) => ({
    company: company.shortName,
    report: act.report === undefined ? null : titleCase(act.report.replace(/ for .*$/, '')),
  }),
};
