import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Desk } from '../ports/desk.ts';
import { getText, listKeys, putOnce } from './ledger-s3.ts';

/** The desk in an S3 bucket whose lifecycle rules clear it. */
export const s3Desk = (s3: S3Client, bucket: string): Desk => ({
  put: async (key, body) => {
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/json' }),
    );
  },
  claim: (key, body) => putOnce(s3, bucket, key, body, 'application/json'),
  get: (key) => getText(s3, bucket, key),
  delete: async (key) => {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
  list: (prefix, until) => listKeys(s3, bucket, prefix, until),
});
