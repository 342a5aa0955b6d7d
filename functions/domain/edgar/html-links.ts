import { error, type Finding } from './finding.ts';
import { resolved } from './html-references.ts';
import type { HtmlToken, OpenTag } from './html-tokens.ts';

const filing = /^https?:\/\/www\.sec\.gov\/Archives\/edgar\/data\//i;
const script = /^\s*(?:javascript|vbscript|data):/i;
const activeStyle = /url\s*\(|expression\s*\(|javascript:|@import|\\/i;

/** What a link may lead to: the anchors of the document, and the names of the other files of the submission. */
interface LinkTargets {
  anchors: ReadonlySet<string>;
  files: ReadonlySet<string>;
}

const resolvedValue = (tag: OpenTag, name: string): string | undefined => {
  const value = tag.attributes.find((attribute) => attribute.name === name)?.value;
  return value === undefined ? undefined : resolved(value);
};

/** The anchors of a document: every id, and the names of `a`. */
export const anchorsOf = (tokens: readonly HtmlToken[]): Set<string> =>
  new Set(
    tokens.flatMap((token) =>
      token.kind === 'open'
        ? [resolvedValue(token, 'id'), token.name === 'a' ? resolvedValue(token, 'name') : undefined].filter(
            (anchor) => anchor !== undefined,
          )
        : [],
    ),
  );

const hrefFindings = (href: string, line: number, { anchors, files }: LinkTargets): Finding[] => {
  // Browsers drop controls and spaces from an address before they read its scheme.
  if (script.test(href.replace(/[\p{Cc}\s]/gu, ''))) {
    return [error('H4', 'The link runs a script, which EDGAR refuses. Take it out.', line)];
  }
  if (filing.test(href)) return [];
  const [file = '', anchor] = href.split('#', 2);
  if (file === '') {
    return anchor !== undefined && anchors.has(anchor)
      ? []
      : [error('H4', `The link "${href}" leads nowhere in the document. Name an anchor that it has.`, line)];
  }
  return files.has(file)
    ? []
    : [
        error(
          'H4',
          `EDGAR takes links to its own filings and within the submission only. Write "${href}" as plain text.`,
          line,
        ),
      ];
};

const imageFindings = (tag: OpenTag, files: ReadonlySet<string>): Finding[] => {
  const source = resolvedValue(tag, 'src') ?? '';
  if (!/^[^/\\:]+\.(?:jpg|gif)$/i.test(source)) {
    return [error('H6', 'An image must name a .jpg or .gif file without a path.', tag.line)];
  }
  return files.has(source)
    ? []
    : [error('H6', `The image "${source}" is not attached. Attach it to the submission.`, tag.line)];
};

/** Rules H4 and H6 on one start tag: where its link, its image and its style lead. */
export const linkFindings = (tag: OpenTag, targets: LinkTargets): Finding[] => {
  const href = resolvedValue(tag, 'href');
  return [
    ...(href === undefined ? [] : hrefFindings(href, tag.line, targets)),
    ...(tag.name === 'img' ? imageFindings(tag, targets.files) : []),
    ...(activeStyle.test(resolvedValue(tag, 'style') ?? '')
      ? [error('H4', 'The style leads out of the document or runs a script. Take that out.', tag.line)]
      : []),
  ];
};
