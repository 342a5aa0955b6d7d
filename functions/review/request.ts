import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What review needs of a request, and nothing else. */
export interface ReviewRequest {
  method: string;
  /** The link's token as it stands in the path; not yet known to be one. */
  token: string;
  /** The last part of a path below the link, such as `not-me`; empty for the link itself. */
  page: string;
  query: URLSearchParams;
  /** Every token that a cookie of our name has, as a site beside ours can plant one too. */
  sessionTokens: string[];
  origin: string | undefined;
  fetchSite: string | undefined;
  userAgent: string | undefined;
  /** Whether a program fetches the page in case somebody wants it later. */
  prefetch: boolean;
  /** What was posted; `refused` where it is not a form or too large to be one of ours. */
  form: URLSearchParams | 'refused';
}

/** A request that brings a form. */
export type PostedRequest = Omit<ReviewRequest, 'form'> & { form: URLSearchParams };

/** The session's cookie; the browser takes the prefix only together with `Secure`. */
export const sessionCookie = '__Secure-gazette';

/** A release of many acts, each of whose paragraphs is edited, is the largest form; a character takes up to nine bytes. */
const formLimitBytes = 400_000;

const cookiesOf = (event: APIGatewayProxyEventV2): string[] => [
  ...new Set(
    (event.cookies ?? [])
      .flatMap((cookies) => cookies.split(';'))
      .map((pair) => pair.trim().split('=', 2))
      .flatMap(([name, value]) => (name === sessionCookie && value !== undefined ? [value] : [])),
  ),
];

const formOf = (event: APIGatewayProxyEventV2): ReviewRequest['form'] => {
  const [mediaType] = (event.headers['content-type'] ?? '').split(';', 1);
  if (mediaType?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return 'refused';
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return body.length > formLimitBytes ? 'refused' : new URLSearchParams(body.toString());
};

/** The standard header (MDN: Sec-Purpose), and those of older Chromium, Firefox and Safari. */
const purposeHeaders = ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'];

const isPrefetch = ({ headers }: APIGatewayProxyEventV2): boolean =>
  purposeHeaders.some((name) => /prefetch|prerender|preview/i.test(headers[name] ?? ''));

/** Reads a request of API Gateway (payload 2.0); a body counts only where it was posted. */
export const readRequest = (event: APIGatewayProxyEventV2): ReviewRequest => {
  const { method } = event.requestContext.http;
  return {
    method,
    token: event.pathParameters?.['token'] ?? '',
    page: event.pathParameters?.['page'] ?? '',
    query: new URLSearchParams(event.rawQueryString),
    sessionTokens: cookiesOf(event),
    origin: event.headers['origin'],
    fetchSite: event.headers['sec-fetch-site'],
    userAgent: event.headers['user-agent'],
    prefetch: isPrefetch(event),
    form: method === 'POST' ? formOf(event) : new URLSearchParams(),
  };
};

/**
 * Whether a form was posted from our own pages, as far as the browser tells. Our pages send no referrer, and a browser
 * then names the origin of their forms `null`: that says nothing, and `Sec-Fetch-Site` speaks instead.
 */
export const isOurForm = (
  { origin, fetchSite }: Pick<ReviewRequest, 'origin' | 'fetchSite'>,
  ownOrigin: string,
): boolean =>
  (fetchSite === undefined || fetchSite === 'same-origin') &&
  (origin === undefined || origin === 'null' || origin === ownOrigin);
