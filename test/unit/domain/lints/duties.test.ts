import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../functions/domain/acts.ts';
import { isOffering } from '../../../../functions/domain/filing/financing-items.ts';
import { daysIn } from '../../../../functions/domain/lints/days.ts';
import { foundAfter, foundIn, sound } from './sound-release.ts';

describe('exchanges in the text', () => {
  const differs = ['warning exchange-differs'];

  it.each([
    ['NYSE American: AEON', 'listed on NYSE as AEON', differs],
    ['NYSE American: AEON', 'listed on NYSE American as AEON', []],
    ['NYSE: AEON', 'listed on the New York Stock Exchange', []],
    ['NYSE: AEON', 'ALBANY - Aeon (NYSE American: AEON)', differs],
    ['NYSE: AEON', 'its partner Atheros (Nasdaq: ATHR)', []],
    ['Nasdaq-SCM:  IECE', 'traded on The Nasdaq SmallCap Market', []],
    ['NASDAQ:TASR', 'on the Nasdaq Global Select Market', []],
    ['Nasdaq: PSEM', 'on the Toronto Stock Exchange', differs],
    ['NYSE: AEON; TSX: AEN', 'on the Toronto Stock Exchange', []],
    ['TSX-V: GZ', 'on the TSX Venture Exchange', []],
    ['OTC Bulletin Board: ICSL.OB', 'an otc medicine', []],
    ['WKN 720720', 'on the New York Stock Exchange', []],
  ])('are those of the label: %s and "%s" give %j', (tickerLabel, text, found) => {
    const paragraphs = [`The plan was ${text}.`];
    expect(foundAfter({ tickerLabel, paragraphs, people: [] })).toEqual(found);
  });

  it('may be those between which the listing moves', () => {
    const paragraph = 'The listing moves from NYSE American to Nasdaq.';
    const paragraphs = [...sound.paragraphs, paragraph];
    expect(foundAfter({ paragraphs })).toEqual(differs);
    expect(foundAfter({ paragraphs, markets: ['The Nasdaq Capital Market'] })).toEqual([]);
  });
});

describe('a notice', () => {
  it('is late after four business days', () => {
    const notices = [{ name: 'The delisting notice', businessDaysAgo: 25 }];
    expect(foundAfter({ notices })).toEqual(['warning notice-late']);
    expect(foundAfter({ notices: [{ name: 'The delisting notice', businessDaysAgo: 5 }] })).toHaveLength(1);
  });
});

describe('a release on an offering', () => {
  const offered = ['convertible notes'];

  it('is asked whether it needs a legend, unless it or the profile has one', () => {
    const paragraphs = [...sound.paragraphs, 'This release is not an offer to sell the notes.'];
    const standingNotice = ['The notes have not been registered under the Securities Act.'];
    expect(foundAfter({ offered })).toEqual(['warning offering-legend']);
    expect(foundAfter({ offered, paragraphs })).toEqual([]);
    expect(foundAfter({ offered, standingNotice })).toEqual([]);
    expect(foundAfter({ offered: [] })).toEqual([]);
  });

  it.each<[string, Act, boolean]>([
    ['planned notes', { kind: 'financing', stage: 'announced', instrument: 'convertible notes' }, true],
    [
      'common stock that was sold',
      { kind: 'financing', stage: 'completed', instrument: 'common stock' },
      true,
    ],
    ['a loan', { kind: 'financing', stage: 'agreed', instrument: 'revolving loan' }, false],
    ['notes that are amended', { kind: 'financing', stage: 'amended', instrument: 'notes' }, false],
    ['a financing of which nobody says what is sold', { kind: 'financing', stage: 'agreed' }, false],
  ])('is one on %s: %#', (_, act, is) => {
    expect(isOffering(act)).toBe(is);
  });
});

