import { codePoint } from '../odd-characters.ts';
import { refusedCharacters } from './characters.ts';
import { error, type Finding, warning } from './finding.ts';
import { entityNames } from './html-entities.ts';
import { linesOf } from './lines.ts';

/** An ampersand and the decimal, the hexadecimal or the name that it refers to, if any. */
const references = /&(?:#(\d+);|#x([0-9a-f]+);|([a-z][a-z0-9]*);)?/gi;

const codeOf = (decimal: string | undefined, hex: string | undefined): number | undefined => {
  if (decimal !== undefined) return Number(decimal);
  return hex === undefined ? undefined : Number.parseInt(hex, 16);
};

const isCharacter = (code: number): boolean =>
  code <= 0x10ffff && (code >= 0x20 || [9, 10, 13].includes(code)) && !(code >= 0xd800 && code <= 0xdfff);

/** Numbers that mean a quotation mark or a dash in Windows-1252, and a control everywhere else. */
const isWindows = (code: number): boolean => code >= 0x7f && code <= 0x9f;

/** Rule H7 on the references of a text or of a value that begins on a line. */
export const referenceFindings = (text: string, firstLine: number): Finding[] =>
  [...text.matchAll(references)].flatMap((match) => {
    const [reference, decimal, hex, name] = match;
    const line = firstLine + linesOf(text.slice(0, match.index)).length - 1;
    const code = codeOf(decimal, hex);
    if (code !== undefined) {
      if (!isCharacter(code))
        return [error('H7', `${reference} is not a character. Write its number.`, line)];
      return isWindows(code)
        ? [warning('H7', `${reference} is a control character. Write the number that Unicode gives.`, line)]
        : [];
    }
    if (name === undefined) return [error('H7', 'An & begins no reference here. Write &amp;.', line)];
    return entityNames.has(name)
      ? []
      : [error('H7', `HTML has no entity ${reference}. Write the character's number, as in &#8217;.`, line)];
  });

/** A value with its numeric references and &amp; resolved, as a browser would read it; others stay as they are. */
export const resolved = (value: string): string =>
  value.replace(references, (reference: string, decimal?: string, hex?: string, name?: string) => {
    const code = codeOf(decimal, hex);
    if (code !== undefined) return isCharacter(code) ? String.fromCodePoint(code) : reference;
    return name === 'amp' ? '&' : reference;
  });

/** Rule H7 on the characters themselves: what is not in 5.2.1 is written as a numeric reference. */
export const rawCharacterFindings = (html: string): Finding[] =>
  linesOf(html).flatMap((text, index) => {
    const advice = refusedCharacters(text).map((one) => `${codePoint(one)} (write &#${one.codePointAt(0)};)`);
    return advice.length === 0 ? [] : [error('H7', `EDGAR does not take ${advice.join(', ')}.`, index + 1)];
  });
