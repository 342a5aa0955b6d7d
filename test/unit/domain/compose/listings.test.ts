import { describe, expect, it } from 'vitest';
import type { Act, ActOf } from '../../../../functions/domain/acts.ts';
import { told } from '../../../support/told.ts';

const nyse = 'the New York Stock Exchange';
const nasdaq = 'The Nasdaq Global Select Market';
const bid = 'a minimum bid price of $1.00 per share';

const leads: [string, Act, string, string][] = [
  [
    'a transfer that is to come',
    { kind: 'listing-transfer', to: nasdaq, security: 'common stock', effective: '2026-12-14' },
    `effective December 14, 2026, its common stock will be traded on ${nasdaq}.`,
    `Halden Listing to Move to ${nasdaq}`,
  ],
  [
    'a transfer that has happened',
    {
      kind: 'listing-transfer',
      from: nyse,
      to: nasdaq,
      ticker: 'HLDN',
      security: 'common stock',
      effective: '2026-11-18',
      decided: '2026-11-02',
    },
    `effective November 18, 2026, its common stock is being traded on ${nasdaq}, moving from ${nyse}, under the symbol HLDN. The decision was made on November 2, 2026.`,
    `Halden Listing Moves to ${nasdaq}`,
  ],
  [
    'a listing that is to come',
    {
      kind: 'new-listing',
      market: nasdaq,
      ticker: 'HLDN',
      security: 'common stock',
      effective: '2026-12-14',
    },
    `its common stock will begin trading on ${nasdaq} under the symbol HLDN on December 14, 2026.`,
    `Halden Common Stock to Begin Trading on ${nasdaq}`,
  ],
  [
    'a listing of today',
    {
      kind: 'new-listing',
      market: nasdaq,
      security: 'common stock',
      effective: { date: '2026-11-19', phrase: 'today' },
    },
    `its common stock began trading on ${nasdaq} today.`,
    `Halden Common Stock Begins Trading on ${nasdaq}`,
  ],
  [
    'a listing of nothing in particular',
    { kind: 'new-listing', market: nasdaq, effective: '2026-11-18' },
    `its shares began trading on ${nasdaq} on November 18, 2026.`,
    `Halden Shares Begin Trading on ${nasdaq}`,
  ],
  [
    'a new symbol',
    { kind: 'ticker-change', to: 'HLDP', effective: '2026-11-18' },
    'its shares began trading under the symbol HLDP on November 18, 2026.',
    'Halden Changes Its Ticker Symbol to HLDP',
  ],
  [
    'a new symbol with all that is known of it',
    {
      kind: 'ticker-change',
      from: 'HLDN',
      to: 'HLDP',
      market: nyse,
      security: 'common stock',
      cusip: '40521P 10 0',
      effective: '2027-01-04',
    },
    `its common stock will begin trading on ${nyse} under the symbol HLDP in place of HLDN on January 4, 2027. The CUSIP number of the common stock will be 40521P 10 0.`,
    'Halden to Change Its Ticker Symbol to HLDP',
  ],
  [
    'a new symbol that waits for approval and has no day yet',
    { kind: 'ticker-change', to: 'HLDP', subjectTo: 'approval by the exchange' },
    'its shares will begin trading under the symbol HLDP, subject to approval by the exchange.',
    'Halden to Change Its Ticker Symbol to HLDP',
  ],
  [
    'a new symbol that waits for approval',
    { kind: 'ticker-change', to: 'HLDP', effective: '2027-01-04', subjectTo: 'approval by the exchange' },
    'its shares will begin trading under the symbol HLDP on January 4, 2027, subject to approval by the exchange.',
    'Halden to Change Its Ticker Symbol to HLDP',
  ],
  [
    'a new name of today',
    { kind: 'name-change', to: 'Halden Photonics, Inc.', effective: { phrase: 'immediately' } },
    'it has changed its name to Halden Photonics, Inc., effective immediately.',
    'Halden Changes Its Name to Halden Photonics, Inc.',
  ],
  [
    'a new name with all that is known of it',
    {
      kind: 'name-change',
      from: 'Halden Optics, Inc.',
      to: 'Halden Photonics, Inc.',
      ticker: 'HLDP',
      cusip: '40521P 10 0',
      effective: '2027-01-04',
      reason: 'to reflect the sale of its lens business',
      subjectTo: 'approval by its shareholders',
    },
    "it will change its name from Halden Optics, Inc. to Halden Photonics, Inc., effective January 4, 2027, to reflect the sale of its lens business, subject to approval by its shareholders. Halden's ticker symbol will be HLDP. The CUSIP number of its shares will be 40521P 10 0.",
    'Halden to Change Its Name to Halden Photonics, Inc.',
  ],
  [
    'a new name that waits for approval and has no day yet',
    { kind: 'name-change', to: 'Halden Photonics', subjectTo: 'approval by its shareholders' },
    'it will change its name to Halden Photonics, subject to approval by its shareholders.',
    'Halden to Change Its Name to Halden Photonics',
  ],
  [
    'a delisting that the company has decided and that has no day yet',
    { kind: 'delisting', manner: 'voluntary', market: nyse, security: 'common stock', decided: '2026-11-18' },
    `it has decided to voluntarily delist its common stock from ${nyse}. The decision was made on November 18, 2026.`,
    `Halden to Delist Its Common Stock from ${nyse}`,
  ],
  [
    'a delisting from a market whose name is small',
    { kind: 'delisting', manner: 'voluntary', market: 'the open market of the Munich Stock Exchange' },
    'it has decided to voluntarily delist its shares from the open market of the Munich Stock Exchange.',
    'Halden to Delist Its Shares from the Open Market of the Munich Stock Exchange',
  ],
  [
    'a delisting by the company that is to come',
    {
      kind: 'delisting',
      manner: 'voluntary',
      market: nyse,
      ticker: 'HLDN',
      effective: '2026-12-31',
      reason: 'because of the cost of the listing',
      lastTradingDay: '2026-12-30',
      to: 'the OTCQX Best Market',
    },
    `it will voluntarily delist its shares (symbol HLDN) from ${nyse}, effective December 31, 2026, because of the cost of the listing. The last day of trading on ${nyse} is December 30, 2026. After the delisting, the shares are expected to trade on the OTCQX Best Market.`,
    `Halden to Delist Its Shares from ${nyse}`,
  ],
  [
    'a delisting by the company that has happened',
    {
      kind: 'delisting',
      manner: 'voluntary',
      market: nyse,
      security: 'common stock',
      effective: '2026-11-18',
      lastTradingDay: '2026-11-17',
      to: 'the OTCQX Best Market',
    },
    `it has voluntarily delisted its common stock from ${nyse}, effective November 18, 2026. The last day of trading on ${nyse} was November 17, 2026. After the delisting, the common stock is expected to trade on the OTCQX Best Market.`,
    `Halden Delists Its Common Stock from ${nyse}`,
  ],
  [
    'a delisting that shareholders have approved',
    {
      kind: 'delisting',
      manner: 'approved',
      market: nyse,
      subjectTo: 'the completion of the merger',
    },
    `its shareholders have approved the delisting of its shares from ${nyse}, subject to the completion of the merger.`,
    `Halden Shareholders Approve Delisting from ${nyse}`,
  ],
  [
    'a delisting that the market has determined',
    {
      kind: 'delisting',
      manner: 'determined',
      market: 'NYSE American',
      ticker: 'HLDN-WT',
      security: 'warrants',
      noticed: '2026-11-12',
      rule: 'Section 1001 of its Company Guide',
      reason: 'because of their low trading price',
      appealBy: '2026-11-30',
      willAppeal: false,
    },
    'it received notice on November 12, 2026, that NYSE American has determined to delist its warrants (symbol HLDN-WT) under Section 1001 of its Company Guide because of their low trading price. The deadline for an appeal is November 30, 2026. Halden does not intend to appeal.',
    'Halden Receives Delisting Notice for Its Warrants from NYSE American',
  ],
  [
    'a delisting of which nobody said how it came',
    { kind: 'delisting', market: nyse, security: 'common stock', lastTradingDay: '2026-11-18' },
    `its common stock has been delisted from ${nyse}. The last day of trading on ${nyse} was November 18, 2026.`,
    `Halden Common Stock Delisted from ${nyse}`,
  ],
  [
    'a deficiency',
    {
      kind: 'listing-deficiency',
      market: 'The Nasdaq Stock Market',
      rule: 'Listing Rule 5550(a)(2)',
      noticed: '2026-11-12',
    },
    'it received notice from The Nasdaq Stock Market on November 12, 2026, that it does not comply with Listing Rule 5550(a)(2).',
    'Halden Receives Notice of Listing Deficiency from The Nasdaq Stock Market',
  ],
  [
    'a deficiency with all that is known of it',
    {
      kind: 'listing-deficiency',
      market: 'The Nasdaq Stock Market',
      rule: 'Listing Rule 5550(a)(2)',
      requirement: bid,
      shortfall: 'The bid price closed below $1.00 on 30 business days in a row',
      security: 'common stock',
      noticed: '2026-11-12',
      immediateEffect: false,
      cureRule: 'Listing Rule 5810(c)(3)(A)',
      cureDays: 180,
      cureBy: '2027-05-11',
      cure: 'The bid price must close at $1.00 or more on ten business days in a row.',
      plan: 'monitor the bid price',
    },
    `it received notice from The Nasdaq Stock Market on November 12, 2026, that the listing of its common stock does not comply with Listing Rule 5550(a)(2), which requires ${bid}. The bid price closed below $1.00 on 30 business days in a row. The notice has no immediate effect on the listing. Halden has 180 days, until May 11, 2027, to regain compliance under Listing Rule 5810(c)(3)(A). The bid price must close at $1.00 or more on ten business days in a row. Halden intends to monitor the bid price.`,
    'Halden Receives Notice of Listing Deficiency from The Nasdaq Stock Market',
  ],
  [
    'compliance that is regained',
    {
      kind: 'compliance-regained',
      market: 'The Nasdaq Stock Market',
      requirement: bid,
      noticed: { date: '2026-11-19', phrase: 'today' },
    },
    `it received notice from The Nasdaq Stock Market today that it again complies with the listing rule that requires ${bid}.`,
    'Halden Regains Compliance with Nasdaq Stock Market Listing Rule',
  ],
  [
    'compliance with all that is known of it',
    {
      kind: 'compliance-regained',
      market: 'The Nasdaq Stock Market',
      rule: 'Listing Rule 5550(a)(2)',
      requirement: bid,
      noticed: '2026-11-18',
      metOn: '2026-11-13',
      how: 'The bid price closed at $1.00 or more on ten business days in a row.',
      deficiencyNoticed: '2026-05-12',
    },
    `it received notice from The Nasdaq Stock Market on November 18, 2026, that it again complies with Listing Rule 5550(a)(2), which requires ${bid}. The bid price closed at $1.00 or more on ten business days in a row. The requirement was met on November 13, 2026. Halden had received notice of the deficiency on May 12, 2026.`,
    'Halden Regains Compliance with Nasdaq Stock Market Listing Rule',
  ],
];

