import type { View } from '../templates.ts';
import { dayView } from './day.ts';
import { isNotYet, isToCome } from './effective.ts';
import { companyView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type TickerChange = SentActOf<'ticker-change'>;

const newTicker = (sent: TickerChange, { need }: Narrator): string =>
  need(sent, sent.act.to, 'the new ticker symbol', 'to');

/** A change that still depends on something is to come, and may have no day yet. */
const changeDay = (sent: TickerChange, narrator: Narrator) => {
  const { effective, subjectTo } = sent.act;
  const said = dayView(
    sent,
    effective,
    'the day on which the ticker symbol changes',
    narrator,
    subjectTo === undefined,
  );
  return { ...said, future: isToCome(sent.act, said.future) || isNotYet(said) };
};

/** One sentence for each change: of what, where, from which symbol to which, from when; then the CUSIP number. */
const tickerChanged = (sent: TickerChange, narrator: Narrator): View => {
  const { from, market, security, cusip, subjectTo } = sent.act;
  const { future, day } = changeDay(sent, narrator);
  return {
    its: companyView(narrator).its,
    security: securityView(security).security,
    future,
    market: market ?? null,
    to: newTicker(sent, narrator),
    from: from ?? null,
    ...day,
    subjectTo: subjectTo ?? null,
    cusip: cusip ?? null,
  };
};

/** The headline names the company and its new symbol. */
const tickerHeadline = (sent: TickerChange, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  future: changeDay(sent, narrator).future,
  to: newTicker(sent, narrator),
});

export const tickerChange: Composer<'ticker-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, tickerChanged),
  headline: ([first], narrator) => tickerHeadline(first, narrator),
};
