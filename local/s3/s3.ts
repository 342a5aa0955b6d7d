import { ServiceError } from '../service-error.ts';
import type { WireHandler, WireRequest, WireResponse } from '../wire.ts';
import { readBody } from './body.ts';
import { errorResponse } from './error-response.ts';
import { listPage } from './listing.ts';
import type { ObjectFacts, ObjectFiles } from './object-files.ts';
import { operationOf } from './operation.ts';
import { versionsPage } from './versions.ts';

const keptHeaders = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];

const headersToKeep = (request: WireRequest): Record<string, string> => {
  const kept: Record<string, string> = { 'content-type': 'application/octet-stream' };
  for (const [name, value] of Object.entries(request.headers))
    if (value !== '' && (keptHeaders.includes(name) || name.startsWith('x-amz-meta-'))) kept[name] = value;
  // `aws-chunked` says how the body travelled, and S3 does not keep it.
  const encoding = (kept['content-encoding'] ?? '')
    .split(',')
    .filter((part) => part.trim() !== 'aws-chunked');
  delete kept['content-encoding'];
  return encoding.join(',') === '' ? kept : { ...kept, 'content-encoding': encoding.join(',') };
};

const put = (files: ObjectFiles, key: string, request: WireRequest) => {
  const { body, sums } = readBody(request);
  const onlyIfAbsent = request.headers['if-none-match'] !== undefined;
  const facts = files.put(key, body, { ...headersToKeep(request), ...sums }, onlyIfAbsent);
  if (facts === undefined)
    throw new ServiceError(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  return { facts, response: { status: 200, headers: { etag: facts.etag, ...sums } } };
};

const get = (files: ObjectFiles, key: string, withBody: boolean): WireResponse => {
  const facts = files.facts(key);
  if (facts === undefined) throw new ServiceError(404, 'NoSuchKey', 'The specified key does not exist.');
  const headers = {
    ...facts.headers,
    etag: facts.etag,
    'last-modified': facts.lastModified.toUTCString(),
    'content-length': String(facts.size),
  };
  return withBody ? { status: 200, headers, body: files.read(key) } : { status: 200, headers };
};

/** What the local S3 serves; `onPut` hears of every object that was written, before its writer does. */
interface S3Options {
  buckets: ReadonlyMap<string, ObjectFiles>;
  onPut?: (bucket: string, object: ObjectFacts) => Promise<void>;
}

/** An S3 as small as the product's needs: conditional put, get, head, delete and both listings in path style; all else is a 501. */
export const createS3 = ({ buckets, onPut }: S3Options): WireHandler => {
  const answer = async (request: WireRequest): Promise<WireResponse> => {
    const { name, bucket, key } = operationOf(request);
    const files = buckets.get(bucket);
    if (files === undefined)
      throw new ServiceError(404, 'NoSuchBucket', 'The specified bucket does not exist');
    switch (name) {
      case 'PutObject': {
        const { facts, response } = put(files, key, request);
        await onPut?.(bucket, facts);
        return response;
      }
      case 'GetObject':
        return get(files, key, true);
      case 'HeadObject':
        return get(files, key, false);
      case 'DeleteObject':
        files.remove(key);
        return { status: 204 };
      case 'ListObjectsV2':
        return {
          status: 200,
          headers: { 'content-type': 'application/xml' },
          body: listPage(bucket, files, request.query),
        };
      case 'ListObjectVersions':
        return {
          status: 200,
          headers: { 'content-type': 'application/xml' },
          body: versionsPage(bucket, files, request.query),
        };
    }
  };
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return errorResponse(request.method, error);
    }
  };
};
