import { error, type Finding, warning } from './finding.ts';
import type { HtmlToken, OpenTag } from './html-tokens.ts';

const setOf = (names: string): Set<string> => new Set(names.split(' '));

const empty = setOf('br hr img meta');
const blocks = setOf('p div h1 h2 h3 h4 h5 h6 ul ol menu dir dl hr pre blockquote address center table');

/** Elements whose end tag HTML 4 lets a writer leave out, and the start tags that end them. */
const endedBy = new Map([
  ['p', blocks],
  ['li', setOf('li')],
  ['dt', setOf('dt dd')],
  ['dd', setOf('dt dd')],
  ['td', setOf('td th tr tbody tfoot')],
  ['th', setOf('td th tr tbody tfoot')],
  ['tr', setOf('tr tbody tfoot')],
  ['thead', setOf('tbody tfoot')],
  ['tbody', setOf('tbody tfoot')],
  ['tfoot', setOf('tbody')],
]);

const rows = setOf('table thead tbody tfoot');
const lists = setOf('ul ol menu dir');

/** The elements directly in which these must stand; any other stands somewhere in the body. */
const parents = new Map([
  ['head', setOf('html')],
  ['body', setOf('html')],
  ['title', setOf('head')],
  ['meta', setOf('head')],
  ['li', lists],
  ['dt', setOf('dl')],
  ['dd', setOf('dl')],
  ['caption', setOf('table')],
  ['thead', setOf('table')],
  ['tbody', setOf('table')],
  ['tfoot', setOf('table')],
  ['tr', rows],
  ['td', setOf('tr')],
  ['th', setOf('tr')],
]);

const unclosed = ({ name, line }: OpenTag): Finding =>
  endedBy.has(name)
    ? warning('H8', `<${name}> has no end tag. Add </${name}>.`, line)
    : error('H8', `<${name}> is not closed where it should be. Add </${name}>.`, line);

const placeFindings = ({ name, line }: OpenTag, open: readonly OpenTag[]): Finding[] => {
  const isIn = (other: string): boolean => open.some((tag) => tag.name === other);
  if (name === 'table' && isIn('table')) {
    return [error('H5', 'A table stands in a table, which EDGAR refuses. Make it one table.', line)];
  }
  if (name === 'html') return [];
  if (name === 'a' && isIn('a')) return [error('H8', '<a> stands in another <a>. Close that first.', line)];
  const places = parents.get(name);
  if (places === undefined) {
    return isIn('body') ? [] : [error('H8', `<${name}> stands outside <body>. Move it.`, line)];
  }
  return places.has(open.at(-1)?.name ?? '')
    ? []
    : [error('H8', `<${name}> must stand directly in <${[...places].join('>, <')}>.`, line)];
};

const secondRoots = (tokens: readonly HtmlToken[]): Finding[] =>
  tokens
    .filter((token) => token.kind === 'open' && token.name === 'html')
    .slice(1)
    .map(({ line }) => error('H8', 'There may be one <html> only. Take this one out.', line));

/** Rules H5 and H8: elements nest, each is closed, and each stands where HTML 4 has it. */
export const structureFindings = (tokens: readonly HtmlToken[]): Finding[] => {
  const open: OpenTag[] = [];
  const findings: Finding[] = [];
  const enter = (tag: OpenTag): void => {
    let last = open.at(-1);
    while (last && endedBy.get(last.name)?.has(tag.name)) {
      findings.push(unclosed(last));
      open.pop();
      last = open.at(-1);
    }
    findings.push(...placeFindings(tag, open));
    if (empty.has(tag.name)) return;
    if (tag.selfClosing) {
      findings.push(
        error('H8', `<${tag.name}/> closes nothing. Write <${tag.name}></${tag.name}>.`, tag.line),
      );
    } else open.push(tag);
  };
  const leave = (name: string, line: number): void => {
    const index = open.findLastIndex((tag) => tag.name === name);
    if (index < 0) findings.push(error('H8', `</${name}> closes nothing. Take it out.`, line));
    else findings.push(...open.splice(index).slice(1).map(unclosed));
  };
  for (const token of tokens) {
    if (token.kind === 'open') enter(token);
    else if (token.kind === 'close') leave(token.name, token.line);
    else if (token.kind === 'broken') {
      findings.push(error('H8', 'A < begins no tag here. Write &lt;.', token.line));
    } else if (token.text.trim() !== '' && !open.some(({ name }) => name === 'body' || name === 'title')) {
      findings.push(error('H8', 'Text stands outside <body>. Move it.', token.line));
    }
  }
  return [...findings, ...open.map(unclosed), ...secondRoots(tokens)];
};
