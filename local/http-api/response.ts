import * as v from 'valibot';
import { json, type WireResponse } from '../wire.ts';

const scalar = v.union([v.string(), v.number(), v.boolean()]);

const response = v.object({
  statusCode: v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.transform(Number))]),
    v.integer(),
    v.minValue(100),
    v.maxValue(599),
  ),
  headers: v.nullish(v.record(v.string(), scalar), {}),
  cookies: v.nullish(v.array(v.string()), []),
  body: v.nullish(v.string(), ''),
  isBase64Encoded: v.nullish(v.boolean(), false),
});

/** API Gateway's own answer when a function gives it nothing that it could send. */
export const internalServerError: WireResponse = json(500, { message: 'Internal Server Error' });

/** What a function returned, as JSON text, as an answer; without a `statusCode` the whole of it is the body of a 200. */
export const toResponse = (payload: string): WireResponse => {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || !('statusCode' in value))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof value === 'string' ? value : payload,
    };
  const parsed = v.safeParse(response, value);
  if (!parsed.success) return internalServerError;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.output;
  const lowerCase = Object.entries(headers).map(
    ([name, each]) => [name.toLowerCase(), String(each)] as const,
  );
  return {
    status: statusCode,
    headers: {
      ...(body !== '' && { 'content-type': 'text/plain;charset=UTF-8' }),
      ...Object.fromEntries(lowerCase.filter(([name]) => name !== 'content-length')),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
};
