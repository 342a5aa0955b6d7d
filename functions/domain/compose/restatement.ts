import type { View } from '../templates.ts';
import { opening, pausesBefore } from './clauses.ts';
import { commaAfter } from './comma.ts';
import { dayView } from './day.ts';
import { effectiveView } from './effective.ts';
import { companyView, possessive } from './grammar.ts';
import { listed, named } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Restatement = SentActOf<'restatement'>;

/** Form 8-K, Item 4.02(a): which statements can no longer be relied on, the day of that conclusion, and the facts behind it. */
const concluded = (sent: Restatement, narrator: Narrator): View => {
  const { periods, concludedBy, reason, details, decided, effective, amounts, plan } = sent.act;
  const { need, company } = narrator;
  const known = periods ?? [need(sent, undefined, 'the periods of the financial statements', 'periods')];
  const told =
    reason ?? (details ? null : need(sent, undefined, 'the facts behind the conclusion', 'reason'));
  const fact = 'the day from which the statements should not be relied on';
  const { day, dated } = effectiveView(sent, effective, fact, narrator);
  const decision = dayView(sent, decided, 'the day of the conclusion', narrator, true, 'decided').day;
  const last = known.at(-1) ?? null;
  // Of two periods the first is closed by a comma of its own; of more, by that of the list.
  const closesPair = (period: string) =>
    known.length === 2 && period !== last && commaAfter(period, narrator);
  return {
    it: companyView(narrator).it,
    possessive: possessive(company.shortName),
    concludedBy: concludedBy === undefined ? null : opening(concludedBy, narrator.lead),
    decision,
    decisionComma: commaAfter(decision.date, narrator),
    periods: listed(known.map((period) => (closesPair(period) ? `${period},` : period))),
    comma: commaAfter(last, narrator),
    ...day,
    reason: told,
    pause: told !== null && pausesBefore(told, dated),
    discussed: sent.act.discussedWithAccountant === true,
    notDiscussed: sent.act.discussedWithAccountant === false,
    amounts: amounts === undefined ? null : { many: amounts.length > 1, items: named(amounts) },
    plan: plan ?? null,
  };
};

/** Each conclusion has its sentences; the headline says what follows from it for investors. */
export const restatement: Composer<'restatement'> = {
  sentences: (acts, narrator) => each(acts, narrator, concluded),
  headline: (_, { company }) => ({ company: company.shortName }),
};
