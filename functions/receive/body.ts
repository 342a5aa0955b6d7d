import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as v from 'valibot';
import { Problem } from '../adapters/problem.ts';
import { describeIssue } from '../domain/issues.ts';

const maxBytes = 256 * 1024;

const tooLarge = (): Problem =>
  new Problem(413, 'body-too-large', 'The body is too large', `Send at most ${maxBytes} bytes.`);

/** The bytes of a request as they were sent; API Gateway gives some media types in base64. */
export const rawBody = ({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer => {
  if (body === undefined || body === '') {
    throw new Problem(400, 'body-missing', 'There is no body', 'Send one CloudEvent in JSON as the body.');
  }
  if (body.length > maxBytes * 2) throw tooLarge();
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (isBase64Encoded && bytes.toString('base64') !== body) {
    throw new Problem(
      400,
      'body-encoding',
      'The body is not base64',
      'Send the body as it is, without encoding it.',
    );
  }
  if (bytes.length > maxBytes) throw tooLarge();
  return bytes;
};

/** Refuses a body that does not say it is JSON, or that is compressed. */
export const requireJson = (headers: APIGatewayProxyEventV2['headers']): void => {
  const type = headers['content-type']?.toLowerCase() ?? '';
  if (!/^application\/(cloudevents\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/.test(type)) {
    throw new Problem(
      415,
      'media-type',
      'The media type is not supported',
      'Send Content-Type: application/cloudevents+json (or application/json) with one event in structured mode.',
    );
  }
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new Problem(
      415,
      'content-encoding',
      'The body is compressed',
      'Send the body without Content-Encoding.',
    );
  }
};

/** Parses bytes as JSON; bytes that are not UTF-8 are refused, not mended. */
export const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw new Problem(
      400,
      'json',
      'The body is not JSON',
      'Send one JSON object in UTF-8 without a byte order mark.',
      {
        cause,
      },
    );
  }
};

const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Parses a value by its schema; what is wrong is told by JSON pointer, at most 20 at a time. */
export const parseBy = <S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw new Problem(
    422,
    'event-invalid',
    'The event is not as its schema says',
    'Correct what errors lists, and send the event again under the same id.',
    {
      errors: parsed.issues
        .slice(0, 20)
        .map((issue) => ({ pointer: pointerOf(issue), detail: describeIssue(issue) })),
    },
  );
};
