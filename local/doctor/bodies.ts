import { hash } from 'node:crypto';
import { distinct, type Variant } from './variant.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  );
};

/** One line with a space after each comma and colon, as Python writes it. */
const spaced = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${spaced(one)}`);
  return `{${members.join(', ')}}`;
};

const layouts: readonly (readonly [string, (value: unknown) => string])[] = [
  ['compact JSON', (value) => JSON.stringify(value)],
  ['JSON with a space after commas and colons', spaced],
  ['JSON that is indented by 2 spaces', (value) => JSON.stringify(value, undefined, 2)],
  ['JSON that is indented by 4 spaces', (value) => JSON.stringify(value, undefined, 4)],
  ['JSON that is indented by tabs', (value) => JSON.stringify(value, undefined, '\t')],
];

const escapeUnicode = (json: string): string =>
  json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const escapeSlashes = (json: string): string => json.replaceAll('/', '\\/');

const spellings: readonly (readonly [string, (json: string) => string])[] = [
  ['', (json) => json],
  [', other characters than ASCII escaped', escapeUnicode],
  [', slashes escaped', escapeSlashes],
  [', slashes and other characters than ASCII escaped', (json) => escapeSlashes(escapeUnicode(json))],
];

const endings: readonly (readonly [string, string])[] = [
  ['', ''],
  [', with a line break at its end', '\n'],
];

/** The body as other writers of JSON would write it. */
const rewritten = (text: string): [string, string][] => {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return [];
  const orders: [string, unknown][] = [
    ['', value],
    [', its names in order', inOrder(value)],
  ];
  return orders.flatMap(([order, ordered]) =>
    layouts.flatMap(([layout, write]) =>
      spellings.flatMap(([spelling, spell]) =>
        endings.map(([ending, end]): [string, string] => [
          `as ${layout}${spelling}${order}${ending}`,
          `${spell(write(ordered))}${end}`,
        ]),
      ),
    ),
  );
};

const reframed = (text: string): [string, string][] => [
  ['without the white space at its end', text.trimEnd()],
  ['with a line break at its end', `${text}\n`],
  ['with CRLF at its end', `${text}\r\n`],
  ['with LF for line breaks', text.replaceAll('\r\n', '\n')],
  ['with CRLF for line breaks', text.replaceAll(/\r?\n/g, '\r\n')],
  ['without the byte order mark', text.replace(/^\ufeff/, '')],
  ['with a byte order mark', `\ufeff${text}`],
  ['as it is before it is put into base64', Buffer.from(text, 'base64').toString('utf8')],
  ['after it was put into base64', Buffer.from(text, 'utf8').toString('base64')],
  ['as an empty text', ''],
];

/** What the body may have been when it was signed: first as it came, then as it is after each known mistake. */
export const bodies = (body: Buffer): Variant<Buffer>[] => {
  const text = body.toString('utf8');
  const others = [...reframed(text), ...rewritten(text)].map(([how, value]) => ({
    value: Buffer.from(value, 'utf8'),
    says: `The body was signed ${how}, and came otherwise. Sign the very bytes that are sent, and send them as they are.`,
  }));
  return distinct([{ value: body }, ...others], (value) => hash('sha256', value));
};
