import { Buffer } from 'node:buffer';

/** A value that would end its header, or begin another, was about to become part of a mail. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
}

/** SES takes at most 995 printable characters in a header. */
const headerLimit = 995;

/** Passes a header's value on if it is one line of printable ASCII; throws HeaderError, which does not repeat it. */
export const headerValue = (value: string): string => {
  if (!/^[\x20-\x7E]+$/.test(value)) throw new HeaderError('A header must be one line of printable ASCII');
  if (value.length > headerLimit)
    throw new HeaderError(`A header must have at most ${headerLimit} characters`);
  return value;
};

/** Bytes that an encoded word of at most 75 characters holds (RFC 2047, section 2), whole characters only. */
const wordBytes = 45;

const encodedWords = (text: string): string => {
  const words: string[] = [''];
  for (const character of text) {
    const last = words.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > wordBytes) words.push(character);
    else words[words.length - 1] = last + character;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
};

/** Writes a mailbox for a header: a name in quotes (RFC 5322), or as encoded words (RFC 2047) where it is not ASCII. */
export const mailbox = ({ name, email }: { name: string; email: string }): string => {
  if (/\p{Cc}/u.test(name)) throw new HeaderError('A name in a header must not hold control characters');
  if (!/^[\x21-\x7E]+$/.test(email) || /[<>(),;:"\\[\]]/.test(email))
    throw new HeaderError('An address in a header must be a plain address');
  const phrase = /^[\x20-\x7E]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name);
  return headerValue(`${phrase} <${email}>`);
};
