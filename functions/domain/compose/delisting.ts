import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { pausesBefore } from './clauses.ts';
import { dayView, decisionView } from './day.ts';
import { effectiveView, isNotYet } from './effective.ts';
import { companyView, titleCase, withinTitle } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type Delisting = SentActOf<'delisting'>;

const marketOf = (sent: Delisting, { need }: Narrator, write = (name: string) => name): string =>
  need(sent, sent.act.market && write(sent.act.market), 'the market that the security leaves', 'market');

/** What is decided may have no day yet; what simply happens has one, if only its last day of trading. */
const delistingDay = (sent: Delisting, narrator: Narrator) => {
  const { manner, effective, lastTradingDay } = sent.act;
  const said = effectiveView(
    sent,
    effective,
    'the day of the delisting',
    narrator,
    manner === undefined && lastTradingDay === undefined,
  );
  const isToCome =
    lastTradingDay === undefined ? manner === 'voluntary' : lastTradingDay >= narrator.announced;
  return { ...said, future: isNotYet({ ...said, future: effective === undefined ? isToCome : said.future }) };
};

/** Who delists what, from where, when and why; then the last day of trading, the appeal, and where it trades next. */
const delisted = (sent: Delisting, narrator: Narrator): View => {
  const { act } = sent;
  const { company, announced } = narrator;
  const { manner, effective, lastTradingDay, appealBy } = act;
  const determined = manner === 'determined';
  const notice = determined
    ? dayView(sent, act.noticed, 'the day on which the notice of delisting came', narrator, true, 'noticed')
        .day
    : null;
  const { it, its } = companyView(narrator);
  const { future, day, dated } = delistingDay(sent, narrator);
  return {
    it,
    its,
    company: company.shortName,
    voluntary: manner === 'voluntary',
    approved: manner === 'approved',
    determined,
    unsaid: manner === undefined,
    undated: effective === undefined && lastTradingDay === undefined,
    future,
    notice: notice && { ...notice, comma: notice.date !== null && company.house.commas === 'close' },
    market: marketOf(sent, narrator),
    ticker: act.ticker ?? null,
    ...securityView(act.security),
    rule: act.rule ?? null,
    ...day,
    reason: act.reason ?? null,
    pause: pausesBefore(act.reason, dated),
    subjectTo: act.subjectTo ?? null,
    lastTradingDay: lastTradingDay === undefined ? null : longDate(lastTradingDay),
    traded: lastTradingDay !== undefined && lastTradingDay < announced,
    appealBy: appealBy === undefined ? null : longDate(appealBy),
    appealOver: appealBy !== undefined && appealBy < announced,
    appeals: act.willAppeal === true,
    accepts: act.willAppeal === false,
    to: act.to ?? null,
    decision: determined ? null : decisionView(sent, act.decided, narrator),
  };
};

/** The headline names who acts, what is delisted where it was sent, and the market. */
const delistingHeadline = (sent: Delisting, narrator: Narrator): View => {
  const { manner, security } = sent.act;
  return {
    company: narrator.company.shortName,
    voluntary: manner === 'voluntary',
    approved: manner === 'approved',
    determined: manner === 'determined',
    unsaid: manner === undefined,
    future: delistingDay(sent, narrator).future,
    security: security === undefined ? null : titleCase(security),
    market: marketOf(sent, narrator, withinTitle),
  };
};

export const delisting: Composer<'delisting'> = {
  sentences: (acts, narrator) => each(acts, narrator, delisted),
  headline: ([first], narrator) => delistingHeadline(first, narrator),
};
