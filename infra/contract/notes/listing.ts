import type { FieldNotes } from './common.ts';

const market = 'the market as it is printed, with its article: `the New York Stock Exchange`, `Nasdaq`';
const security = 'what is listed, as it is printed: `common stock`, `warrants`';
const rule = 'the rule of the market, as it is printed: `Nasdaq Listing Rule 5550(a)(2)`';
const requirement = 'what the rule asks; follows "requires": `a minimum bid price of $1.00 per share`';
const subjectTo = 'follows "subject to": `the approval of the shareholders`';

/** Fields of acts about listings, by the kind of act. */
export const listingNotes = {
  'listing-transfer': {
    from: `from where; ${market}`,
    to: `to where; ${market}`,
    ticker: 'the symbol on the new market',
    security,
  },
  'new-listing': { market, ticker: 'the symbol', security },
  'ticker-change': {
    from: 'the symbol until now',
    to: 'the symbol from then on',
    market,
    security,
    cusip: 'the CUSIP number from then on',
    subjectTo,
  },
  'name-change': {
    from: 'the full name until now',
    to: 'the full name from then on',
    ticker: 'the symbol under the new name',
    cusip: 'the CUSIP number under the new name',
    subjectTo,
  },
  delisting: {
    manner:
      '`voluntary`: the company leaves of itself; `approved`: its shareholders have approved that; `determined`: the market has decided it',
    market,
    ticker: 'the symbol',
    security,
    lastTradingDay: 'the last day of trading on the market',
    rule,
    appealBy: 'until when the company may appeal',
    willAppeal: 'whether it will',
    to: 'where the security trades afterwards; follows "on": `the OTCQX market`',
    subjectTo,
  },
  'listing-deficiency': {
    market,
    rule,
    requirement,
    shortfall: 'how the company falls short; a whole sentence',
    security,
    extended: 'whether the notice gives the company more time',
    cureRule: 'the rule that gives the time, as it is printed',
    cureDays: 'how many days the company has',
    cureMonths: 'how many months it has, where they are not days',
    cureBy: 'until which day it has time',
    cure: 'what cures it; a whole sentence',
    immediateEffect: 'whether the notice has an immediate effect on the listing',
    plan: 'what the company means to do; follows "intends to": `monitor the bid price`',
    planDays: 'how many days the company has to submit a plan to the market',
    planBy: 'until which day it has to',
  },
  'compliance-regained': {
    market,
    rule,
    requirement,
    deficiencyNoticed: 'when the notice came that is now settled',
    metOn: 'on which day the rule was met',
    how: 'how it was met; a whole sentence',
  },
} satisfies Readonly<Record<string, FieldNotes>>;
