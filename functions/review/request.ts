import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What review needs of a request, and nothing else. */
export interface ReviewRequest {
  method: string;
  /** The link's token as it stands in the path; not yet known to be one. */
  token: string;
  /** Whether the page is shown because a code was asked for. */
  codeSent: boolean;
  sessionToken: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  /** What was posted; `refused` where it is not a form or too large to be one of ours. */
  form: URLSearchParams | 'refused';
}

/** The session's cookie; the browser takes the prefix only together with `Secure`. */
export const sessionCookie = '__Secure-gazette';

/** A reason of 4,000 characters can take nine bytes a character on the wire; the rest is for the other fields. */
const formLimitBytes = 40_000;

const cookieOf = (event: APIGatewayProxyEventV2): string | undefined => {
  for (const pair of (event.cookies ?? []).flatMap((cookies) => cookies.split(';'))) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookie) return value;
  }
  return undefined;
};

const formOf = (event: APIGatewayProxyEventV2): ReviewRequest['form'] => {
  const [mediaType] = (event.headers['content-type'] ?? '').split(';', 1);
  if (mediaType?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return 'refused';
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return body.length > formLimitBytes ? 'refused' : new URLSearchParams(body.toString());
};

/** Reads a request of API Gateway (payload 2.0); a body counts only where it was posted. */
export const readRequest = (event: APIGatewayProxyEventV2): ReviewRequest => {
  const { method } = event.requestContext.http;
  return {
    method,
    token: event.pathParameters?.['token'] ?? '',
    codeSent: new URLSearchParams(event.rawQueryString).has('sent'),
    sessionToken: cookieOf(event),
    origin: event.headers['origin'],
    fetchSite: event.headers['sec-fetch-site'],
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
