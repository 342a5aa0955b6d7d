import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';

type Request = APIGatewayProxyEventV2;
type Answer = APIGatewayProxyStructuredResultV2;

/** Where the contract is served. */
export const openApiPath = '/openapi.json';

const notAllowed = (): Problem =>
  new Problem(405, 'method', 'The method is not allowed', 'Use GET.', { headers: { allow: 'GET, HEAD' } });

/** Whether a client holds what this tag stands for (RFC 9110, 13.1.2). */
const isKnown = (held: string | undefined, etag: string): boolean =>
  (held ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));

const answer = (request: Request, { body, etag }: { body: string; etag: string }): Answer => {
  const { method } = request.requestContext.http;
  if (method !== 'GET' && method !== 'HEAD') throw notAllowed();
  const headers = {
    etag,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  };
  if (isKnown(request.headers['if-none-match'], etag)) return { statusCode: 304, headers };
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'GET' && { body }),
  };
};

/** Serves the contract beside what handles the rest; it is read when it is first asked for, so that no event waits for it. */
export const servingContract = (
  read: () => string,
  handleRest: (request: Request) => Promise<Answer>,
): ((request: Request) => Promise<Answer>) => {
  let contract: { body: string; etag: string } | undefined;
  return async (request) => {
    if (request.rawPath !== openApiPath) return handleRest(request);
    if (contract === undefined) {
      const body = read();
      contract = { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    }
    return answer(request, contract);
  };
};
