import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as API Gateway's HTTP API gives it to a Lambda, payload format 2.0. */
export const httpEvent = (
  method: string,
  path: string,
  request: {
    headers?: Record<string, string>;
    body?: string;
    isBase64Encoded?: boolean;
    pathParameters?: Record<string, string>;
    cookies?: string[];
    rawQueryString?: string;
  } = {},
): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: `ANY ${path}`,
  rawPath: path,
  rawQueryString: request.rawQueryString ?? '',
  headers: request.headers ?? {},
  ...(request.cookies && { cookies: request.cookies }),
  ...(request.pathParameters && { pathParameters: request.pathParameters }),
  ...(request.body !== undefined && { body: request.body }),
  isBase64Encoded: request.isBase64Encoded ?? false,
  requestContext: {
    accountId: '123456789012',
    apiId: 'api',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request',
    routeKey: `ANY ${path}`,
    stage: '$default',
    time: '06/Jun/2002:13:00:00 +0000',
    timeEpoch: 1_023_368_400_000,
  },
});
