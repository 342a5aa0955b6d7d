import * as v from 'valibot';

/** What no line may hold: control characters, Unicode's separators of lines and paragraphs, half pairs, what is no character. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u;

// One check for all, because an event may hold thousands of lines; what begins and ends with a letter needs no trimming.
const isOneLine = (text: string): boolean => {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  const isTrimmed = first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f;
  return (isTrimmed || (text !== '' && text === text.trim())) && !unfit.test(text);
};

/**
 * One line of text as a person would type it: 1 to `limit` characters, no control characters, no space at either end.
 * Characters that cannot be seen, or that look like others, are let in and shown to the approvers (checks.ts).
 */
export const line = (limit = 300) =>
  v.pipe(
    v.string(),
    v.maxLength(limit, `must have at most ${limit} characters`),
    v.check(
      isOneLine,
      'must be one line of text, not empty, without control characters and without a space at either end',
    ),
  );

/** An id that is safe in a key, a file name and an address: lower-case letters, digits and single hyphens. */
export const slug = v.pipe(
  v.string(),
  v.maxLength(60, 'must have at most 60 characters'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by single hyphens'),
);

/** An instant in ISO 8601 with seconds and a zone, as `Date.toISOString` writes it or with an offset. */
export const instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/,
    'must be a date and time with a zone, such as 2002-06-06T12:00:00Z',
  ),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'must be a time that exists'),
);

/** Whether no text stands in a list twice. */
export const areDistinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'));
