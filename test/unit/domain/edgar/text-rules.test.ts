import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textFindings } from '../../../../functions/domain/edgar/text-rules.ts';

const label = 'Exhibit 99.1\n';
const rulesIn = (text: string) => textFindings(text).map(({ rule, severity }) => `${rule} ${severity}`);
const body = (text: string) => rulesIn(label + text);
const wide = (columns: number) => 'x'.repeat(columns);
const table = (line: string) =>
  ['<TABLE>', '<CAPTION>', 'Year   Charge', '<S>    <C>', line, '</TABLE>'].join('\n');

describe('an ASCII exhibit', () => {
  it('as the company filed it in 2002 has nothing to find', () => {
    const root = join(import.meta.dirname, '..', '..', '..', '..');
    expect(textFindings(readFileSync(join(root, 'test/fixtures/iec-2002-exhibit99-1.txt'), 'utf8'))).toEqual(
      [],
    );
  });

  it('has every character of the manual', () => {
    const taken = '`~!@#$%&*().-+{}[]|\\:;"\',_?/= azAZ09';
    expect(body(taken)).toEqual([]);
    expect(body('a form feed\f')).toEqual([]);
  });

  it.each([
    ['a caret', 'x^2', 'A1 error'],
    ['a letter with an accent', 'Andr\u00e9', 'A1 error'],
    ['a control', 'b\bb', 'A1 error'],
    ['a soft hyphen', 'fil\u00adings', 'A1 error'],
    ['a curly quotation mark', 'the company\u2019s', 'A2 error'],
    ['a dash', 'up \u2014 and down', 'A2 error'],
    ['a trade mark', 'Silverline\u2122', 'A2 error'],
    ['pounds', '\u00a35', 'A2 error'],
    ['a tab', 'a\tb', 'A5 warning'],
    ['a line of 81 columns', wide(81), 'A3 error'],
    ['a table marker outside a table', '<CAPTION>', 'A6 error'],
    ['an end of no table', '</TABLE>', 'A6 error'],
    ['a page marker after text', '-3-<PAGE>', 'A7 warning'],
    ['a bracket in prose', 'a margin < 5 percent', 'A8 warning'],
    ['an address in brackets', 'see <www.example.com>', 'A8 warning'],
    ['a word in brackets', 'the <confidential> plan', 'A8 warning'],
    ['a mark of revised text', 'a margin of <R>5 percent', 'A8 error'],
    ['the end of revised text', '5 percent</r>', 'A8 error'],
    ['a tag of the wrapper', '<TEXT>', 'W1 error'],
    ['the end of the wrapper', 'news</document>', 'W1 error'],
    ['the boundary of a message', '-----BEGIN PRIVACY-ENHANCED MESSAGE-----', 'W1 error'],
  ])('with %s breaks one rule', (_, text, found) => {
    expect(body(text)).toEqual([found]);
  });

  it.each([
    ['a line of 80 columns', wide(80)],
    ['80 columns that dissemination makes 82', '-'.repeat(80)],
    ['a page marker alone', '<PAGE>'],
    ['a page marker with a number', '  <page> 4'],
    ['a quotation mark of ASCII', '"It\'s done"'],
    ['lines that end in CR LF', 'one\r\ntwo\r\n'],
    ['132 columns in a table', table(wide(132))],
    ['markers in lower case', table('1').toLowerCase()],
  ])('may have %s', (_, text) => {
    expect(body(text)).toEqual([]);
  });

  it('has 132 columns in a table, and 80 again after it', () => {
    expect(body(table(wide(133)))).toEqual(['A4 error']);
    expect(body(`${table('1')}\n${wide(81)}`)).toEqual(['A3 error']);
  });

  it.each([
    ['is never closed', table('1').replace('</TABLE>', ''), 'A6 error', 2],
    ['begins within another', table('<TABLE>'), 'A6 error', 6],
    ['lacks its caption', table('1').replace('<CAPTION>', ''), 'A6 warning', 2],
    ['lacks its first column', table('1').replace('<S>', ''), 'A6 warning', 2],
  ])('has a table that %s', (_, text, found, line) => {
    expect(body(text)).toEqual([found]);
    expect(textFindings(label + text)[0]?.line).toBe(line);
  });

  it('says what to write, and on which line', () => {
    expect(textFindings(`${label}\nthe company\u2019s \u00a35`)).toEqual([
      {
        rule: 'A2',
        severity: 'error',
        message: "EDGAR does not take U+2019 (write '), U+00A3 (write it in words).",
        line: 3,
      },
    ]);
  });
});

describe('the first line', () => {
  it.each([
    'Exhibit 99.1',
    '   EXHIBIT 99.1  ',
    'Exhibit 99',
    'EX-99.5',
    '\n\nExhibit 99.1',
    '<PAGE>\n   Exhibit 99.1',
  ])('names the exhibit: %j', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each(['', 'Press release', 'See Exhibit 99.1', 'Exhibit 10.1', '[LOGO]\nExhibit 99.1'])(
    'does not name it: %j',
    (text) => {
      expect(rulesIn(text)).toEqual(['W2 warning']);
    },
  );
});
