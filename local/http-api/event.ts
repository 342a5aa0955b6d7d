import { isUtf8 } from 'node:buffer';
import type { WireRequest } from '../wire.ts';

/** What is about a request, but not in it. */
interface Circumstances {
  routeKey: string;
  pathParameters: Record<string, string>;
  apiId: string;
  account: string;
  requestId: string;
  now: Date;
}

const textTypes = /^(text\/[^;]*|application\/(json|javascript|xml))\s*(;|$)/i;

/** Whether API Gateway hands a body over as text; it takes all else for binary, a form and a body without a type included. */
const isText = ({ headers, body }: WireRequest): boolean =>
  textTypes.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined &&
  // What AWS does to bytes that are not the text they claim to be is not documented; here they arrive as they were sent.
  isUtf8(body);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');
const clfTime = (now: Date): string =>
  `${two(now.getUTCDate())}/${months[now.getUTCMonth()]}/${now.getUTCFullYear()}:${now.toISOString().slice(11, 19)} +0000`;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const folded = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));

/** A request as an HTTP API hands it to a function, in payload format 2.0. */
export const toEvent = (request: WireRequest, about: Circumstances) => {
  const { method, rawQuery, query, body } = request;
  const { cookie, ...headers } = request.headers;
  const host = headers['host'] ?? 'localhost';
  const [domainName = 'localhost', port = '80'] = host.split(':');
  const text = isText(request);
  // API Gateway decodes the path, in spite of the name that it gives it.
  const path = decoded(request.path);
  const forwarded = headers['x-forwarded-for'];
  return {
    version: '2.0',
    routeKey: about.routeKey,
    rawPath: path,
    rawQueryString: rawQuery,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    headers: {
      ...headers,
      'x-amzn-trace-id': `Root=1-${Math.floor(about.now.getTime() / 1000).toString(16)}-${about.requestId.replaceAll('-', '').slice(0, 24)}`,
      'x-forwarded-for': forwarded === undefined ? '127.0.0.1' : `${forwarded}, 127.0.0.1`,
      'x-forwarded-port': port,
      'x-forwarded-proto': 'http',
    },
    ...(rawQuery !== '' && { queryStringParameters: folded(query) }),
    ...(Object.keys(about.pathParameters).length > 0 && { pathParameters: about.pathParameters }),
    requestContext: {
      accountId: about.account,
      apiId: about.apiId,
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: about.requestId,
      routeKey: about.routeKey,
      stage: '$default',
      time: clfTime(about.now),
      timeEpoch: about.now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
};
