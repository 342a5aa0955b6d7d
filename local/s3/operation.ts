import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../wire.ts';

/** One S3 call, read off the wire: `key` is empty for the listing of a bucket. */
interface S3Operation {
  name: 'PutObject' | 'GetObject' | 'HeadObject' | 'DeleteObject' | 'ListObjectsV2' | 'ListObjectVersions';
  bucket: string;
  key: string;
}

const objectOperations: Readonly<Record<string, S3Operation['name']>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
};

/** What tells a listing from other calls, and what each may be asked for. */
const listings = {
  ListObjectsV2: [
    'list-type',
    'prefix',
    'delimiter',
    'start-after',
    'continuation-token',
    'max-keys',
    'encoding-type',
  ],
  ListObjectVersions: ['versions', 'prefix', 'key-marker', 'version-id-marker', 'max-keys'],
} as const;

const listingOf = ({ method, query }: WireRequest, key: string): keyof typeof listings | undefined => {
  if (key !== '' || method !== 'GET') return undefined;
  if (query.get('list-type') === '2') return 'ListObjectsV2';
  return query.has('versions') ? 'ListObjectVersions' : undefined;
};

// What the SDK sends with any call. Anything beyond asks for something that S3 does and this does not: tags, locks,
// copies, ranges, a version by its id. To leave such a thing out in silence would be worse than to refuse.
const knownHeaders =
  /^x-amz-(content-sha256|date|security-token|user-agent|meta-.+|checksum-.+|sdk-checksum-algorithm|trailer|decoded-content-length)$/;
const conditions = ['if-match', 'if-modified-since', 'if-unmodified-since', 'range'];

const refuse = (what: string): never => {
  throw new ServiceError(501, 'NotImplemented', `${what} is not implemented by the local S3`);
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ServiceError(400, 'InvalidURI', 'Could not parse the specified URI');
  }
};

/** Which of the six operations a path-style request is; anything else throws a 501 that names what was asked for. */
export const operationOf = (request: WireRequest): S3Operation => {
  const { method, path, query, headers } = request;
  const [, bucketPart = '', keyPart = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const [bucket, key] = [decode(bucketPart), decode(keyPart)];
  const listing = listingOf(request, key);
  const name = listing ?? (key === '' ? undefined : objectOperations[method]);
  const parameters: readonly string[] = listing === undefined ? [] : listings[listing];
  if (name === undefined || bucket === '') return refuse(`${method} ${path}?${request.rawQuery}`);
  for (const parameter of query.keys())
    if (parameter !== 'x-id' && !parameters.includes(parameter)) refuse(`The parameter ${parameter}`);
  for (const header of Object.keys(headers))
    if (conditions.includes(header) || (header.startsWith('x-amz-') && !knownHeaders.test(header)))
      refuse(`The header ${header}`);
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && (name !== 'PutObject' || ifNoneMatch !== '*'))
    refuse('This use of if-none-match');
  return { name, bucket, key };
};
