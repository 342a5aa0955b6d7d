import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sha256Of } from '../../functions/domain/digest.ts';
import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../wire.ts';

const checksums: Readonly<Record<string, (body: Buffer) => string>> = {
  'x-amz-checksum-crc32': (body) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return sum.toString('base64');
  },
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
};

const unreadable = () => new ServiceError(400, 'IncompleteBody', 'The aws-chunked body could not be read');

/** Takes an aws-chunked body apart: its bytes, and the trailing headers that may hold a checksum. */
const dechunk = (raw: Buffer): { body: Buffer; trailers: Record<string, string> } => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = raw.indexOf('\r\n', at);
    const size = /^([0-9a-f]{1,8})(;|$)/i.exec(raw.toString('latin1', at, Math.max(at, end)))?.[1];
    if (end < 0 || size === undefined) throw unreadable();
    const length = Number.parseInt(size, 16);
    const start = end + 2;
    if (length === 0) {
      const lines = raw.toString('latin1', start).split('\r\n').filter(Boolean);
      const pairs = lines
        .map((line) => line.split(/:(.*)/s))
        .map(([name = '', value = '']) => [name, value.trim()]);
      return { body: Buffer.concat(chunks), trailers: Object.fromEntries(pairs) };
    }
    if (raw.toString('latin1', start + length, start + length + 2) !== '\r\n') throw unreadable();
    chunks.push(raw.subarray(start, start + length));
    at = start + length + 2;
  }
};

/** The object's bytes and its checksum headers, each checked against the bytes; a wrong one is a 400, an unknown kind a 501. */
export const readBody = (request: WireRequest): { body: Buffer; sums: Record<string, string> } => {
  const { headers } = request;
  const chunked = headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true;
  const { body, trailers } = chunked ? dechunk(request.body) : { body: request.body, trailers: {} };
  const declared = headers['x-amz-decoded-content-length'];
  if (declared !== undefined && Number(declared) !== body.length) throw unreadable();
  const digest = headers['x-amz-content-sha256'];
  if (digest !== undefined && /^[0-9a-f]{64}$/.test(digest) && sha256Of(body) !== digest)
    throw new ServiceError(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 is not that of the body',
    );
  const md5 = headers['content-md5'];
  if (md5 !== undefined && createHash('md5').update(body).digest('base64') !== md5)
    throw new ServiceError(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received');
  const sums: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...headers, ...trailers })) {
    if (!name.startsWith('x-amz-checksum-')) continue;
    const sum = checksums[name];
    if (sum === undefined)
      throw new ServiceError(501, 'NotImplemented', `${name} is not implemented by the local S3`);
    if (sum(body) !== value)
      throw new ServiceError(400, 'BadDigest', `The ${name} you specified did not match what we received`);
    sums[name] = value;
  }
  return { body, sums };
};
