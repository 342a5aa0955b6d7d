import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationLints } from '../../../../functions/domain/lints/quotation-marks.ts';
import { remnantLints } from '../../../../functions/domain/lints/remnants.ts';
import { foundAfter, foundIn, sound } from './sound-release.ts';

const word = fc.stringMatching(/^[a-z]{1,8}[,.]?$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

describe('quotations', () => {
  const astray = ['warning quotation-marks'];

  it.each([
    ['one quotation', 'She said, "We are ready."'],
    ['a curly one', 'She said, \u201cWe are ready.\u201d'],
    ['an interrupted one', '"We are ready," she said, "and able."'],
    ['a defined term', 'the Commission (the "SEC").'],
    ['a mark between dashes', 'the plan--"Horizon"--and others'],
    ['inches', 'a 12" wafer and a 3.5" disk'],
    ['inches in a quotation', '"A 12" wafer," she said, "costs $5" (and "more").'],
    ['a quotation that ends in a number', 'She said, "We earned $5" and left.'],
    ['a space before the last mark', 'It said, "We serve the markets. " '],
    ['apostrophes', "the board's and the directors' view, 'tis said"],
  ])('are sound: %s', (_, paragraph) => {
    expect(foundIn(paragraph)).toEqual([]);
  });

  it.each([
    ['left open', 'She said, "We are ready.', astray],
    ['left open, curly', 'She said, \u201cWe are ready.', astray],
    ['never opened', 'She said, We are ready."', astray],
    ['never opened, curly', 'She said, We are ready.\u201d', astray],
    ['opened twice', 'She said, "We are "ready."', astray],
    ['curly marks that both open', '\u201cWe are ready.\u201c', astray],
  ])('are found: %s', (_, paragraph, found) => {
    expect(foundIn(paragraph)).toEqual(found);
  });

  it('that run on are opened in each paragraph and closed in the last', () => {
    const lint = (...paragraphs: string[]) => quotationLints({ paragraphs }).map(({ message }) => message);
    expect(lint('He said, "One.', '"Two.', '"Three."', 'Four.')).toEqual([]);
    expect(lint('He said, \u201cOne.', '\u201cTwo.\u201d')).toEqual([]);
    expect(lint('He said, "One.', 'Two."')).toHaveLength(2);
    expect(lint('He said, "One.', 'Two.', '"Three."')).toEqual([
      expect.stringMatching(/^Paragraph 1 has a quotation that is not closed\./),
    ]);
  });

  it('are sound however words are quoted, and found once a curly mark is lost', () => {
    fc.assert(
      fc.property(words, fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }), (start, parts) => {
        const text = `${start} ${parts.map(([quoted, after]) => `\u201c${quoted}\u201d ${after}`).join(' ')}`;
        const straight = text.replaceAll(/[\u201c\u201d]/g, '"');
        expect(quotationLints({ paragraphs: [text, straight] })).toEqual([]);
        for (const lost of ['\u201c', '\u201d']) {
          expect(quotationLints({ paragraphs: [text.replace(lost, '')] })).toHaveLength(1);
        }
      }),
    );
  });
});

describe('words that stand twice', () => {
  it.each(['of the the company', 'The the company', 'is is', 'by\nby'])('are found: %j', (text) => {
    expect(foundIn(text)).toEqual(['warning repeated-words']);
  });

  it.each([
    'Walla Walla and Sing Sing',
    'what they had had; that that is so',
    'IEC IEC-owned',
    'of it. It is',
    'the then-then chairman',
    'the company-the other',
    'filin gs and gsx',
  ])('may be meant: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it.each([
    ['in the text', { paragraphs: [...sound.paragraphs, 'Corliss Valve Company Corliss Valve Company'] }],
    ['in the headline', { headline: 'Corliss Valve Company, CORLISS VALVE COMPANY Names CEO' }],
    ['in the boilerplate', { boilerplate: ['Corliss Valve\nCompany  Corliss Valve Company makes valves.'] }],
    [
      "with a pattern's characters in its name",
      { companyName: 'A+ (B) Co.', boilerplate: ['A+ (B) Co. A+ (B) Co.'] },
    ],
  ])("are the company's name: %s", (_, change) => {
    expect(foundAfter(change)).toEqual(['warning repeated-words']);
  });
});

describe('what a template leaves behind', () => {
  it.each([
    '{{name}} has retired',
    'name}} has retired',
    '[TO BE CONFIRMED: title of Jane Roe]',
    'the [object Object] has retired',
  ])('is an error: %s', (text) => {
    expect(foundIn(text)).toEqual(['error remnant']);
    expect(foundAfter({ headline: text, wireRefusesCapitals: false })).toEqual(['error remnant']);
  });

  it.each(['undefined has retired', 'NaN percent'])('may be a word: %s', (text) => {
    expect(foundIn(text)).toEqual(['warning remnant']);
  });

  it.each(['a period.  Two spaces', '[LOGO]', 'an object', 'Nan Ames', 'JavaScript {braces}'])(
    'is not: %s',
    (text) => {
      expect(foundIn(text)).toEqual([]);
    },
  );
});

describe('parentheses', () => {
  it.each([
    'the factors: 1) the ability; 2) the market; and a) the rest',
    'see (item 1) and (a) or (iv)',
    '(as defined in the Act (of 1995.))',
  ])('have their partners: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it.each(['(the SEC', 'the SEC)', ')(', '(315 332-4262'])('lack one: %s', (text) => {
    expect(foundIn(text)).toEqual(['warning parentheses']);
  });

  it('are found once one of a balanced text is lost', () => {
    const { balanced } = fc.letrec<{ balanced: string }>((tie) => ({
      balanced: fc.oneof(
        { maxDepth: 4 },
        words,
        fc.tuple(tie('balanced'), tie('balanced')).map(([one, two]) => `${one} (with ${two} too)`),
      ),
    }));
    const lint = (text: string) =>
      remnantLints({ headline: text, paragraphs: [], boilerplate: [], contactLines: [] });
    fc.assert(
      fc.property(balanced, (text) => {
        expect(lint(text)).toEqual([]);
        if (text.includes('(')) expect(lint(text.replace('(', ''))).toHaveLength(1);
      }),
    );
  });
});
