import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { readMediaType } from './media-type.ts';

type Headers = APIGatewayProxyEventV2['headers'];

const unsupported = (kind: string, title: string, detail: string): Problem =>
  new Problem(415, kind, title, detail);

const structuredType = 'application/cloudevents+json';

/**
 * How a delivery holds its event, told by its Content-Type (CloudEvents 1.0, HTTP binding, 3): all in the body, or
 * attributes in `ce-` headers beside the data. Systems that can set no media type of their own send a whole event as
 * `application/json`, and so that is structured where there is no `ce-` header. Throws 415 for all else.
 */
export const contentModeOf = (headers: Headers): 'structured' | 'binary' => {
  if ((headers['content-encoding']?.toLowerCase() ?? 'identity') !== 'identity') {
    throw unsupported(
      'content-encoding',
      'The body is compressed',
      'Send the body without Content-Encoding.',
    );
  }
  const { type = '', charset = 'utf-8' } = readMediaType(headers['content-type']) ?? {};
  if (type.startsWith('application/cloudevents-batch')) {
    throw unsupported('batch', 'Batches are not taken', 'Send each event in a request of its own.');
  }
  if (charset === 'utf-8' && type === structuredType) return 'structured';
  if (charset === 'utf-8' && type === 'application/json')
    return Object.keys(headers).some((name) => name.startsWith('ce-')) ? 'binary' : 'structured';
  throw unsupported(
    'media-type',
    'The media type is not supported',
    `Send JSON in UTF-8: Content-Type: ${structuredType} with the whole event, or application/json with its data and its attributes in ce- headers.`,
  );
};
