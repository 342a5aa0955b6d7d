import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import { readMediaType } from './media-type.ts';

type Headers = APIGatewayProxyEventV2['headers'];

const unsupported = (kind: string, title: string, detail: string): Problem =>
  new Problem(415, kind, title, detail);

const structuredType = 'application/cloudevents+json';

const notSupported = (detail: string): Problem =>
  unsupported('media-type', 'The media type is not supported', detail);

/** The media type of a body in UTF-8 that is not compressed; undefined where its charset is another. Throws 415. */
const mediaTypeOf = (headers: Headers): string | undefined => {
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
  return charset === 'utf-8' ? type : undefined;
};

/**
 * How a delivery holds its event, told by its Content-Type (CloudEvents 1.0, HTTP binding, 3): all in the body, or
 * attributes in `ce-` headers beside the data. Systems that can set no media type of their own send a whole event as
 * `application/json`, and so that is structured where there is no `ce-` header. Throws 415 for all else.
 */
export const contentModeOf = (headers: Headers): 'structured' | 'binary' => {
  const type = mediaTypeOf(headers);
  if (type === structuredType) return 'structured';
  if (type === 'application/json')
    return Object.keys(headers).some((name) => name.startsWith('ce-')) ? 'binary' : 'structured';
  throw notSupported(
    `Send JSON in UTF-8: Content-Type: ${structuredType} with the whole event, or application/json with its data and its attributes in ce- headers.`,
  );
};

/** How a delivery of a mapped source is written: only its Content-Type says so, never its body. Throws 415. */
export const bodyFormOf = (headers: Headers, takesForms: boolean): 'json' | 'form' => {
  const type = mediaTypeOf(headers);
  if (type === 'application/json') return 'json';
  if (type === 'application/x-www-form-urlencoded' && takesForms) return 'form';
  throw notSupported(
    `Send JSON in UTF-8 as Content-Type: application/json${takesForms ? ', or a form as application/x-www-form-urlencoded' : ''}.`,
  );
};
