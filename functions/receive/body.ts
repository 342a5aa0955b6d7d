import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';

const maxBytes = 256 * 1024;

const tooLarge = (): Problem =>
  new Problem(413, 'body-too-large', 'The body is too large', `Send at most ${maxBytes} bytes.`);

/** Decodes base64; undefined where it is not exactly what an encoder writes. Node's decoder takes anything. */
export const fromBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};

/**
 * The bytes of a request as they were sent, at most 256 KB; API Gateway gives some media types in base64. What says that
 * it is larger is refused unread.
 */
export const rawBody = ({ headers, body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer => {
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  if (!body) {
    throw new Problem(400, 'body-missing', 'There is no body', 'Send one CloudEvent in JSON as the body.');
  }
  if (body.length > maxBytes * 2) throw tooLarge();
  const bytes = isBase64Encoded ? fromBase64(body) : Buffer.from(body, 'utf8');
  if (bytes === undefined) {
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
