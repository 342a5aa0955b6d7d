import { describe, expect, it } from 'vitest';
import type { ActOf } from '../../../../functions/domain/acts.ts';
import { toldTogether } from '../../../support/told.ts';

const lead = { lead: true };
/** A house that leaves commas open. */
const open = { company: 'iec-electronics' };

type Options = Parameters<typeof toldTogether>[1];

describe('a dividend', () => {
  const cases: [string, Omit<ActOf<'dividend'>, 'kind'>, Options, string, string][] = [
    [
      'that is declared',
      { perShare: 0.17, record: '2026-12-04', payable: '2026-12-18' },
      lead,
      'its board of directors declared a dividend of $0.17 per share, payable on December 18, 2026, to shareholders of record on December 4, 2026.',
      'Halden Declares Dividend of $0.17 per Share',
    ],
    [
      'of a year, on a security, in a house that leaves commas open',
      {
        frequency: 'annual',
        perShare: 0.175,
        security: 'Series A preferred stock',
        record: '2026-12-04',
        payable: '2026-12-18',
      },
      open,
      "IEC's board of directors declared an annual dividend of $0.175 per share on its Series A preferred stock, payable on December 18, 2026 to holders of record on December 4, 2026.",
      'IEC Declares Annual Dividend of $0.175 per Share',
    ],
    [
      'that is increased',
      {
        change: 'increased',
        frequency: 'quarterly',
        perShare: 0.2,
        previousPerShare: 0.17,
        annual: 0.8,
        security: 'common stock',
        record: '2026-12-04',
        payable: '2026-12-18',
      },
      {},
      "Halden's board of directors increased the quarterly dividend on its common stock to $0.20 per share from $0.17 per share. The dividend is payable on December 18, 2026, to holders of record on December 4, 2026. The annualized dividend rate is $0.80 per share.",
      'Halden Increases Quarterly Dividend to $0.20 per Share',
    ],
    [
      'that is reduced from a day in words, with its days to follow',
      {
        change: 'reduced',
        frequency: 'quarterly',
        perShare: 0.05,
        effective: { date: '2027-01-04', phrase: 'beginning with the first quarter of 2027' },
      },
      {},
      "Halden's board of directors reduced the quarterly dividend to $0.05 per share beginning with the first quarter of 2027.",
      'Halden Reduces Quarterly Dividend to $0.05 per Share',
    ],
    [
      'that is initiated, in another currency',
      { change: 'initiated', frequency: 'quarterly', perShare: { amount: 0.1, currency: 'CAD' } },
      {},
      "Halden's board of directors initiated a quarterly dividend of CAD 0.10 per share.",
      'Halden Initiates Quarterly Dividend of CAD 0.10 per Share',
    ],
    [
      'that is initiated, with its record date only',
      { change: 'initiated', perShare: 0.1, record: '2026-12-04' },
      {},
      "Halden's board of directors initiated a dividend of $0.10 per share, payable to shareholders of record on December 4, 2026.",
      'Halden Initiates Dividend of $0.10 per Share',
    ],
    [
      'that follows another',
      {
        change: 'declared',
        frequency: 'special cash',
        perShare: 1,
        previousPerShare: 0.5,
        record: '2026-12-04',
        payable: '2026-12-18',
      },
      {},
      "Halden's board of directors declared a special cash dividend of $1.00 per share, compared with $0.50 per share previously, payable on December 18, 2026, to shareholders of record on December 4, 2026.",
      'Halden Declares Special Cash Dividend of $1.00 per Share',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      "Halden's board of directors declared a dividend of [TO BE CONFIRMED: the dividend per share] per share, payable on [TO BE CONFIRMED: the day on which the dividend is payable] to shareholders of record on [TO BE CONFIRMED: the record date of the dividend].",
      'Halden Declares Dividend',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'dividend', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a dividend that has been paid', () => {
  const past = { record: '2026-10-30', payable: '2026-11-18' };

  it('is told in the past, and not on the day of the release', () => {
    const text = (facts: object) =>
      toldTogether([{ kind: 'dividend', perShare: 0.17, ...past, ...facts }]).text;
    expect(text({})).toContain('of $0.17 per share, which was payable on November 18, 2026, to');
    expect(text({ change: 'increased' })).toContain('The dividend was payable on November 18, 2026');
    expect(text({ payable: '2026-11-19' })).toContain('per share, payable on November 19, 2026');
  });
});

describe('several dividends', () => {
  const days = { record: '2026-12-04', payable: '2026-12-18' };
  const headlines: [string, NonNullable<ActOf<'dividend'>['change']>, string][] = [
    ['that are all declared', 'declared', 'Halden Declares Dividends'],
    ['of which one is increased', 'increased', 'Halden Announces Dividends'],
  ];

  it.each(headlines)('%s have a headline without a figure', (_, change, headline) => {
    const acts = [{ perShare: 1.5 }, { perShare: 0.2, change }].map((facts) => ({
      kind: 'dividend' as const,
      ...days,
      ...facts,
    }));
    const [first, second] = acts;
    if (first === undefined || second === undefined) throw new Error('There must be two.');
    expect(toldTogether([first, second]).headline).toBe(headline);
  });
});

describe('a suspended dividend', () => {
  const cases: [string, Omit<ActOf<'dividend-suspension'>, 'kind'>, Options, string, string][] = [
    [
      'without more',
      {},
      lead,
      'its board of directors has suspended the dividend.',
      'Halden Suspends Dividend',
    ],
    [
      'at once, for a reason',
      {
        frequency: 'quarterly',
        security: 'common stock',
        effective: { phrase: 'immediately' },
        reason: 'to preserve cash',
      },
      {},
      "Halden's board of directors has suspended the quarterly dividend on its common stock, effective immediately, to preserve cash.",
      'Halden Suspends Quarterly Dividend',
    ],
    [
      'from a day on',
      { frequency: 'quarterly', effective: '2027-01-01', reason: 'citing lower orders' },
      {},
      "Halden's board of directors has suspended the quarterly dividend, effective January 1, 2027, citing lower orders.",
      'Halden Suspends Quarterly Dividend',
    ],
    [
      'for a reason alone',
      { reason: 'to preserve cash' },
      {},
      "Halden's board of directors has suspended the dividend to preserve cash.",
      'Halden Suspends Dividend',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'dividend-suspension', ...facts }], options)).toMatchObject({
      text,
      headline,
    });
  });
});

