import type { View } from '../templates.ts';
import { decisionView } from './day.ts';
import { possessive, whenView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type Transfer = SentActOf<'listing-transfer'>;

/** One sentence for each transfer: from when, what, where, under which symbol. */
const transfer = (sent: Transfer, narrator: Narrator): View => {
  const { act } = sent;
  const { company, announced, lead, need } = narrator;
  const { phrase, date, future, ask } = whenView(act.effective, announced);
  const needed = ask && need(sent, undefined, ask('the day on which the listing moves'), 'effective');
  return {
    lead,
    future,
    when: phrase ?? date ?? needed,
    comma: company.house.commas === 'close',
    possessive: possessive(company.shortName),
    ...securityView(act.security),
    to: need(sent, act.to, 'the market to which the listing moves', 'to'),
    from: act.from ?? null,
    ticker: act.ticker ?? null,
    decision: decisionView(sent, act.decided, narrator),
  };
};

/** The headline names the company and the new market. */
const transferHeadline = (sent: Transfer, { company, announced, need }: Narrator): View => ({
  company: company.shortName,
  future: whenView(sent.act.effective, announced).future,
  to: need(sent, sent.act.to, 'the market to which the listing moves', 'to'),
});

export const listingTransfer: Composer<'listing-transfer'> = {
  sentences: (acts, narrator) => each(acts, narrator, transfer),
  headline: ([first], narrator) => transferHeadline(first, narrator),
};
