/**
 * A header as a mail program shows it: encoded words (RFC 2047) in Base64 and UTF-8, which are the ones that our mails have,
 * are decoded, and the space between two of them falls away.
 */
export const decodeWords = (header: string): string =>
  header
    .replace(/\?=\s+(?==\?UTF-8\?B\?)/gi, '?=')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_word, base64: string) =>
      Buffer.from(base64, 'base64').toString(),
    );
