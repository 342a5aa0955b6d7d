import { pageSize } from './listing.ts';
import type { ObjectFiles } from './object-files.ts';
import { element, Markup } from './xml.ts';

/**
 * One page of a bucket as ListObjectVersions answers it where versioning was never on: of every key the one version that
 * there is, whose id is `null`.
 */
export const versionsPage = (bucket: string, files: ObjectFiles, query: URLSearchParams): string => {
  const prefix = query.get('prefix') ?? '';
  const after = Buffer.from(query.get('key-marker') ?? '');
  const size = pageSize(query.get('max-keys'));
  const rest = files.keys(prefix).filter((key) => Buffer.compare(Buffer.from(key), after) > 0);
  const keys = rest.slice(0, size);
  const last = keys.at(-1);
  const isTruncated = rest.length > size && last !== undefined;
  const result = element(
    'ListVersionsResult',
    element('Name', bucket),
    element('Prefix', prefix),
    element('KeyMarker', query.get('key-marker') ?? ''),
    element('VersionIdMarker', query.get('version-id-marker') ?? ''),
    element('MaxKeys', size),
    element('IsTruncated', isTruncated),
    isTruncated ? element('NextKeyMarker', last) : new Markup(''),
    isTruncated ? element('NextVersionIdMarker', 'null') : new Markup(''),
    ...keys.map((key) => {
      const facts = files.facts(key);
      return element(
        'Version',
        element('Key', key),
        element('VersionId', 'null'),
        element('IsLatest', true),
        element('LastModified', facts?.lastModified.toISOString() ?? ''),
        element('ETag', facts?.etag ?? ''),
        element('Size', facts?.size ?? 0),
        element('StorageClass', 'STANDARD'),
      );
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${result}`;
};
