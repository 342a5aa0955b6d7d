import { ServiceError } from '../service-error.ts';
import type { ObjectFiles } from './object-files.ts';
import { element, Markup } from './xml.ts';

const maxPage = 1000;

const encodeToken = (last: string) => Buffer.from(last).toString('base64url');
const decodeToken = (token: string) => Buffer.from(token, 'base64url').toString();

/** How many keys a page may have, of the 1,000 that S3 gives at most. */
export const pageSize = (asked: string | null): number => {
  if (asked !== null && !/^\d+$/.test(asked))
    throw new ServiceError(400, 'InvalidArgument', 'max-keys must be a whole number');
  return Math.min(asked === null ? maxPage : Number(asked), maxPage);
};

/** One page of a bucket, as ListObjectsV2 answers it: keys in UTF-8 order, those behind a delimiter as one common prefix. */
export const listPage = (bucket: string, files: ObjectFiles, query: URLSearchParams): string => {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const after = Buffer.from(token === null ? (query.get('start-after') ?? '') : decodeToken(token));
  const size = pageSize(query.get('max-keys'));
  const text =
    query.get('encoding-type') === 'url'
      ? (key: string) => encodeURIComponent(key).replaceAll('%2F', '/')
      : String;

  const entries = new Map<string, 'key' | 'prefix'>();
  let truncated = false;
  for (const key of files.keys(prefix)) {
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const entry = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    // A token names the last entry of a page, which may be a common prefix; start-after is held against the keys themselves.
    const place = token === null ? key : entry;
    if (Buffer.compare(Buffer.from(place), after) <= 0 || entries.has(entry)) continue;
    truncated = entries.size === size;
    if (truncated) break;
    entries.set(entry, cut < 0 ? 'key' : 'prefix');
  }

  const last = [...entries.keys()].at(-1);
  const contents = [...entries].map(([entry, kind]) => {
    if (kind === 'prefix') return element('CommonPrefixes', element('Prefix', text(entry)));
    const facts = files.facts(entry);
    return element(
      'Contents',
      element('Key', text(entry)),
      element('LastModified', facts?.lastModified.toISOString() ?? ''),
      element('ETag', facts?.etag ?? ''),
      element('Size', facts?.size ?? 0),
      element('StorageClass', 'STANDARD'),
    );
  });
  const echo = (name: string, parameter: string) =>
    query.has(parameter) ? element(name, text(query.get(parameter) ?? '')) : new Markup('');
  const result = element(
    'ListBucketResult',
    element('Name', bucket),
    element('Prefix', text(prefix)),
    echo('Delimiter', 'delimiter'),
    echo('StartAfter', 'start-after'),
    echo('EncodingType', 'encoding-type'),
    query.has('continuation-token') ? element('ContinuationToken', token ?? '') : new Markup(''),
    element('MaxKeys', size),
    element('KeyCount', entries.size),
    // S3 calls a page of no keys complete, whatever is in the bucket.
    element('IsTruncated', truncated && size > 0),
    truncated && last !== undefined ? element('NextContinuationToken', encodeToken(last)) : new Markup(''),
    ...contents,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${result}`;
};
