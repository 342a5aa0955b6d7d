import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { isOne } from './amounts.ts';
import { opening } from './clauses.ts';
import { countWords } from './counts.ts';
import { decisionView } from './day.ts';
import { effectiveView } from './effective.ts';
import { shortPost, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Plan = SentActOf<'trading-plan'>;

const changeView = ({ act: { change } }: Plan) => ({
  adopted: change === 'adopted',
  amended: change === 'amended',
  terminated: change === 'terminated',
});

/** For how many shares the plan is, and until when; null where nobody sent that. */
const extentView = ({ act: { shares, ends, change } }: Plan, { announced }: Narrator): View | null =>
  shares === undefined && ends === undefined
    ? null
    : {
        terminated: change === 'terminated',
        shares: shares === undefined ? null : countWords(shares),
        one: shares !== undefined && isOne(shares),
        both: shares !== undefined && ends !== undefined,
        ends: ends === undefined ? null : longDate(ends),
        over: ends !== undefined && ends < announced,
      };

/** Who has adopted, amended or ended a plan; then for how many shares, until when, and what for. */
const planned = (sent: Plan, narrator: Narrator): View => {
  const { person, title, change, decided, effective, purpose } = sent.act;
  const { lead, need } = narrator;
  const fact = 'the day on which the trading plan takes effect';
  const { day } = effectiveView(sent, effective, fact, narrator);
  const unknown = 'whether the trading plan was adopted, amended or terminated';
  const said = { ...changeView(sent), noChange: change ? null : need(sent, change, unknown, 'change') };
  const decision = decisionView(sent, decided, narrator);
  return {
    title: title === undefined ? null : opening(title, lead),
    name: person.name,
    ...said,
    ...day,
    extent: extentView(sent, narrator),
    decision: decision && { ...decision, ...said },
    purpose: purpose ?? null,
  };
};

/** Each plan has its sentences; the headline names the office and not the person. */
export const tradingPlan: Composer<'trading-plan'> = {
  sentences: (acts, narrator) => each(acts, narrator, planned),
  headline: ([first], { company }) => ({
    company: company.shortName,
    ...changeView(first),
    noChange: first.act.change === undefined,
    post: first.act.title === undefined ? null : titleCase(shortPost(first.act.title)),
  }),
};
