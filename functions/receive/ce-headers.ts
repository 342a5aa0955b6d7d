import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { FieldError } from '../domain/problem.ts';
import { invalidEvent } from '../domain/validation.ts';

const prefix = 'ce-';
const printable = /^[ -~]*$/;

/** Takes the quotes off a quoted string (RFC 9110, 5.6.4); undefined where quotes or backslashes are not in pairs. */
const unquote = (value: string): string | undefined => {
  if (!value.includes('"')) return value;
  const inside = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  return inside?.replaceAll(/\\(.)/g, '$1');
};

/** Decodes percent signs once; undefined where one is not followed by two digits, or the bytes are not UTF-8. */
const percentDecode = (value: string): string | undefined => {
  try {
    return decodeURIComponent(value);
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
};

/** The value of an attribute's header, unquoted and then decoded once (CloudEvents 1.0, HTTP binding, 3.1.3.2). */
export const readCeHeader = (value: string): string | undefined => {
  const unquoted = printable.test(value) ? unquote(value.trim()) : undefined;
  return unquoted === undefined ? undefined : percentDecode(unquoted);
};

const faultOf = (name: string, value: string | undefined): string | undefined => {
  if (name === 'datacontenttype') return 'must not be a header: Content-Type says it';
  if (name === 'data' || !/^[a-z0-9]+$/.test(name)) return 'is not the name of an attribute';
  return value === undefined
    ? 'must be printable ASCII, other characters as percent-encoded UTF-8'
    : undefined;
};

/** The attributes of an event in binary mode, by name. Throws the problem that names every header that is no attribute. */
export const readCeHeaders = (headers: APIGatewayProxyEventV2['headers']): Record<string, string> => {
  const errors: FieldError[] = [];
  const attributes: Record<string, string> = Object.create(null);
  for (const [header, raw] of Object.entries(headers)) {
    if (!header.startsWith(prefix) || raw === undefined) continue;
    const name = header.slice(prefix.length);
    const value = readCeHeader(raw);
    const detail = faultOf(name, value);
    if (detail !== undefined) errors.push({ pointer: `/${name}`, detail });
    if (value !== undefined) attributes[name] = value;
  }
  if (errors.length > 0) throw invalidEvent(errors);
  return attributes;
};
