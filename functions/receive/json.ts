import { isUtf8 } from 'node:buffer';
import { type FieldError, Problem } from '../domain/problem.ts';
import { scanJson } from './json-scan.ts';

const notJson = (advice: readonly string[] = [], cause?: unknown): Problem =>
  new Problem(
    400,
    'json',
    'The body is not JSON',
    [...advice, 'Send one JSON object in UTF-8 without a byte order mark.'].join(' '),
    { cause },
  );

/** Whether text is base64 of what begins as a JSON object does. */
const isEncoded = (text: string): boolean => {
  const trimmed = text.trim();
  return /^[A-Za-z0-9+/]+={0,2}$/.test(trimmed) && Buffer.from(trimmed.slice(0, 4), 'base64')[0] === 0x7b;
};

/** Where text stops being JSON, as far as the parser says; of its message only numbers are told, because it quotes the text. */
const adviceFor = (text: string, cause: unknown): string[] => {
  if (isEncoded(text)) return ['The body looks like base64: send the JSON itself.'];
  const message = cause instanceof SyntaxError ? cause.message : '';
  const [, line, column] = /at position \d+ \(line (\d+) column (\d+)\)$/.exec(message) ?? [];
  if (line !== undefined) return [`It stops being JSON at line ${line}, column ${column}.`];
  return message === 'Unexpected end of JSON input' ? ['It ends too early.'] : [];
};

const unsafe = (errors: readonly FieldError[]): Problem =>
  new Problem(
    400,
    'json-unsafe',
    'The JSON can be read in more than one way, or not within bounds',
    'Correct what errors lists, and send the event again.',
    { errors },
  );

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notJson(adviceFor(text, cause), cause);
  }
};

/**
 * Reads bytes as JSON (RFC 8259), so that nothing is mended, dropped or changed on the way: bytes that are not UTF-8, a
 * byte order mark, and all that `scanJson` finds are refused, the latter by pointers that begin with `root`. Takes time
 * in proportion to the bytes. What it answers with is at most 32 levels deep.
 */
export const readJson = (bytes: Buffer, root = ''): unknown => {
  if (!isUtf8(bytes)) throw notJson();
  const text = bytes.toString('utf8');
  const { limit, findings } = scanJson(text);
  const errors = (limit === undefined ? findings : [limit]).map(({ pointer, detail }) => ({
    pointer: `${root}${pointer}`,
    detail,
  }));
  if (limit !== undefined) throw unsafe(errors);
  const value = parse(text);
  if (errors.length > 0) throw unsafe(errors);
  return value;
};
