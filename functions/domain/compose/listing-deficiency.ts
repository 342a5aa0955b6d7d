import type { View } from '../templates.ts';
import { dayView } from './day.ts';
import { extensionView, periodView, submissionView } from './deficiency-times.ts';
import { companyView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Deficiency = SentActOf<'listing-deficiency'>;

const marketOf = (sent: Deficiency, { need }: Narrator): string =>
  need(sent, sent.act.market, 'the market that gave the notice', 'market');

/** Who gave notice when, of which rule; then how the company falls short, until when it can mend that, and how. */
const deficient = (sent: Deficiency, narrator: Narrator): View => {
  const { act } = sent;
  const { company, need } = narrator;
  const { it } = companyView(narrator);
  const { day } = dayView(sent, act.noticed, 'the day on which the notice came', narrator, true, 'noticed');
  return {
    it,
    company: company.shortName,
    market: marketOf(sent, narrator),
    ...day,
    comma: day.date !== null && company.house.commas === 'close',
    settled: sent.settled === true,
    security: act.security ?? null,
    extension: extensionView(sent, narrator),
    rule: need(sent, act.rule, 'the rule that is not met', 'rule'),
    requirement: act.requirement ?? null,
    shortfall: act.shortfall ?? null,
    spared: act.immediateEffect === false,
    affected: act.immediateEffect === true,
    period: periodView(sent, narrator),
    submission: submissionView(sent, narrator),
    cure: act.cure ?? null,
    plan: act.plan ?? null,
  };
};

/** The headline names the company and the market, and not the rule. */
const deficiencyHeadline = (sent: Deficiency, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  extended: sent.act.extended === true,
  market: marketOf(sent, narrator),
});

export const listingDeficiency: Composer<'listing-deficiency'> = {
  sentences: (acts, narrator) => each(acts, narrator, deficient),
  headline: ([first], narrator) => deficiencyHeadline(first, narrator),
};
