import * as v from 'valibot';
import { UsageError } from '../event-files.ts';
import { readCurl } from './curl.ts';

/** A delivery as it was captured: headers by their names in lower case, one that came twice folded by commas. */
export interface Capture {
  headers: Readonly<Record<string, string>>;
  /** Names of headers that came more than once. */
  repeated: readonly string[];
  body: Buffer;
  /** When it came, where the capture says so. */
  receivedAt: Date | undefined;
}

const gatewayEvent = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    headers: v.record(v.string(), v.string()),
    body: v.nullish(v.string(), ''),
    isBase64Encoded: v.optional(v.boolean(), false),
    requestContext: v.optional(v.object({ timeEpoch: v.optional(v.number()) }), {}),
  }),
);

const requestLine = /^[A-Z]+ \S+( HTTP\/\d(\.\d)?)?$/;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/;

const fold = (entries: readonly (readonly [string, string])[]): Pick<Capture, 'headers' | 'repeated'> => {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return {
    headers: Object.fromEntries([...values].map(([name, all]) => [name, all.join(',')])),
    repeated: [...values].filter(([, all]) => all.length > 1).map(([name]) => name),
  };
};

const readJsonCapture = (text: string): Capture => {
  const parsed = v.safeParse(gatewayEvent, text);
  if (!parsed.success)
    throw new UsageError('The capture is JSON, and must have headers (texts by name) and a body (a text).');
  const { headers, body, isBase64Encoded, requestContext } = parsed.output;
  return {
    ...fold(Object.entries(headers)),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    receivedAt: requestContext.timeEpoch === undefined ? undefined : new Date(requestContext.timeEpoch),
  };
};

/** Where the headers end and where the body begins, at the first empty line. */
const blankLine = (bytes: Buffer): [number, number] | undefined => {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => [bytes.indexOf(end), end.length] as const);
  const [first] = ends.filter(([at]) => at >= 0).sort(([a], [b]) => a - b);
  return first && [first[0], first[0] + first[1]];
};

const readHttpCapture = (bytes: Buffer): Capture => {
  const [end, start] = blankLine(bytes) ?? [];
  if (end === undefined)
    throw new UsageError('The capture must have headers, then an empty line, then the body.');
  const lines = bytes.subarray(0, end).toString('latin1').split(/\r?\n/);
  const entries = lines.flatMap((line, index) => {
    if (index === 0 && requestLine.test(line)) return [];
    const [, name, value = ''] = headerLine.exec(line) ?? [];
    if (name === undefined) throw new UsageError(`Line ${index + 1} of the capture is not a header.`);
    return [[name, value] as const];
  });
  return { ...fold(entries), body: bytes.subarray(start), receivedAt: undefined };
};

const readCurlCapture = (text: string): Capture => {
  const { headers, body } = readCurl(text);
  return { ...fold(headers), body, receivedAt: undefined };
};

/**
 * Reads a captured delivery: an HTTP request as text, JSON as API Gateway hands it over, or the curl command that would
 * send it. Throws UsageError.
 */
export const readCapture = (bytes: Buffer): Capture => {
  const text = bytes.toString('utf8');
  if (/^\s*curl\s/.test(text)) return readCurlCapture(text.trim());
  return text.trimStart().startsWith('{') ? readJsonCapture(text) : readHttpCapture(bytes);
};
