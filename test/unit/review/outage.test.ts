import { describe, expect, it } from 'vitest';
import { isOutage } from '../../../functions/adapters/outage.ts';

const answered = (httpStatusCode: number): Error =>
  Object.assign(new Error(), { $metadata: { httpStatusCode } });
const failed = (code: string): Error => Object.assign(new Error(), { code });

describe('an outage', () => {
  it.each([
    ['S3 has an error of its own', answered(500)],
    ['S3 asks to slow down', answered(503)],
    ['S3 throttles', answered(429)],
    ['nothing listens', failed('ECONNREFUSED')],
    ['the name is not found', failed('ENOTFOUND')],
    ['no answer comes in time', Object.assign(new Error(), { name: 'TimeoutError' })],
  ])('is when %s', (_what, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    ['access is refused', answered(403)],
    ['our own code fails', new TypeError('x is undefined')],
    ['something else is thrown', 'a string'],
    ['an error has other metadata', Object.assign(new Error(), { $metadata: null })],
    ['a file is missing', failed('ENOENT')],
  ])('is not when %s', (_what, error) => {
    expect(isOutage(error)).toBe(false);
  });
});
