import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { dayView } from './day.ts';
import { companyView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Regained = SentActOf<'compliance-regained'>;

const marketOf = (sent: Regained, { need }: Narrator): string =>
  need(sent, sent.act.market, 'the market that confirmed compliance', 'market');

/** Who confirmed it when, of which rule; then how and when it was met, and since when it was not. */
const regained = (sent: Regained, narrator: Narrator): View => {
  const { act } = sent;
  const { company, need } = narrator;
  const { day } = dayView(
    sent,
    act.noticed,
    'the day on which compliance was confirmed',
    narrator,
    false,
    'noticed',
  );
  return {
    it: companyView(narrator).it,
    // What leads is told before the deficiency.
    same: sent.settled === true && !narrator.lead,
    company: company.shortName,
    market: marketOf(sent, narrator),
    ...day,
    comma: day.date !== null && company.house.commas === 'close',
    rule:
      act.rule === undefined && act.requirement !== undefined
        ? null
        : need(sent, act.rule, 'the rule that is met again', 'rule'),
    requirement: act.requirement ?? null,
    how: act.how ?? null,
    metOn: act.metOn === undefined ? null : longDate(act.metOn),
    deficiencyNoticed: act.deficiencyNoticed === undefined ? null : longDate(act.deficiencyNoticed),
  };
};

/** The headline names the company and the market. */
const regainedHeadline = (sent: Regained, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  market: marketOf(sent, narrator).replace(/^the /i, ''),
});

export const complianceRegained: Composer<'compliance-regained'> = {
  sentences: (acts, narrator) => each(acts, narrator, regained),
  headline: ([first], narrator) => regainedHeadline(first, narrator),
};
