import { describe, expect, it } from 'vitest';
import { htmlFindings } from '../../../../functions/domain/edgar/html-rules.ts';

const page = (body: string) =>
  `<html>\n<head>\n<title>News</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
const found = (body: string, files: string[] = []) =>
  htmlFindings(page(body), files).map(({ rule, severity }) => `${rule} ${severity}`);

describe('an HTML exhibit', () => {
  it.each([
    ['paragraphs', '<p align="center"><b>News</b></p><p>One<br>two<br/></p>'],
    ['names in capitals', '<P ALIGN=CENTER>News</P>'],
    ['a comment and references', '<!-- a -- b --><p>R&amp;D &#8217; &#x2019; &nbsp;&rsquo;&Eacute;</p>'],
    ['a link to a filing', '<p><a href="https://www.sec.gov/Archives/edgar/data/1/x.htm">10-K</a></p>'],
    ['a link to an anchor', '<p id="a">x</p><p><a name="b">y</a> <a href="#a">1</a> <a href="#b">2</a></p>'],
    [
      'a table',
      '<table width="100%" border=0><caption>x</caption><tr><th nowrap>a</th><td colspan="2">b</td></tr></table>',
    ],
    [
      'parts of a table',
      '<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    ],
    ['two tables in a row', '<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>'],
    ['lists', '<ul type="disc"><li>a<ol><li>b</li></ol></li></ul><dl><dt>c</dt></dl>'],
    ['style on an element', '<p style="margin: 0; text-indent: 2em">x</p>'],
    ['a greater sign', '<p>a > b</p>'],
  ])('may have %s', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  it.each([
    ['an element that is not known', '<section>x</section>', ['H1 error']],
    ['a later element', '<video></video>', ['H1 error']],
    ['an attribute of another element', '<p width="5">x</p>', ['H2 error']],
    ['a namespace', '<div xmlns="x">x</div>', ['H2 error']],
    ['a handler', '<p onclick="go()">x</p>', ['H2 error']],
    ['an attribute twice', '<p class="a" class="b">x</p>', ['H2 error']],
    ['a script', '<script src="x.js"></script>', ['H3 error']],
    ['a form', '<form></form>', ['H3 error']],
    ['a style element', '<style>p</style>', ['H3 error']],
    ['a citation', '<p><cite>x</cite></p>', ['H3 warning']],
    ['a nested table', '<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>', ['H5 error']],
    ['a raw dash', '<p>a \u2014 b</p>', ['H7 error']],
    ['a raw caret', '<p>x^2</p>', ['H7 error']],
    ['an entity that HTML lacks', '<p>&rsquot;</p>', ['H7 error']],
    ['an entity in the wrong case', '<p>&NBSP;</p>', ['H7 error']],
    ['a bare ampersand', '<p>R&D</p>', ['H7 error']],
    ['an ampersand without an end', '<p>&amp x</p>', ['H7 error']],
    ['a number that is no character', '<p>&#xD800;&#0;&#1114112;</p>', ['H7 error', 'H7 error', 'H7 error']],
    ['a number of Windows', '<p>&#146;</p>', ['H7 warning']],
    ['an ampersand in a value', '<p title="a & b">x</p>', ['H7 error']],
    ['a bold that is not closed', '<p><b>x</p>', ['H8 error']],
    ['elements that cross', '<p><b><i>x</b></i></p>', ['H8 error', 'H8 error']],
    ['an end without a beginning', '<p>x</p></b>', ['H8 error']],
    ['a paragraph that is not closed', '<p>x<p>y</p>', ['H8 warning']],
    [
      'cells that are not closed',
      '<table><tr><td>a<td>b</table>',
      ['H8 warning', 'H8 warning', 'H8 warning'],
    ],
    ['an element closed in its own tag', '<p/>', ['H8 error']],
    ['a block in a paragraph', '<p><div>x</div></p>', ['H8 warning', 'H8 error']],
    ['a row outside a table', '<tr><td>x</td></tr>', ['H8 error']],
    ['a cell outside a row', '<table><td>x</td></table>', ['H8 error']],
    ['an item outside a list', '<li>x</li>', ['H8 error']],
    ['a link in a link', '<a name="a"><a name="b">x</a></a>', ['H8 error']],
    ['a bracket that begins no tag', '<p>a < b</p>', ['H8 error']],
    ['a comment without an end', '<!-- x', ['H8 error']],
    ['a marked section', '<![CDATA[x]]>', ['H8 error']],
    ['a second body', '<body></body>', ['H8 error']],
  ])('with %s breaks its rule', (_, body, wanted) => {
    expect(found(body)).toEqual(wanted);
  });

  it.each([
    'https://www.example.com/',
    'http://www.sec.gov.example.com/Archives/edgar/data/1/x.htm',
    'https://www.sec.gov/news',
    '//www.example.com',
    'mailto:ir@example.com',
    'other.htm',
    '#nowhere',
    '#',
    'javascript:go()',
    'java&#115;cript&#58;go()',
    ' java&#9;script:go()',
    'JAVASCRIPT:go()',
    'data:text/html,x',
  ])('has no link to %s', (href) => {
    expect(found(`<p><a href="${href}">x</a></p>`)).toEqual(['H4 error']);
  });

  it('links to files of the submission and to no others', () => {
    const link = '<p><a href="exhibit99-2.htm#top">x</a></p>';
    expect(found(link, ['exhibit99-2.htm'])).toEqual([]);
    expect(found(link, ['exhibit99-3.htm'])).toEqual(['H4 error']);
  });

  it('has no style that fetches', () => {
    expect(found('<p style="background: url(&quot;x.gif&quot;)">x</p>')).toEqual(['H4 error']);
    expect(found('<p style="background: u&#114;l(x.gif)">x</p>')).toEqual(['H4 error']);
  });

  it.each([
    ['<img src="logo.gif">', []],
    ['<img src="LOGO.JPG" alt="Logo" width=40>', []],
    ['<img src="seal.jpg">', ['H6 error']],
    ['<img src="logo.png">', ['H6 error']],
    ['<img src="images/logo.gif">', ['H6 error']],
    ['<img src="https://example.com/logo.gif">', ['H6 error']],
    ['<img src="data:image/gif;base64,x.gif">', ['H6 error']],
    ['<img alt="none">', ['H6 error']],
  ])('takes the image %s with %j', (image, wanted) => {
    expect(found(`<p>${image}</p>`, ['logo.gif', 'LOGO.JPG', 'logo.png'])).toEqual(wanted);
  });

  it.each([
    ['nothing around it', '<p>x</p>', ['H8 error', 'H8 error']],
    ['text before it', `x${page('')}`, ['H8 error']],
    ['a second root', page('') + page(''), ['H8 error']],
    ['no end', '<html><body><p>x', ['H8 error', 'H8 error', 'H8 warning']],
  ])('is one document: with %s', (_, html, wanted) => {
    expect(htmlFindings(html).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(wanted);
  });

  it('names the line of what it finds, within a tag and within a text', () => {
    const html = page('<p>one\ntwo &oops; three</p>\r\n<p\nonclick="x">four</p>');
    expect(htmlFindings(html).map(({ line }) => line)).toEqual([7, 8]);
  });

  it('is read in time that grows with its length', () => {
    const hostile = [
      `<p${' a'.repeat(20_000)}`,
      `<p${' '.repeat(20_000)}`,
      `<p a=${' '.repeat(20_000)}`,
      '<'.repeat(20_000),
    ];
    const started = performance.now();
    for (const html of hostile) htmlFindings(html);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
