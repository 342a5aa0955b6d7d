import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { StoredKey } from '../ports/evidence.ts';
import type { Ledger, LedgerPages } from '../ports/ledger.ts';

const conflictTries = 5;
const conflictPauseMilliseconds = 10;

/** Whether S3 refused a conditional write because the key is taken. */
const isTaken = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;

/** A true race may answer 409 instead of 412; the SDK does not retry it, and the next try finds out who won. */
const isConflict = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 409;

const isMissing = (error: unknown): boolean => error instanceof NoSuchKey;

/** Puts an object unless its key is taken (`If-None-Match: *`); throws what S3 answers to five conflicts in a row. */
export const putOnce = async (
  s3: S3Client,
  bucket: string,
  key: string,
  body: string | Uint8Array,
  contentType: string,
): Promise<'written' | 'exists'> => {
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: body,
    ContentType: contentType,
    IfNoneMatch: '*',
  });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await s3.send(command);
      return 'written';
    } catch (error) {
      if (isTaken(error)) return 'exists';
      if (!isConflict(error) || attempt === conflictTries) throw error;
      await sleep(Math.random() * conflictPauseMilliseconds * 2 ** attempt);
    }
  }
};

const getBody = async (s3: S3Client, bucket: string, key: string) => {
  try {
    return (await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Reads an object's text; undefined where there is none. */
export const getText = async (s3: S3Client, bucket: string, key: string): Promise<string | undefined> =>
  (await getBody(s3, bucket, key))?.transformToString();

/** Reads an object's bytes; undefined where there is none. */
export const getBytes = async (s3: S3Client, bucket: string, key: string): Promise<Uint8Array | undefined> =>
  (await getBody(s3, bucket, key))?.transformToByteArray();

/** One call's worth of objects in the order of their keys, 1,000 at most, from the first one after `after` where it is given. */
const listPage = async (
  s3: S3Client,
  bucket: string,
  prefix: string,
  after?: string,
): Promise<{ objects: { key: string; at: Date | undefined }[]; more: boolean }> => {
  const { Contents = [], IsTruncated = false } = await s3.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(after && { StartAfter: after }) }),
  );
  return {
    objects: Contents.flatMap(({ Key, LastModified }) =>
      Key === undefined ? [] : [{ key: Key, at: LastModified }],
    ),
    more: IsTruncated,
  };
};

/** All objects under a prefix in the order of their keys, page by page. */
async function* listPages(s3: S3Client, bucket: string, prefix: string) {
  let after: string | undefined;
  for (;;) {
    const { objects, more } = await listPage(s3, bucket, prefix, after);
    yield objects;
    after = objects.at(-1)?.key;
    if (!more || after === undefined) return;
  }
}

/** Lists keys in order, 1,000 a call, and stops after the first one beyond `until`. */
export const listKeys = async (
  s3: S3Client,
  bucket: string,
  prefix: string,
  until?: string,
): Promise<string[]> => {
  const found: string[] = [];
  for await (const page of listPages(s3, bucket, prefix)) {
    for (const { key } of page) {
      if (until !== undefined && key > until) return found;
      found.push(key);
    }
  }
  return found;
};

/** Lists keys in order, each with the time at which S3 took it, in whole seconds. */
export const listStored = async (s3: S3Client, bucket: string, prefix: string): Promise<StoredKey[]> => {
  const found: StoredKey[] = [];
  for await (const page of listPages(s3, bucket, prefix)) {
    for (const { key, at } of page) {
      if (at === undefined) throw new Error(`S3 does not say when it took ${key}`);
      found.push({ key, storedAt: at.toISOString() });
    }
  }
  return found;
};

/** The ledger in an S3 bucket whose policy refuses any write without `If-None-Match` and any delete. */
export const s3Ledger = (s3: S3Client, bucket: string): Ledger & LedgerPages => ({
  put: (key, body, contentType = 'application/json') => putOnce(s3, bucket, key, body, contentType),
  get: (key) => getText(s3, bucket, key),
  list: (prefix) => listKeys(s3, bucket, prefix),
  page: async (prefix, after) => {
    const { objects, more } = await listPage(s3, bucket, prefix, after);
    return { keys: objects.map(({ key }) => key), more };
  },
});