describe('a stock split', () => {
  it.each([
    ['4:01 p.m. Eastern Time', 'will effect'],
    ['9:30 a.m. Eastern Time', 'will effect'],
    ['12:01 a.m. Eastern Time', 'effected'],
    [undefined, 'effected'],
  ])('on the day of the release, at %s, is told: it %s', (time, verb) => {
    const act = { kind: 'stock-split', ratio: { new: 1, old: 10 }, effective: '2026-11-19' } as const;
    expect(toldTogether([{ ...act, time }]).text).toContain(`Halden ${verb} a 1-for-10 reverse stock split`);
  });

  const cases: [string, Omit<ActOf<'stock-split'>, 'kind'>, Options, string, string][] = [
    [
      'that is paid as a dividend',
      {
        ratio: { 'new': 2, old: 1 },
        form: '100 percent stock dividend',
        security: 'common stock',
        record: '2026-12-04',
        payable: '2026-12-18',
        sharesBefore: { count: 6674000, qualifier: 'about' },
        sharesAfter: { count: 13348000, qualifier: 'about' },
      },
      lead,
      'it will effect a 2-for-1 stock split of its common stock in the form of a 100 percent stock dividend, payable on December 18, 2026, to holders of record on December 4, 2026. The number of shares outstanding will be about 13,348,000 after the stock split, compared with about 6,674,000 before it.',
      'Halden Announces 2-for-1 Stock Split',
    ],
    [
      'in a house that leaves commas open',
      {
        ratio: { 'new': 3, old: 2 },
        form: '50 percent stock dividend',
        record: '2026-12-04',
        payable: '2026-12-18',
        effective: '2026-12-21',
        time: '12:01 a.m.',
      },
      open,
      'IEC will effect a 3-for-2 stock split in the form of a 50 percent stock dividend, payable on December 18, 2026 to shareholders of record on December 4, 2026, effective December 21, 2026 at 12:01 a.m.',
      'IEC Announces 3-for-2 Stock Split',
    ],
    [
      'that joins shares',
      {
        ratio: { 'new': 1, old: 60 },
        security: 'common stock',
        effective: '2026-12-21',
        time: '12:01 a.m. Eastern Time',
        purpose: 'meet the minimum bid price',
        approval: 'Shareholders approved a ratio of up to 1-for-100 on October 30, 2026',
        fractions: 'Fractions are rounded up to the next whole share',
        parValue: 0.001,
        cusip: '40536A208',
        transferAgent: 'Columbia Transfer & Trust Company',
        sharesAfter: 1000000,
      },
      {},
      'Halden will effect a 1-for-60 reverse stock split of its common stock, effective December 21, 2026, at 12:01 a.m. Eastern Time. The stock split is intended to meet the minimum bid price. Shareholders approved a ratio of up to 1-for-100 on October 30, 2026. The number of shares outstanding will be 1,000,000 after the stock split. Fractions are rounded up to the next whole share. The par value will be $0.001 per share. The new CUSIP number will be 40536A208. Columbia Transfer & Trust Company is the transfer agent for the stock split.',
      'Halden Announces 1-for-60 Reverse Stock Split',
    ],
    [
      'that has taken place',
      {
        ratio: { 'new': 11, old: 10 },
        effective: '2026-11-02',
        sharesBefore: 1000000,
        parValue: 0.001,
        cusip: '40536A208',
      },
      {},
      'Halden effected an 11-for-10 stock split, effective November 2, 2026. The number of shares outstanding was 1,000,000 before the stock split. The par value is $0.001 per share. The new CUSIP number is 40536A208.',
      'Halden Announces 11-for-10 Stock Split',
    ],
    [
      'that has taken place, with the shares that there are',
      { ratio: { 'new': 2.5, old: 1 }, payable: '2026-11-02', sharesAfter: 2500000 },
      {},
      'Halden effected a 2.5-for-1 stock split, which was payable on November 2, 2026. The number of shares outstanding is 2,500,000 after the stock split.',
      'Halden Announces 2.5-for-1 Stock Split',
    ],
    [
      'with a record date and no day of payment',
      {
        ratio: { 'new': 2, old: 1 },
        record: '2026-12-04',
        effective: '2026-12-07',
        sharesBefore: { count: 1000, qualifier: 'more than' },
      },
      {},
      'Halden will effect a 2-for-1 stock split, payable to shareholders of record on December 4, 2026, effective December 7, 2026. The number of shares outstanding is more than 1,000 before the stock split.',
      'Halden Announces 2-for-1 Stock Split',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden will effect a [TO BE CONFIRMED: the ratio of the stock split] stock split, effective [TO BE CONFIRMED: the day on which the stock split takes effect].',
      'Halden Announces Stock Split',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'stock-split', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a repurchase program', () => {
  const cases: [string, Omit<ActOf<'share-repurchase'>, 'kind'>, Options, string, string][] = [
    [
      'of an amount',
      { amount: 25000000 },
      lead,
      'it has adopted a program to repurchase up to $25 million of its shares.',
      'Halden Announces Share Repurchase Program of $25 Million',
    ],
    [
      'of shares that are a share of all, for an amount',
      {
        change: 'new',
        shares: 500000,
        percent: 5,
        amount: 25000000,
        security: 'common stock',
        expires: '2027-12-31',
        methods: ['open market purchases', 'block trades'],
        rules: ['Rule 10b5-1', 'Rule 10b-18'],
        funding: 'available cash',
        mayStop: true,
        prior: 'Halden repurchased $12.5 million of its common stock in 2025',
      },
      {},
      'Halden has adopted a new program to repurchase up to 500,000 shares, or 5 percent, of its common stock for up to $25 million. The program will expire on December 31, 2027. Repurchases may be made through open market purchases and block trades, in accordance with Rule 10b5-1 and Rule 10b-18 under the Securities Exchange Act of 1934. Repurchases will be funded from available cash. The program may be suspended or discontinued at any time. Halden repurchased $12.5 million of its common stock in 2025.',
      'Halden Announces New Share Repurchase Program of $25 Million',
    ],
    [
      'of shares that have a plural',
      {
        change: 'new',
        shares: 500000,
        security: 'common shares',
        effective: '2026-12-01',
        rules: ['Rule 10b-18'],
      },
      {},
      'Halden has adopted a new program to repurchase up to 500,000 of its common shares, effective December 1, 2026. Repurchases may be made in accordance with Rule 10b-18 under the Securities Exchange Act of 1934.',
      'Halden Announces New Share Repurchase Program',
    ],
    [
      'whose limit the sender has qualified',
      { percent: { percent: 5, qualifier: 'about' }, methods: ['open market purchases'], mayStop: false },
      {},
      'Halden has adopted a program to repurchase about 5 percent of its shares. Repurchases may be made through open market purchases.',
      'Halden Announces Share Repurchase Program',
    ],
    [
      'that has expired',
      { amount: { from: 5000000, to: 6000000 }, expires: '2026-10-30' },
      {},
      'Halden has adopted a program to repurchase $5 million to $6 million of its shares. The program expired on October 30, 2026.',
      'Halden Announces Share Repurchase Program of $5 Million to $6 Million',
    ],
    [
      'that grows',
      { change: 'increased', amount: 50000000, increase: 25000000, security: 'common stock' },
      {},
      'Halden has increased its program to repurchase its common stock by $25 million, to $50 million.',
      'Halden Increases Share Repurchase Program to $50 Million',
    ],
    [
      'that grows in shares',
      {
        change: 'increased',
        shares: 500000,
        percent: 5,
        amount: { amount: 50000000 },
        security: 'common stock',
      },
      {},
      "Halden has increased its program to repurchase its common stock, to $50 million. The program covers 500,000 shares, or 5 percent, of Halden's common stock.",
      'Halden Increases Share Repurchase Program to $50 Million',
    ],
    [
      'that grows to a number of shares alone',
      { change: 'increased', shares: 500000, percent: 5, increase: 25000000 },
      {},
      'Halden has increased its program to repurchase its shares by $25 million, to 500,000 shares, or 5 percent.',
      'Halden Increases Share Repurchase Program',
    ],
    [
      'that grows by an unknown amount',
      { change: 'increased' },
      {},
      'Halden has increased its program to repurchase its shares.',
      'Halden Increases Share Repurchase Program',
    ],
    [
      'that is extended',
      {
        change: 'extended',
        amount: 25000000,
        increase: 5000000,
        expires: '2027-12-31',
        funding: 'available cash',
      },
      {},
      'Halden has extended its program to repurchase up to $25 million of its shares through December 31, 2027. The program has been increased by $5 million. Repurchases will be funded from available cash.',
      'Halden Extends Share Repurchase Program of $25 Million',
    ],
    [
      'that is complete',
      {
        change: 'completed',
        amount: 25000000,
        shares: 500000,
        security: 'common stock',
        methods: ['block trades'],
        funding: 'available cash',
      },
      {},
      'Halden has completed its program to repurchase 500,000 shares of its common stock for $25 million. Repurchases were made through block trades. Repurchases were funded from available cash.',
      'Halden Completes Share Repurchase Program of $25 Million',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden has adopted a program to repurchase [TO BE CONFIRMED: how much may be repurchased] of its shares.',
      'Halden Announces Share Repurchase Program',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'share-repurchase', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a financing', () => {
  const cases: [string, Omit<ActOf<'financing'>, 'kind'>, Options, string, string][] = [
    [
      'that is agreed',
      {
        stage: 'agreed',
        instrument: 'revolving loan',
        amount: 25000000,
        maximum: 40000000,
        counterparty: 'Pacific Crest Bank',
        rate: 'SOFR plus 2.5 percent',
        matures: '2031-06-30',
        use: 'general corporate purposes',
        terms: ['a first lien on receivables', 'a minimum cash balance of $5 million'],
        effective: '2026-12-01',
      },
      lead,
      'it has entered into a financing agreement with Pacific Crest Bank for a revolving loan of $25 million, effective December 1, 2026. The maximum amount of the financing is $40 million. The financing bears interest at SOFR plus 2.5 percent and matures on June 30, 2031. The terms include a first lien on receivables and a minimum cash balance of $5 million. Halden intends to use the proceeds for general corporate purposes.',
      'Halden Agrees on Financing of $25 Million',
    ],
    [
      'that is an offering, and was closed',
      {
        stage: 'completed',
        instrument: 'public offering of common stock',
        amount: { amount: 45600000, qualifier: 'about' },
        counterparty: 'underwriters',
        effective: '2026-11-18',
      },
      {},
      'Halden closed a public offering of common stock for about $45.6 million with underwriters on November 18, 2026.',
      'Halden Closes Financing of About $45.6 Million',
    ],
    [
      'that is a placement, agreed and to come',
      { stage: 'agreed', instrument: 'private placement', maximum: 20000000, effective: '2026-12-01' },
      {},
      'Halden has agreed on a private placement for up to $20 million, effective December 1, 2026.',
      'Halden Agrees on Financing',
    ],
    [
      'that is of notes, which mature',
      {
        stage: 'announced',
        instrument: 'convertible senior notes',
        amount: 100000000,
        matures: '2031-12-01',
      },
      {},
      'Halden plans to enter into a financing agreement for $100 million of convertible senior notes. The notes will mature on December 1, 2031.',
      'Halden Plans Financing of $100 Million',
    ],
    [
      'that is complete, of notes',
      {
        stage: 'completed',
        instrument: '6.75% convertible notes due 2031',
        amount: { amount: 10000000, qualifier: 'about' },
        counterparty: 'institutional investors',
      },
      {},
      'Halden has closed a financing with institutional investors for about $10 million of 6.75% convertible notes due 2031.',
      'Halden Closes Financing of About $10 Million',
    ],
    [
      'of an amount alone, which has been closed',
      { stage: 'completed', amount: 5_000_000 },
      {},
      'Halden has closed a financing of $5 million.',
      'Halden Closes Financing of $5 Million',
    ],
    [
      'of stock',
      { stage: 'completed', instrument: 'common stock', amount: 5000000 },
      {},
      'Halden has closed a financing for $5 million of common stock.',
      'Halden Closes Financing of $5 Million',
    ],
    [
      'that closed on a day',
      {
        stage: 'completed',
        instrument: 'term loan',
        amount: 5_000_000,
        counterparty: 'First Prairie Bank, as agent',
        effective: '2026-11-17',
      },
      lead,
      'it closed a financing with First Prairie Bank, as agent, on November 17, 2026, for a term loan of $5 million.',
      'Halden Closes Financing of $5 Million',
    ],
    [
      'of an amount alone, which closed on a day',
      { stage: 'completed', amount: 5_000_000, effective: '2026-11-17' },
      {},
      'Halden closed a financing of $5 million on November 17, 2026.',
      'Halden Closes Financing of $5 Million',
    ],
    [
      'that closes on a day to come',
      {
        stage: 'completed',
        instrument: 'term loan',
        amount: 5_000_000,
        counterparty: 'First Prairie Bank',
        rate: '6 percent a year',
        matures: '2031-06-30',
        effective: '2026-12-01',
      },
      lead,
      'it will close a financing with First Prairie Bank on December 1, 2026, for a term loan of $5 million. The financing will bear interest at 6 percent a year and will mature on June 30, 2031.',
      'Halden to Close Financing of $5 Million',
    ],
    [
      'that closes on a day to come, in words',
      {
        stage: 'completed',
        amount: 5_000_000,
        effective: { date: '2026-12-01', phrase: 'by early December' },
      },
      {},
      'Halden will close a financing of $5 million by early December.',
      'Halden to Close Financing of $5 Million',
    ],
    [
      'that is of notes, and closes on a day to come',
      {
        stage: 'completed',
        instrument: 'convertible senior notes',
        amount: 100_000_000,
        rate: '4 percent a year',
        matures: '2031-12-01',
        effective: '2026-12-01',
      },
      {},
      'Halden will close a financing on December 1, 2026, for $100 million of convertible senior notes. The notes will bear interest at 4 percent a year and will mature on December 1, 2031.',
      'Halden to Close Financing of $100 Million',
    ],
    [
      'that is an offering, and closes on a day to come',
      {
        stage: 'completed',
        instrument: 'public offering of common stock',
        amount: 45_600_000,
        effective: '2026-12-01',
      },
      {},
      'Halden will close a public offering of common stock for $45.6 million on December 1, 2026.',
      'Halden to Close Financing of $45.6 Million',
    ],
    [
      'that is amended',
      {
        stage: 'amended',
        instrument: 'revolving credit facility',
        amount: 85_000_000,
        counterparty: 'First Prairie Bank, as agent',
        matures: '2028-03-31',
        terms: ['a waiver of the leverage covenant'],
        effective: '2026-11-17',
      },
      lead,
      'it has amended its revolving credit facility of $85 million with First Prairie Bank, as agent, effective November 17, 2026. The financing now matures on March 31, 2028. The amended terms include a waiver of the leverage covenant.',
      'Halden Amends Financing of $85 Million',
    ],
    [
      'that is amended, of which no more was sent',
      { stage: 'amended' },
      {},
      'Halden has amended its financing.',
      'Halden Amends Financing',
    ],
    [
      'that is planned, with a limit only',
      {
        stage: 'announced',
        maximum: 10000000,
        rate: '6 percent a year',
        matures: { date: '2031-01-15', phrase: 'in early 2031' },
        use: 'working capital',
      },
      {},
      'Halden plans to enter into a financing agreement for up to $10 million. The financing will bear interest at 6 percent a year and will mature in early 2031. Halden intends to use the proceeds for working capital.',
      'Halden Plans Financing',
    ],
    [
      'with a range and a loan that takes another article',
      {
        stage: 'agreed',
        instrument: 'unsecured term loan',
        amount: { from: 5000000, to: 6000000 },
        matures: '2031-01-15',
      },
      {},
      'Halden has entered into a financing agreement for an unsecured term loan of $5 million to $6 million. The financing matures on January 15, 2031.',
      'Halden Agrees on Financing of $5 Million to $6 Million',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden has [TO BE CONFIRMED: whether the financing is planned, agreed or completed] a financing for [TO BE CONFIRMED: the amount of the financing].',
      'Halden Announces Financing',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'financing', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a restructuring of debt', () => {
  const cases: [string, Omit<ActOf<'debt-restructuring'>, 'kind'>, Options, string, string][] = [
    [
      'that is to come',
      {
        debt: '$100 million of 6.75% Convertible Subordinated Debentures due 2028',
        exchange: '90 percent of its common stock',
        proceeding: 'Chapter 11 of the Bankruptcy Code',
        vote: {
          deadline: '2026-11-12',
          amountPercent: { percent: 92, qualifier: 'more than' },
          holdersPercent: 63,
        },
        terms: ['the cancellation of the debentures', 'the payment of trade creditors in full'],
        effective: '2026-12-31',
      },
      lead,
      'it will restructure $100 million of 6.75% Convertible Subordinated Debentures due 2028 under Chapter 11 of the Bankruptcy Code, effective December 31, 2026. Halden will exchange the debt for 90 percent of its common stock. The restructuring was approved by more than 92 percent in amount of the debt voted and by 63 percent in number of the holders voting as of the voting deadline of November 12, 2026. The terms include the cancellation of the debentures and the payment of trade creditors in full.',
      'Halden Announces Debt Restructuring',
    ],
    [
      'that has taken place',
      {
        debt: 'its 6% notes',
        exchange: '90 percent of its common stock',
        effective: '2026-11-02',
        vote: { holdersPercent: 63 },
      },
      {},
      'Halden has restructured its 6% notes, effective November 2, 2026. Halden exchanged the debt for 90 percent of its common stock. The restructuring was approved by 63 percent in number of the holders voting.',
      'Halden Announces Debt Restructuring',
    ],
    [
      'on which creditors vote',
      { vote: { deadline: '2026-12-11' } },
      {},
      'Halden is restructuring its debt. The deadline for creditors to vote on the restructuring is December 11, 2026.',
      'Halden Announces Debt Restructuring',
    ],
    [
      'on which creditors have voted',
      { vote: { deadline: '2026-11-12' } },
      {},
      'Halden is restructuring its debt. The deadline for creditors to vote on the restructuring was November 12, 2026.',
      'Halden Announces Debt Restructuring',
    ],
    [
      'that creditors approved by amount',
      { vote: { amountPercent: 92.5 } },
      {},
      'Halden is restructuring its debt. The restructuring was approved by 92.5 percent in amount of the debt voted.',
      'Halden Announces Debt Restructuring',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden is restructuring its debt.',
      'Halden Announces Debt Restructuring',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'debt-restructuring', ...facts }], options)).toMatchObject({
      text,
      headline,
    });
  });
});

describe('a grant', () => {
  it('closes the name of whom it is to where the sentence goes on', () => {
    const grantees = 'its new Chief Financial Officer, Dana Ruiz';
    const texts = [{ plan: '2024 Plan' }, {}].map(
      (facts) =>
        toldTogether([{ kind: 'option-grant', award: 'stock options', total: 100, grantees, ...facts }]).text,
    );
    expect(texts).toEqual([
      `Halden has granted 100 stock options to ${grantees}, under its 2024 Plan.`,
      `Halden has granted 100 stock options to ${grantees}.`,
    ]);
  });

  const cases: [string, Omit<ActOf<'option-grant'>, 'kind'>, Options, string, string][] = [
    [
      'with all its terms',
      {
        award: 'stock options',
        total: 200000,
        price: 10.6,
        grantees: 'directors and officers',
        plan: '2024 Equity Incentive Plan',
        vesting: 'The options vest in equal parts over four years',
        expires: 'on November 18, 2036',
        effective: '2026-11-18',
      },
      lead,
      'it has granted 200,000 stock options to directors and officers at an exercise price of $10.60 per share under its 2024 Equity Incentive Plan, effective November 18, 2026. The options vest in equal parts over four years. The awards expire on November 18, 2036.',
      'Halden Grants 200,000 Stock Options',
    ],
    [
      'of units, which are not exercised',
      { award: 'restricted stock units', total: 5000, price: 1.5, grantees: 'employees' },
      {},
      'Halden has granted 5,000 restricted stock units to employees at a price of $1.50 per share.',
      'Halden Grants 5,000 Restricted Stock Units',
    ],
    [
      'of one option, to come',
      { award: 'stock options', total: 1, effective: '2026-12-01', expires: 'five years after the grant' },
      {},
      'Halden will grant one stock option, effective December 1, 2026. The award expires five years after the grant.',
      'Halden to Grant One Stock Option',
    ],
    [
      'at a price in another currency',
      {
        award: 'stock options',
        total: { count: 200000, qualifier: 'up to' },
        price: { amount: 0.106, currency: 'CAD' },
      },
      {},
      'Halden has granted up to 200,000 stock options at an exercise price of CAD 0.106 per share.',
      'Halden Grants Up to 200,000 Stock Options',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden has granted [TO BE CONFIRMED: how many awards are granted] [TO BE CONFIRMED: what is granted].',
      'Halden Grants Awards',
    ],
    [
      'of which nobody says what it is',
      { total: 1, price: 1 },
      {},
      'Halden has granted one [TO BE CONFIRMED: what is granted] at a price of $1.00 per share.',
      'Halden Grants One Award',
    ],
    [
      'of one unit of several words',
      { award: 'units of common stock', total: 1 },
      {},
      'Halden has granted one unit of common stock.',
      'Halden Grants One Unit of Common Stock',
    ],
  ];

  it('beside another makes a headline of both, without numbers', () => {
    const grant = (award?: string): ActOf<'option-grant'> => ({
      kind: 'option-grant',
      total: 5,
      ...(award !== undefined && { award }),
    });
    const headlineOf = (...awards: (string | undefined)[]) =>
      toldTogether([grant('stock options'), ...awards.map(grant)]).headline;
    expect(headlineOf('restricted stock units')).toBe(
      'Halden Grants Stock Options and Restricted Stock Units',
    );
    expect(headlineOf('stock options')).toBe('Halden Grants Stock Options');
    expect(headlineOf(undefined)).toBe('Halden Grants Awards');
  });

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'option-grant', ...facts }], options)).toMatchObject({ text, headline });
  });
});
