import type { Context } from '../iam/conditions.ts';
import { operationOf } from '../s3/operation.ts';
import type { WireRequest } from '../wire.ts';
import type { Call } from './call.ts';

const actions = {
  PutObject: 's3:PutObject',
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  DeleteObject: 's3:DeleteObject',
  ListObjectsV2: 's3:ListBucket',
  ListObjectVersions: 's3:ListBucketVersions',
} as const;

const given = (entries: Record<string, string | null | undefined>): Context =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, value]],
    ),
  );

/** A call to S3; throws ServiceError for an operation that the local S3 does not have. */
export const s3Call = (request: WireRequest): Call => {
  const { name, bucket, key } = operationOf(request);
  const arn = `arn:aws:s3:::${bucket}`;
  const always = { 'aws:securetransport': 'true', 's3:tlsversion': '1.3' };
  if (name === 'ListObjectsV2' || name === 'ListObjectVersions') {
    const { query } = request;
    const context = given({
      's3:prefix': query.get('prefix'),
      's3:delimiter': query.get('delimiter'),
      's3:max-keys': query.get('max-keys'),
    });
    const demand = { action: actions[name], resource: arn, context: { ...always, ...context } };
    return { service: 's3', operation: name, subject: query.get('prefix') ?? '', demands: [demand] };
  }
  const context = { ...always, ...given({ 's3:if-none-match': request.headers['if-none-match'] }) };
  const call: Call = {
    service: 's3',
    operation: name,
    subject: key,
    demands: [{ action: actions[name], resource: `${arn}/${key}`, context }],
  };
  if (name !== 'GetObject' && name !== 'HeadObject') return call;
  // S3 does not document whether it takes the key for the prefix here, or none: a role must get by with either.
  const contexts = [{ ...always, 's3:prefix': key }, always];
  return {
    ...call,
    toLearnOfAbsence: contexts.map((each) => ({ action: 's3:ListBucket', resource: arn, context: each })),
  };
};
