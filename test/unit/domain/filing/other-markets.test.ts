import { describe, expect, it } from 'vitest';
import { listingsOf } from '../../../../functions/domain/filing/exchange-labels.ts';
import { otherMarketAdvice } from '../../../../functions/domain/filing/other-markets.ts';

const rulesFor = (label: string, day = '2026-06-05'): string[] =>
  otherMarketAdvice(label, day).map(({ rule }) => rule);

describe('a listing label names its markets', () => {
  it.each([
    ['Nasdaq-SCM:  IECE', [['nasdaq']]],
    ['(NASDAQ:TASR)', [['nasdaq']]],
    ['NYSE: HLDN', [['nyse']]],
    ['New York Stock Exchange: HLDN', [['nyse']]],
    ['NYSE American: AIM', [[]]],
    ['NYSE Arca: XYZ', [[]]],
    ['TSX: KEL', [['toronto']]],
    ['TSXV: ABC', [['toronto']]],
    ['TSX-V: ABC', [['toronto']]],
    ['TSX Venture: ABC', [['toronto']]],
    ['LSE: ABC', [['london']]],
    ['London Stock Exchange: ABC', [['london']]],
    ['AIM: ABC', [['aim']]],
    ['LSE: AIM: ABC', [['aim']]],
    ['Frankfurt: 9AB', [['frankfurt-or-euronext']]],
    ['Euronext Paris: ABC', [['frankfurt-or-euronext']]],
    ['ASX: ABC', [['australia']]],
    ['TSE: 4565', [['tokyo']]],
    ['HKEX: 0700', [['hong-kong']]],
    ['Bursa Malaysia: 1155', [['malaysia']]],
    ['SIX: SANN', [[]]],
    ['OTCQB: ABC', [[]]],
    ['Nasdaq: TSX', [['nasdaq']]],
    ['Nasdaq: AAA; TSX: AAA', [['nasdaq'], ['toronto']]],
    ['NYSE: AAA, ASX: AAB', [['nyse'], ['australia']]],
    ['Nasdaq and TSX: AAA', [['nasdaq', 'toronto']]],
    ['Nasdaq: AAA, AAAW', [['nasdaq']]],
    ['Nasdaq: AAA, AAAW; TSX: AAA', [['nasdaq'], ['toronto']]],
    ['Nasdaq, TSX: AAA', [['nasdaq'], ['toronto']]],
    ['Nasdaq: AAA; Frankfurt', [['nasdaq'], ['frankfurt-or-euronext']]],
    ['FSE: 9AB, ISIN: DE0001234567, WKN: 123456', [['frankfurt-or-euronext']]],
    ['FSE: 9AB; ISIN DE0001234567; WKN 123456', [['frankfurt-or-euronext']]],
    ['Nasdaq Stockholm: AAA', [[]]],
    ['Nasdaq Copenhagen: AAA', [[]]],
    ['NASDAQ OMX Helsinki: AAA', [[]]],
    ['Nasdaq First North Growth Market: AAA', [[]]],
    ['NASDAQ OMX: AAA', [['nasdaq']]],
    ['', []],
  ])('%s', (label, markets) => {
    expect(listingsOf(label).map((listing) => listing.markets)).toEqual(markets);
  });
});

describe('other markets ask for', () => {
  it.each([
    ['Nasdaq: A', []],
    ['NYSE: A', []],
    ['LSE: A', ['UK Market Abuse Regulation, Article 17', 'UK Listing Rules 6.4']],
    [
      'AIM: A',
      ['UK Market Abuse Regulation, Article 17', 'AIM Rules for Companies, rule 17 and schedule two (g)'],
    ],
    ['TSX: A', ['National Instrument 51-102, section 7.1, and National Policy 51-201']],
    ['ASX: A', ['ASX Listing Rule 15.5', 'ASX Listing Rule 3.19A', 'ASX Listing Rule 3.16']],
    ['TSE: A', ['Tokyo Stock Exchange, timely disclosure']],
    ['HKEX: A', ['HKEX Listing Rule 13.45', 'HKEX Listing Rule 13.51']],
    ['Bursa: A', ['Bursa Malaysia Main Market Listing Requirements 9.19']],
    ['SIX: A', ['Rules of SIX']],
    ['NYSE American: A', ['Rules of NYSE American']],
    [
      'LSE: A; AIM: B',
      [
        'UK Market Abuse Regulation, Article 17',
        'UK Listing Rules 6.4',
        'AIM Rules for Companies, rule 17 and schedule two (g)',
      ],
    ],
  ])('%s: %j', (label, rules) => {
    expect(rulesFor(label)).toEqual(rules);
  });

  it('each step of a long process in the EU until June 4, 2026, and from then on only its end', () => {
    const before = otherMarketAdvice('Frankfurt: A', '2026-06-04').at(-1);
    const after = otherMarketAdvice('Frankfurt: A', '2026-06-05').at(-1);
    expect(before?.text).toContain('check that each was made public or properly delayed');
    expect(after?.rule).toContain('Regulation (EU) 2024/2809');
    expect(after?.text).toContain('only the final event is made public');
  });

  it('a question to counsel where an exchange is not known', () => {
    expect(otherMarketAdvice('SIX: SANN', '2026-06-05')[0]?.text).toBe(
      'No rules of SIX are kept here: ask counsel who must be told, and when.',
    );
  });

  it('nothing without a rule, and all in sentences', () => {
    const label = 'LSE: A; AIM: A; Frankfurt: A; TSX: A; ASX: A; TSE: A; HKEX: A; Bursa: A; SIX: A';
    for (const { rule, text } of otherMarketAdvice(label, '2026-06-05')) {
      expect(rule).not.toBe('');
      expect(text).toMatch(/^[A-Z][\x20-\x7E]+\.$/);
    }
  });

  it('a check where a rule is named and not given', () => {
    const named = ['UK Listing Rules 6.4', 'ASX Listing Rule 3.16', 'HKEX Listing Rule 13.51'];
    const advice = otherMarketAdvice('LSE: A; ASX: A; HKEX: A', '2026-06-05');
    for (const rule of named) expect(advice.find((one) => one.rule === rule)?.text).toMatch(/^Check /);
  });
});
