import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openObjectFiles } from '../../local/s3/object-files.ts';
import { createS3 } from '../../local/s3/s3.ts';
import { type Listener, listen, type WireRequest, type WireResponse } from '../../local/wire.ts';
import { temporary } from './assembly.ts';

const open = (root = temporary()) => {
  const files = openObjectFiles(join(root, 'ledger'), join(root, '.meta', 'ledger'));
  const s3 = createS3({ buckets: new Map([['bucket', files]]) });
  const send = async (
    method: string,
    path: string,
    more: Partial<WireRequest> = {},
  ): Promise<WireResponse> => {
    const [before = '', rawQuery = ''] = path.split('?');
    return s3({
      method,
      path: before,
      rawQuery,
      query: new URLSearchParams(rawQuery),
      headers: {},
      body: Buffer.alloc(0),
      ...more,
    });
  };
  return { root, files, send };
};

const everyFile = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(directory.length + 1));

describe('the files of the local S3', () => {
  test('are the objects: one file each, named by its key, with nothing in it but its bytes', () => {
    const { root, files } = open();
    files.put(
      'releases/a/events/hr~1.event.json',
      Buffer.from('{}'),
      { 'content-type': 'application/json' },
      true,
    );
    expect(readFileSync(join(root, 'ledger/releases/a/events/hr~1.event.json'), 'utf8')).toBe('{}');
    expect(everyFile(join(root, 'ledger'))).toEqual(['releases/a/events/hr~1.event.json']);
  });

  test('outlive the server, with their types and metadata', () => {
    const { root, files } = open();
    const put = files.put(
      'a/b',
      Buffer.from('x'),
      { 'content-type': 'text/plain', 'x-amz-meta-n': '1' },
      true,
    );
    expect(open(root).files.facts('a/b')).toEqual(put);
    expect(open(root).files.put('a/b', Buffer.from('y'), {}, true)).toBeUndefined();
  });

  test.each([
    '../../escaped',
    'a/../../../escaped',
    './x',
    'a//b/',
    '/leading',
    '.hidden/..',
    'back\\slash',
    '%2e%2e/x',
    'nul\u0000',
  ])('stay below their bucket whatever the key, which is listed as it was put: %j', async (key) => {
    const { root, files, send } = open();
    const path = `/bucket/${key.split('/').map(encodeURIComponent).join('/')}`;
    expect(await send('PUT', path, { body: Buffer.from('x') })).toMatchObject({ status: 200 });
    expect(await send('GET', path)).toMatchObject({ status: 200, body: Buffer.from('x') });
    expect(files.keys('')).toEqual([key]);
    expect(everyFile(root)).toHaveLength(2);
    expect(existsSync(join(root, '..', 'escaped'))).toBe(false);
  });

  test('are of no use for a part of a key that no file system takes: 501', async () => {
    const { send, root } = open();
    expect(await send('PUT', `/bucket/${'x'.repeat(300)}`)).toMatchObject({ status: 501 });
    expect(everyFile(root)).toEqual([]);
  });

  test('are of no use for a key that is the folder of another: 501, and neither is lost', async () => {
    const { send, files } = open();
    await send('PUT', '/bucket/a/b');
    await send('PUT', '/bucket/c');
    for (const [path, headers] of [
      ['/bucket/a', {}],
      ['/bucket/a', { 'if-none-match': '*' }],
      ['/bucket/c/d', {}],
    ] as const)
      expect(await send('PUT', path, { headers })).toMatchObject({ status: 501 });
    expect(files.keys('')).toEqual(['a/b', 'c']);
    expect(await send('GET', '/bucket/c/d')).toMatchObject({ status: 404 });
  });

  test('that a hand put there are objects, unless they are hidden', () => {
    const { root, files } = open();
    writeFileSync(join(root, 'ledger', 'by-hand.txt'), 'x');
    writeFileSync(join(root, 'ledger', '.DS_Store'), 'x');
    expect(files.keys('')).toEqual(['by-hand.txt']);
    expect(files.facts('by-hand.txt')).toMatchObject({ size: 1, headers: {} });
  });

  test('leave no folder behind', () => {
    const { root, files } = open();
    files.put('a/b/c', Buffer.from('x'), {}, true);
    files.remove('a/b/c');
    expect(readdirSync(join(root, 'ledger'))).toEqual([]);
    expect(files.put('a', Buffer.from('x'), {}, true)).toMatchObject({ key: 'a' });
  });
});

describe('what the local S3 does not do is refused, never ignored', () => {
  test.each([
    ['PUT', '/bucket/a?tagging', {}],
    ['PUT', '/bucket/a?partNumber=1&uploadId=u', {}],
    ['POST', '/bucket/a?uploads', {}],
    ['GET', '/bucket/a?versionId=1', {}],
    ['GET', '/bucket/a', { range: 'bytes=0-1' }],
    ['GET', '/bucket/a', { 'if-none-match': '"x"' }],
    ['PUT', '/bucket/a', { 'if-none-match': '"x"' }],
    ['PUT', '/bucket/a', { 'if-match': '"x"' }],
    ['PUT', '/bucket/a', { 'x-amz-copy-source': '/bucket/b' }],
    ['PUT', '/bucket/a', { 'x-amz-object-lock-mode': 'COMPLIANCE' }],
    ['PUT', '/bucket/a', { 'x-amz-checksum-crc64nvme': 'x' }],
    ['GET', '/bucket?versions&delimiter=/', {}],
    ['GET', '/bucket', {}],
    ['PUT', '/bucket', {}],
    ['GET', '/', {}],
  ])('%s %s %j is a 501', async (method, path, headers) => {
    const { send } = open();
    const answer = await send(method, path, { headers });
    expect(answer).toMatchObject({ status: 501 });
    expect(String(answer.body)).toContain('NotImplemented');
  });
});

describe('the server', () => {
  let listener: Listener | undefined;
  afterEach(() => listener?.close());

  test('takes a path as it was sent, and headers with one name as one', async () => {
    const { request } = await import('node:http');
    listener = await listen(({ path, headers }) => ({ status: 200, body: `${path} ${headers['x-twice']}` }));
    const body = await new Promise((resolve) =>
      request(
        { port: listener?.port, path: '/a/../b//c?x', headers: { 'x-twice': ['1', '2'] } },
        (response) => response.on('data', (data) => resolve(String(data))),
      ).end(),
    );
    expect(body).toBe('/a/../b//c 1,2');
  });
});
