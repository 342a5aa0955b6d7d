import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { errorFields, type Log } from '../ports/log.ts';

const response = (problem: Problem): APIGatewayProxyStructuredResultV2 => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...problem.headers,
  },
  body: JSON.stringify({
    type: `urn:gazette:problem:${problem.kind}`,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    ...(problem.errors.length > 0 && { errors: problem.errors }),
  }),
});

/** Maps problems to problem+json; any other error becomes a 500 that tells nothing of what went wrong inside. */
export const problemResponses = (
  log: Log,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    const { error } = request;
    if (error instanceof Problem) {
      log(error.status < 500 ? 'WARN' : 'ERROR', 'REQUEST_REFUSED', {
        status: error.status,
        kind: error.kind,
      });
      request.response = response(error);
      return;
    }
    log('ERROR', 'REQUEST_FAILED', errorFields(error));
    request.response = response(
      new Problem(
        500,
        'internal',
        'Something went wrong',
        'The event was not recorded. Please send it again.',
        {
          headers: { 'retry-after': '30' },
        },
      ),
    );
  },
});