describe('a safe harbor legend', () => {
  const plain = 'The company opened a plant in Albany on March 2, 2026.';
  const missing = ['warning safe-harbor-missing'];
  const without = (paragraph: string) =>
    foundAfter({ people: [], hasSafeHarbor: false, paragraphs: [plain, paragraph] });

  it.each([
    'The company expects to save $1.2 million.',
    'We believe that the division is better placed.',
    'Revenues are currently anticipated to fall and are expected to recover.',
    'The company plans to open a plant.',
    'He will begin on September 1, 2026.',
    'Options may vest by Dec. 31, 2026.',
  ])('is missing where the text says: %s', (paragraph) => {
    expect(without(paragraph)).toEqual(missing);
  });

  it.each([
    'The industry recovered slower than we had anticipated.',
    'He will be missed.',
    'Options under stock option plans vested on March 2, 2026.',
    'He could not attend on March 2, 2026.',
    'May 5, 2027 is a Wednesday.',
  ])('is not asked for by: %s', (paragraph) => {
    expect(without(paragraph)).toEqual([]);
  });

  it('is not needed where nothing looks forward', () => {
    const legendOn = (paragraph: string) => foundAfter({ people: [], paragraphs: [plain, paragraph] });
    expect(legendOn('It is in Albany.')).toEqual(['warning safe-harbor-unneeded']);
    expect(legendOn('Our goal is to call people back.')).toEqual([]);
    expect(legendOn('He is available through March 31, 2027.')).toEqual([]);
    expect(legendOn('The dividend is payable on December 18, 2026.')).toEqual([]);
    expect(legendOn('It sold notes due 2031.')).toEqual([]);
    expect(legendOn('It increased its program to repurchase its shares.')).toEqual([]);
    expect(legendOn('It opened in 2025, on March 2.')).toEqual(['warning safe-harbor-unneeded']);
  });

  it('protects no issuer that the law excludes, and none is asked of one', () => {
    const excluded = { safeHarborEligible: false };
    expect(foundAfter(excluded)).toEqual(['warning safe-harbor-excluded']);
    expect(foundAfter({ ...excluded, hasSafeHarbor: false })).toEqual([]);
  });

  it('is asked of no release that is older than the law', () => {
    expect(foundAfter({ hasSafeHarbor: false, announced: '1994-04-19', people: [] })).toEqual([]);
  });
});

describe('days in a text', () => {
  it.each([
    ['June 5, 2002', ['2002-06-05']],
    ['Sept. 1, 2006 and Dec 31 2006', ['2006-09-01', '2006-12-31']],
    ['March\n30, 2026', ['2026-03-30']],
    ['June 5', []],
    ['Form 10-K of 2002', []],
  ])('of "%s" are %j', (text, days) => {
    expect(daysIn(text)).toEqual(days);
  });
});

describe('boilerplate', () => {
  it.each([
    ['2025-03-10', []],
    ['2025-03-09', ['warning boilerplate-old']],
    ['2024-02-29', ['warning boilerplate-old']],
    [undefined, []],
  ])('of %s on March 10, 2026 gives %j', (boilerplateAsOf, found) => {
    expect(foundAfter({ boilerplateAsOf })).toEqual(found);
  });
});

describe('labels of pages', () => {
  const jumps = ['warning page-labels'];

  it.each([
    ['none', 'Text', []],
    ['one of one', 'Page 1 of 1', []],
    ['in order', '-1-\n-2-\n- 3 -', []],
    ['from any number, of two kinds', '-3-<PAGE>\npage 2 \n-4-', []],
    ['after markers', '<PAGE> 2\n<PAGE>  3\n<PAGE>', []],
    ['end marks', '-0-\n-30-', []],
    ['in a sentence', 'See page 4\nand page 9', []],
    ['a jump', '-1-\n-4-', jumps],
    ['a repeat', 'Page 2\nPage 2', jumps],
    ['a step back', '<PAGE> 3\n<PAGE> 2', jumps],
    ['an end too early', 'Page 1 of 3\nPage 2 of 3', jumps],
  ])('are read by the line: %s', (_, text, found) => {
    expect(foundAfter({ text })).toEqual(found);
  });
});

describe('a headline', () => {
  it.each([
    ['170 characters', 'x'.repeat(170), []],
    ['171 characters', 'x'.repeat(171), ['warning headline-long']],
    ['letters outside the basic plane', '\u{1d41a}'.repeat(169), []],
    ['all capitals', 'CORLISS NAMES CEO', ['warning headline-capitals']],
    ['some capitals', 'IEC NAMES CEO of Unit', []],
    ['no letters', '2026', []],
  ])('of %s', (_, headline, found) => {
    expect(foundAfter({ headline })).toEqual(found);
  });

  it('may be all in capitals where the wire takes it', () => {
    expect(foundAfter({ headline: 'CORLISS NAMES CEO', wireRefusesCapitals: false })).toEqual([]);
  });
});

describe("a company's own slips in its boilerplate", () => {
  it('pass, because boilerplate is printed as it is', () => {
    expect(foundIn('factors set forth in other filin gs with the Commission')).toEqual([]);
  });
});