describe('a listing', () => {
  it.each(leads)('leads with %s', (_, act, text, headline) => {
    const { missing, ...said } = told(act, { lead: true });
    expect([said, missing]).toEqual([{ texts: [text], headline }, []]);
  });

  const names = (text: string): string => text.replace(/^its /, "Halden's ").replace(/^it /, 'Halden ');

  it.each(leads)('names the company in place of "it" after the lead: %s', (_, act, text) => {
    const later = names(text).replace(/^effective (.+?, \d{4}), its /, "Effective $1, Halden's ");
    expect(told(act).texts).toEqual([later]);
  });
});

const periods: [object, string][] = [
  [{ cureDays: 1 }, 'Halden has one day to regain compliance.'],
  [{ cureBy: '2027-05-11' }, 'Halden has until May 11, 2027, to regain compliance.'],
  [{ cureDays: 180, cureRule: 'Rule 5810' }, 'Halden has 180 days to regain compliance under Rule 5810.'],
  [{ cureMonths: 6 }, 'Halden has six months to regain compliance.'],
  [
    { planDays: 45, planBy: '2026-12-28' },
    'Halden has 45 days, until December 28, 2026, to submit a plan to regain compliance.',
  ],
  [{ planBy: '2026-12-28' }, 'Halden has until December 28, 2026, to submit a plan to regain compliance.'],
  [{ cureRule: 'Rule 5810' }, 'Halden may regain compliance under Rule 5810.'],
  [{ immediateEffect: true }, 'The notice has immediate effect on the listing.'],
];

