const [quote, backslash] = [0x22, 0x5c];

const endOfEscaped = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    at += code === backslash ? 2 : 1;
  }
  return text.length;
};

/**
 * Finds the index of the quote that ends the string which begins at an index, or the text's length where none does.
 * Most strings have no escape, and the next quote ends them. To be asked in the order of the text.
 */
export const stringEnds = (text: string): ((start: number) => number) => {
  let nextEscape = text.indexOf('\\');
  return (start) => {
    const end = text.indexOf('"', start + 1);
    if (nextEscape !== -1 && nextEscape < start) nextEscape = text.indexOf('\\', start);
    if (nextEscape !== -1 && (end === -1 || nextEscape < end)) return endOfEscaped(text, start);
    return end === -1 ? text.length : end;
  };
};

/** The index after the number that begins at `start`. */
export const endOfNumber = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && '0123456789.eE+-'.includes(text.charAt(at))) at += 1;
  return at;
};

/** What stands between the quotes of a JSON string, its escapes resolved; undefined where they are not JSON's. */
export const unescaped = (inside: string): string | undefined => {
  if (!inside.includes('\\')) return inside;
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/**
 * A name, as it stands between its quotes, in the form in which names are compared: its escapes resolved, in normal form
 * C; undefined where its escapes are not JSON's. Most names are ASCII without an escape, and those are what they say.
 */
export const asName = (inside: string): string | undefined => {
  for (let at = 0; at < inside.length; at += 1) {
    const code = inside.charCodeAt(at);
    if (code > 0x7f || code === backslash) return unescaped(inside)?.normalize('NFC');
  }
  return inside;
};

/** A decimal's significant digits and its power of ten, so that 1.50e3 and 1500 are the same. */
const decimalForm = (decimal: string): string => {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(decimal) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const exponent = Number(power) - fraction.length + digits.length - significant.length;
  return significant === '' ? '0' : `${sign}${significant}e${exponent}`;
};

/** A double keeps any 15 digits; what takes more than 40 characters says more than any double can. */
const [shortNumber, longNumber] = [15, 40];

/**
 * Whether a number, as it stands in JSON, is the same number once it is parsed: no digit lost, not beyond the safe
 * integers, no minus of a zero dropped. An id or an amount that is not must be sent as a string.
 */
export const isExactNumber = (token: string): boolean => {
  if (token.length <= shortNumber && !/^-0|e/i.test(token)) return true;
  const value = Number(token);
  return (
    token.length <= longNumber &&
    Math.abs(value) <= Number.MAX_SAFE_INTEGER &&
    !Object.is(value, -0) &&
    decimalForm(token) === decimalForm(String(value))
  );
};
