import { error, type Finding, warning } from './finding.ts';
import type { OpenTag } from './html-tokens.ts';

const everywhere = 'id class style title lang dir';
const cell = 'rowspan colspan align valign nowrap bgcolor width height';

/** The elements of 5.2.2, those with the same attributes together, and the attributes that they have of their own. */
const elements: Readonly<Record<string, string>> = {
  'html head title blockquote center address dt': '',
  'b i u em strong dfn code samp kbd var sub sup tt big small strike': '',
  'cite dd': '',
  meta: 'name content',
  body: 'bgcolor text link vlink alink',
  'p div h1 h2 h3 h4 h5 h6 caption': 'align',
  'ul li': 'type compact',
  ol: 'type compact start',
  'dl menu dir': 'compact',
  a: 'name href rel rev',
  br: 'clear',
  font: 'size color',
  hr: 'align noshade size width',
  img: 'src alt name height width align border',
  pre: 'width',
  table: 'summary width border cellspacing cellpadding align bgcolor',
  'thead tbody tfoot': 'align valign',
  tr: 'align valign bgcolor',
  'td th': cell,
};

const attributesOf = new Map(
  Object.entries(elements).flatMap(([names, own]) =>
    names.split(' ').map((name): [string, Set<string>] => [name, new Set(`${everywhere} ${own}`.split(' '))]),
  ),
);

/** Elements that the manual refuses by name. */
const refused = new Set(
  'script object applet embed form input button select textarea style base col colgroup del ins label map q'.split(
    ' ',
  ),
);

/** Elements that EDGAR takes here and refuses in inline documents. */
const discouraged = new Set(['cite', 'dd']);

const elementFindings = ({ name, line }: OpenTag): Finding[] => {
  if (refused.has(name)) return [error('H3', `EDGAR refuses <${name}>. Take it out.`, line)];
  if (!attributesOf.has(name)) return [error('H1', `EDGAR does not know <${name}>. Take it out.`, line)];
  return discouraged.has(name)
    ? [warning('H3', `EDGAR refuses <${name}> in inline documents. Use another element.`, line)]
    : [];
};

const attributeFinding = (tag: OpenTag, name: string, isRepeated: boolean): Finding[] => {
  if (name.startsWith('on')) {
    return [error('H2', `${name} runs a script, which EDGAR refuses. Take it out.`, tag.line)];
  }
  const known = attributesOf.get(tag.name);
  if (known && !known.has(name)) {
    return [error('H2', `EDGAR does not take ${name} on <${tag.name}>. Take it out.`, tag.line)];
  }
  return isRepeated ? [error('H2', `<${tag.name}> has ${name} twice. Keep one.`, tag.line)] : [];
};

/** Rules H1, H2 and H3 on one start tag: its element and the names of its attributes. */
export const vocabularyFindings = (tag: OpenTag): Finding[] => {
  const names = tag.attributes.map(({ name }) => name);
  return [
    ...elementFindings(tag),
    ...names.flatMap((name, index) => attributeFinding(tag, name, names.indexOf(name) < index)),
  ];
};