describe('the time to cure a deficiency', () => {
  it.each(periods)('%o is told', (more, text) => {
    const act = { market: 'Nasdaq', rule: 'Rule 5550', noticed: '2026-11-12', ...more };
    expect(told({ kind: 'listing-deficiency', ...act }).texts[0]?.split('Rule 5550. ')[1]).toBe(text);
  });
});

const extensions: [string, Omit<ActOf<'listing-deficiency'>, 'kind' | 'extended'>, string][] = [
  [
    'by days until a day',
    { requirement: 'a minimum bid price of $1.00 per share', cureDays: 180, cureBy: '2027-05-11' },
    'Rule 5550, which requires a minimum bid price of $1.00 per share, has been extended by 180 days, until May 11, 2027.',
  ],
  [
    'until a day under a rule',
    { cureBy: '2027-05-11', cureRule: 'Rule 5815', plan: 'split its stock' },
    'Rule 5550 has been extended until May 11, 2027, under Rule 5815. Halden intends to split its stock.',
  ],
  [
    'for a time that nobody sent',
    {},
    'Rule 5550 has been extended [TO BE CONFIRMED: until when the time was extended].',
  ],
];

describe('the time to regain compliance', () => {
  it.each(extensions)('is extended %s', (_, more, text) => {
    const act = { market: 'Nasdaq', rule: 'Rule 5550', noticed: '2026-11-12', extended: true, ...more };
    const { texts, headline } = told({ kind: 'listing-deficiency', ...act });
    expect([headline, texts]).toEqual([
      'Halden Receives More Time from Nasdaq to Regain Compliance',
      [
        `Halden received notice from Nasdaq on November 12, 2026, that its time to regain compliance with ${text}`,
      ],
    ]);
  });
});

