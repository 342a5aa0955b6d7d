import { linesOf } from './lines.ts';

/** An attribute with its value as written, references and all; one without a value has none. */
interface Attribute {
  name: string;
  value: string | undefined;
}

/** A piece of HTML, names in lower case, and the line from 1 on which it begins. */
export type HtmlToken =
  | { kind: 'open'; name: string; attributes: Attribute[]; selfClosing: boolean; line: number }
  | { kind: 'close'; name: string; line: number }
  | { kind: 'text'; text: string; line: number }
  | { kind: 'broken'; line: number };

export type OpenTag = Extract<HtmlToken, { kind: 'open' }>;

const value = String.raw`"[^"<]*"|'[^'<]*'|[^\s"'=<>\x60]+`;
const attribute = String.raw`([a-z_][\w:.-]*)(?:\s*=\s*(${value}))?`;
const attributes = new RegExp(attribute, 'gi');

/** Comments and the document type; end tags; start tags; text; and a bracket that begins none of these. */
const pieces = new RegExp(
  [
    String.raw`<!--[\s\S]*?-->|<!doctype[^<>]*>`,
    String.raw`</(?<close>[a-z][\w:-]*)\s*>`,
    String.raw`<(?<open>[a-z][\w:-]*)(?<attributes>(?:\s+${attribute})*)\s*(?<slash>/?)>`,
    '(?<text>[^<]+)',
    '(?<broken><)',
  ].join('|'),
  'gi',
);

const attributesOf = (source: string): Attribute[] =>
  [...source.matchAll(attributes)].map(([, name = '', written]) => ({
    name: name.toLowerCase(),
    value: written?.replace(/^(["'])([\s\S]*)\1$/, '$2'),
  }));

/** Cuts HTML into tokens without mending any of it; comments and the document type are left out. */
export const tokensOf = (html: string): HtmlToken[] => {
  const tokens: HtmlToken[] = [];
  let line = 1;
  for (const { 0: piece, groups = {} } of html.matchAll(pieces)) {
    const { open, close, text, broken } = groups;
    if (open !== undefined) {
      tokens.push({
        kind: 'open',
        name: open.toLowerCase(),
        attributes: attributesOf(groups['attributes'] ?? ''),
        selfClosing: groups['slash'] === '/',
        line,
      });
    } else if (close !== undefined) tokens.push({ kind: 'close', name: close.toLowerCase(), line });
    else if (text !== undefined) tokens.push({ kind: 'text', text, line });
    else if (broken !== undefined) tokens.push({ kind: 'broken', line });
    line += linesOf(piece).length - 1;
  }
  return tokens;
};
