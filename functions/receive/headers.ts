import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { type Source, schemeOf } from '../sources/source.ts';

type Headers = APIGatewayProxyEventV2['headers'];

const maxLength = 4096;
const maxSingleLength = 256;

const badHeader = (detail: string): Problem => new Problem(400, 'header', 'A header cannot be read', detail);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\0-\x08\n-\x1F\x7F]/;
const printable = /^[ -~]*$/;

/** The headers of a source that hold one value, where a comma means that the header was sent twice. */
const singleHeaders = (source: Source): string[] => {
  const scheme = schemeOf(source);
  if (scheme.kind !== 'signature') return [];
  return [scheme.id, scheme.timestamp?.header].flatMap((name) =>
    name === undefined ? [] : [name.toLowerCase()],
  );
};

/** The headers that hold signatures: one, or those of a numbered family that were sent. */
const signatureHeaders = (source: Source, headers: Headers): string[] => {
  const name = schemeOf(source).header.toLowerCase();
  const family = name.replace('{n}', '');
  return name === family
    ? [name]
    : Object.keys(headers).filter((one) => one.startsWith(family) && /^\d+$/.test(one.slice(family.length)));
};

/**
 * Refuses headers that no sender means: with control characters, and, where a source's scheme reads them, such as are
 * not printable ASCII, too long, or sent twice. It says nothing of whether they are right; that is for the verifier.
 */
export const requireReadableHeaders = (headers: Headers, source: Source): void => {
  for (const value of Object.values(headers))
    if (typeof value !== 'string' || control.test(value))
      throw badHeader('Send headers without control characters.');
  const single = singleHeaders(source);
  for (const name of [...signatureHeaders(source, headers), ...single]) {
    const value = headers[name] ?? '';
    if (!printable.test(value) || value.length > maxLength)
      throw badHeader(`Send ${name} in printable ASCII, at most ${maxLength} characters.`);
  }
  for (const name of single) {
    const value = headers[name] ?? '';
    if (value.includes(',') || value.length > maxSingleLength)
      throw badHeader(`Send ${name} once, with at most ${maxSingleLength} characters.`);
  }
};