const securities: [string, string][] = [
  ['common stock', 'has'],
  ['Class A common stock, par value $0.01 per share', 'has'],
  ['common stock, including associated rights', 'has'],
  ['warrants to purchase common stock', 'have'],
  ['7.00% Notes due 2029', 'have'],
  ['American Depositary Shares (ADSs)', 'have'],
  ['common stock and warrants', 'have'],
];

describe('a security', () => {
  it.each(securities)('%s %s been delisted', (security, verb) => {
    const act = { market: 'Nasdaq', security, effective: '2026-11-18' };
    expect(told({ kind: 'delisting', ...act }).texts).toEqual([
      `Halden's ${security} ${verb} been delisted from Nasdaq, effective November 18, 2026.`,
    ]);
  });
});

const needed: [Act, string[]][] = [
  [
    { kind: 'listing-transfer' },
    ['the day on which the listing moves', 'the market to which the listing moves'],
  ],
  [{ kind: 'new-listing' }, ['the first day of trading', 'the market on which trading begins']],
  [{ kind: 'ticker-change' }, ['the day on which the ticker symbol changes', 'the new ticker symbol']],
  [{ kind: 'name-change' }, ['the day on which the name changes', 'the new name of the company']],
  [{ kind: 'delisting' }, ['the day of the delisting', 'the market that the security leaves']],
  [
    { kind: 'delisting', manner: 'determined' },
    ['the day on which the notice of delisting came', 'the market that the security leaves'],
  ],
  [{ kind: 'delisting', manner: 'approved' }, ['the market that the security leaves']],
  [
    { kind: 'listing-deficiency' },
    ['the day on which the notice came', 'the market that gave the notice', 'the rule that is not met'],
  ],
  [{ kind: 'compliance-regained' }, ['the market that confirmed compliance', 'the rule that is met again']],
  [
    { kind: 'compliance-regained', market: nasdaq, rule: 'Rule 1', noticed: { asSent: '05/06/2026' } },
    ['the day on which compliance was confirmed, sent as 05/06/2026'],
  ],
];

describe('what a release about a listing cannot do without', () => {
  it.each(needed)('of %o is asked for', (act, facts) => {
    expect(told(act).missing.sort()).toEqual(facts);
  });
});

const undated: [Act, RegExp, string][] = [
  [
    { kind: 'name-change', to: 'Zed' },
    /^Halden will change its name to Zed, effective \[/,
    'Halden to Change Its Name to Zed',
  ],
  [
    { kind: 'ticker-change', to: 'ZED' },
    /^Halden's shares will begin trading under the symbol ZED \[/,
    'Halden to Change Its Ticker Symbol to ZED',
  ],
  [
    { kind: 'new-listing', market: 'NYSE' },
    /^Halden's shares will begin trading on NYSE \[/,
    'Halden Shares to Begin Trading on NYSE',
  ],
  [
    { kind: 'delisting', market: 'NYSE' },
    /^Halden's shares will be delisted from NYSE, effective \[/,
    'Halden Shares to Be Delisted from NYSE',
  ],
];

describe('what has no day yet', () => {
  it.each(undated)('of %o is not told as past', (act, text, headline) => {
    const said = told(act);
    expect(said.texts[0]).toMatch(text);
    expect(said.headline).toBe(headline);
  });
});
