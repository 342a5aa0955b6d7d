import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openObjectFiles } from '../../local/s3/object-files.ts';
import { createS3 } from '../../local/s3/s3.ts';
import { type Listener, listen } from '../../local/wire.ts';
import { temporary } from './assembly.ts';

interface Target {
  name: string;
  open(): Promise<{ client: S3Client; bucket: string }>;
  close(): Promise<void>;
}

let listener: Listener | undefined;
const local: Target = {
  name: 'the local S3',
  open: async () => {
    const root = temporary();
    const files = openObjectFiles(join(root, 'bucket'), join(root, '.meta', 'bucket'));
    listener = await listen(createS3({ buckets: new Map([['bucket', files]]) }));
    const client = new S3Client({
      endpoint: `http://127.0.0.1:${listener.port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'anyone', secretAccessKey: 'unchecked' },
    });
    return { client, bucket: 'bucket' };
  },
  close: async () => listener?.close(),
};

const realBucket = process.env['GAZETTE_TEST_BUCKET'];
const real: Target = {
  name: `the real bucket ${realBucket}`,
  open: async () => ({ client: new S3Client(), bucket: realBucket ?? '' }),
  close: async () => {},
};

describe.each(realBucket === undefined ? [local] : [local, real])(
  'S3 as the product uses it: $name',
  (target) => {
    const root = `conformance-${Date.now()}/`;
    let client: S3Client;
    let Bucket: string;

    beforeAll(async () => {
      const opened = await target.open();
      client = opened.client;
      Bucket = opened.bucket;
    });

    afterAll(async () => {
      for (const key of await keys({ Prefix: root }))
        await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
      client.destroy();
      await target.close();
    });

    const put = (
      key: string,
      Body: NonNullable<PutObjectCommandInput['Body']>,
      more: Partial<PutObjectCommandInput> = {},
    ) => client.send(new PutObjectCommand({ Bucket, Key: root + key, Body, ...more }));
    const get = (key: string) => client.send(new GetObjectCommand({ Bucket, Key: root + key }));
    const text = async (key: string) => (await get(key)).Body?.transformToString();
    const page = (more: Partial<ListObjectsV2CommandInput>) =>
      client.send(new ListObjectsV2Command({ Bucket, ...more }));
    const keys = async (more: Partial<ListObjectsV2CommandInput>): Promise<string[]> => {
      const { Contents = [], NextContinuationToken } = await page(more);
      const here = Contents.map(({ Key = '' }) => Key);
      if (NextContinuationToken === undefined) return here;
      return [...here, ...(await keys({ ...more, ContinuationToken: NextContinuationToken }))];
    };
    const relative = (all: string[]) => all.map((key) => key.slice(root.length));
    const failure = async (promise: Promise<unknown>): Promise<[string, number | undefined]> => {
      const error = await promise.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof S3ServiceException)) throw new Error('The call was expected to fail as S3 does');
      return [error.name, error.$metadata.httpStatusCode];
    };

    test('a put object comes back byte for byte, with its type, metadata and ETag', async () => {
      const body = Buffer.from([0, 13, 10, 255, 0x1f, 0x8b]);
      const { ETag } = await put('bytes', body, {
        ContentType: 'application/x-test',
        Metadata: { sha256: 'abc' },
      });
      const got = await get('bytes');
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(body);
      expect(got).toMatchObject({
        ETag,
        ContentType: 'application/x-test',
        Metadata: { sha256: 'abc' },
        ContentLength: 6,
      });
      expect(ETag).toMatch(/^"[0-9a-f]{32}"$/);
    });

    test('head tells what get tells, without the bytes', async () => {
      await put('head', 'text', { ContentType: 'text/plain; charset=utf-8', CacheControl: 'no-store' });
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: `${root}head` }));
      expect(head).toMatchObject({
        ContentLength: 4,
        ContentType: 'text/plain; charset=utf-8',
        CacheControl: 'no-store',
      });
      expect(Math.abs(Date.now() - (head.LastModified?.getTime() ?? 0))).toBeLessThan(60_000);
    });

    test('a stream is stored without its aws-chunked framing', async () => {
      const body = Buffer.alloc(200_000, 'stream ');
      await put('stream', Readable.from([body.subarray(0, 70_000), body.subarray(70_000)]), {
        ContentLength: body.length,
      });
      const got = await get('stream');
      expect(got.ContentEncoding ?? '').toBe('');
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
    });

    test('an empty object is an object', async () => {
      await put('empty', Buffer.alloc(0));
      expect(await text('empty')).toBe('');
    });

    test('a put without a condition replaces', async () => {
      await put('replaced', 'one');
      await put('replaced', 'two', { Metadata: { n: '2' } });
      expect(await text('replaced')).toBe('two');
      expect((await get('replaced')).Metadata).toEqual({ n: '2' });
    });

    test('If-None-Match: * writes once, then answers 412 and changes nothing', async () => {
      await put('once', 'first', { IfNoneMatch: '*' });
      expect(await failure(put('once', 'second', { IfNoneMatch: '*' }))).toEqual(['PreconditionFailed', 412]);
      expect(await text('once')).toBe('first');
    });

    test('of many conditional puts of one key at once, exactly one wins, and it is the one that is stored', async () => {
      const racers = Array.from({ length: 40 }, (_, n) => `racer ${n}`);
      for (const key of ['race/1', 'race/2', 'race/3']) {
        const results = await Promise.all(
          racers.map((racer) =>
            put(key, racer, { IfNoneMatch: '*' }).then(
              () => racer,
              (error: unknown) =>
                error instanceof S3ServiceException ? error.$metadata.httpStatusCode : error,
            ),
          ),
        );
        const winners = results.filter((result) => typeof result === 'string');
        expect(winners).toHaveLength(1);
        // A real S3 may answer 409 to a put that raced with another; both mean: not you.
        expect(results.filter((result) => result === 412 || result === 409)).toHaveLength(racers.length - 1);
        expect(await text(key)).toBe(winners[0]);
      }
    });

    test('a checksum that is not that of the body is refused, and nothing is stored', async () => {
      expect(await failure(put('sum', 'body', { ChecksumCRC32: 'AAAAAA==' }))).toEqual(['BadDigest', 400]);
      expect(await failure(put('sum', 'body', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }))).toEqual([
        'BadDigest',
        400,
      ]);
      expect(await keys({ Prefix: `${root}sum` })).toEqual([]);
      await put('sum', 'body', { ChecksumAlgorithm: 'SHA256' });
    });

    test('a key that is not there is 404: NoSuchKey for get, NotFound for head, and nothing for delete', async () => {
      expect(await failure(get('none'))).toEqual(['NoSuchKey', 404]);
      expect(await failure(client.send(new HeadObjectCommand({ Bucket, Key: `${root}none` })))).toEqual([
        'NotFound',
        404,
      ]);
      const { $metadata } = await client.send(new DeleteObjectCommand({ Bucket, Key: `${root}none` }));
      expect($metadata.httpStatusCode).toBe(204);
    });

    test('a deleted object is gone, and its name is free', async () => {
      await put('gone/deep/a', 'x', { IfNoneMatch: '*' });
      await client.send(new DeleteObjectCommand({ Bucket, Key: `${root}gone/deep/a` }));
      expect(await keys({ Prefix: `${root}gone` })).toEqual([]);
      await put('gone/deep/a', 'y', { IfNoneMatch: '*' });
      expect(await text('gone/deep/a')).toBe('y');
    });

    const odd = [
      'a b',
      'a+b',
      'a%2Fb',
      'ä',
      'z',
      'Z',
      '日本',
      'q?x=1&y',
      'it~s',
      "'(!)*",
      'c:d',
      '.hidden',
      '...',
      'x..y',
      '\u{10000}',
      '\uffee',
      '<&">',
    ];

    test('keys of any characters are kept, and listed in the order of their UTF-8 bytes', async () => {
      for (const key of odd) await put(`odd/${key}`, key);
      const inOrder = odd.map((key) => Buffer.from(key)).sort(Buffer.compare);
      expect(relative(await keys({ Prefix: `${root}odd/` }))).toEqual(inOrder.map((key) => `odd/${key}`));
      expect(
        relative(await keys({ Prefix: `${root}odd/`, EncodingType: 'url', MaxKeys: 3 })).map(
          decodeURIComponent,
        ),
      ).toEqual(inOrder.map((key) => `odd/${key}`));
      for (const key of odd) expect(await text(`odd/${key}`)).toBe(key);
    });

    test('a listing can be cut into pages, started after a key, and rolled up by a delimiter', async () => {
      for (const key of ['1', '2/a', '2/b', '3/a', '4']) await put(`tree/${key}`, key);
      const Prefix = `${root}tree/`;
      const first = await page({ Prefix, Delimiter: '/', MaxKeys: 2 });
      expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2, MaxKeys: 2 });
      expect(first.CommonPrefixes).toEqual([{ Prefix: `${Prefix}2/` }]);
      const second = await page({ Prefix, Delimiter: '/', ContinuationToken: first.NextContinuationToken });
      expect(second.CommonPrefixes).toEqual([{ Prefix: `${Prefix}3/` }]);
      expect(second.Contents?.map(({ Key }) => Key)).toEqual([`${Prefix}4`]);
      expect(second.IsTruncated).toBe(false);
      expect(relative(await keys({ Prefix, MaxKeys: 2 }))).toHaveLength(5);
      expect(relative(await keys({ Prefix, StartAfter: `${Prefix}2/a` }))).toEqual([
        'tree/2/b',
        'tree/3/a',
        'tree/4',
      ]);
      const rolled = await page({ Prefix, Delimiter: '/', StartAfter: `${Prefix}2/a` });
      expect(rolled.CommonPrefixes).toEqual([{ Prefix: `${Prefix}2/` }, { Prefix: `${Prefix}3/` }]);
      expect(await page({ Prefix: `${root}nothing/` })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    });

    test('an object says in a listing when it was written, how large it is, and its ETag', async () => {
      const { ETag } = await put('facts/a', 'four');
      const { Contents } = await page({ Prefix: `${root}facts/` });
      expect(Contents).toMatchObject([{ Key: `${root}facts/a`, Size: 4, ETag }]);
      expect(Math.abs(Date.now() - (Contents?.[0]?.LastModified?.getTime() ?? 0))).toBeLessThan(60_000);
    });

    test('a listing of versions has every key with its one version, in pages', async () => {
      for (const key of ['a', 'b/c', 'ä&']) await put(`versions/${key}`, key, { IfNoneMatch: '*' });
      const Prefix = `${root}versions/`;
      const first = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix, MaxKeys: 2 }));
      expect(first).toMatchObject({ IsTruncated: true, MaxKeys: 2, Prefix });
      const second = await client.send(
        new ListObjectVersionsCommand({
          Bucket,
          Prefix,
          KeyMarker: first.NextKeyMarker,
          VersionIdMarker: first.NextVersionIdMarker,
        }),
      );
      expect(second.IsTruncated).toBe(false);
      const versions = [...(first.Versions ?? []), ...(second.Versions ?? [])];
      expect(relative(versions.map(({ Key = '' }) => Key))).toEqual([
        'versions/a',
        'versions/b/c',
        'versions/ä&',
      ]);
      for (const { IsLatest, VersionId, LastModified } of versions) {
        expect([IsLatest, typeof VersionId]).toEqual([true, 'string']);
        expect(Math.abs(Date.now() - (LastModified?.getTime() ?? 0))).toBeLessThan(60_000);
      }
      expect([first.DeleteMarkers, second.DeleteMarkers]).toEqual([undefined, undefined]);
    });

    test('a key of more than 1,024 bytes is refused', async () => {
      expect(await failure(put('k'.repeat(1100), 'x'))).toEqual(['KeyTooLongError', 400]);
    });
  },
);
