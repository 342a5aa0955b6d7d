import type { View } from '../templates.ts';
import { dayView } from './day.ts';
import { isNotYet } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type NewListing = SentActOf<'new-listing'>;

const marketOf = (sent: NewListing, { need }: Narrator): string =>
  need(sent, sent.act.market, 'the market on which trading begins', 'market');

const firstDay = (sent: NewListing, narrator: Narrator) => {
  const said = dayView(sent, sent.act.effective, 'the first day of trading', narrator);
  return { ...said, future: isNotYet(said) };
};

/** One sentence for each listing: what, where, under which symbol, from when. */
const listed = (sent: NewListing, narrator: Narrator): View => {
  const { future, day } = firstDay(sent, narrator);
  return {
    its: companyView(narrator).its,
    security: securityView(sent.act.security).security,
    future,
    market: marketOf(sent, narrator),
    ticker: sent.act.ticker ?? null,
    ...day,
  };
};

/** The headline names the company, what is listed, and the market. */
const listingHeadline = (sent: NewListing, narrator: Narrator): View => {
  const { security, plural } = securityView(sent.act.security);
  return {
    company: narrator.company.shortName,
    security: security && titleCase(security),
    future: firstDay(sent, narrator).future,
    plural,
    market: marketOf(sent, narrator),
  };
};

export const newListing: Composer<'new-listing'> = {
  sentences: (acts, narrator) => each(acts, narrator, listed),
  headline: ([first], narrator) => listingHeadline(first, narrator),
};
