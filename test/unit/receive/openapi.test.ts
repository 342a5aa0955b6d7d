import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { servingContract } from '../../../functions/receive/openapi.ts';
import { httpEvent } from '../../support/http.ts';

const rest: APIGatewayProxyStructuredResultV2 = { statusCode: 202 };

const serving = (text = '{"openapi":"3.1.1"}') => {
  const read = vi.fn(() => text);
  const serve = servingContract(read, async () => rest);
  return {
    read,
    ask: (method: string, headers: Record<string, string> = {}, path = '/openapi.json') =>
      serve(httpEvent(method, path, { headers })),
  };
};

describe('the contract', () => {
  it('is read when it is first asked for, and once', async () => {
    const { ask, read } = serving();
    expect(await ask('POST', {}, '/events/hr')).toBe(rest);
    expect(read).not.toHaveBeenCalled();
    expect(await ask('GET')).toMatchObject({ statusCode: 200, body: '{"openapi":"3.1.1"}' });
    await ask('GET');
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is tried again if it could not be read', async () => {
    const { ask, read } = serving();
    read.mockImplementationOnce(() => {
      throw new Error('ENOENT');
    });
    await expect(ask('GET')).rejects.toThrow('ENOENT');
    expect(await ask('GET')).toMatchObject({ statusCode: 200 });
  });

  it('may be kept for a while, and is not sent to whoever has it', async () => {
    const { ask } = serving();
    const { headers } = await ask('GET');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
    const etag = String(headers?.['etag']);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect(await ask('GET', { 'if-none-match': held })).toEqual({
        statusCode: 304,
        headers: { etag, 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' },
      });
    expect(await ask('GET', { 'if-none-match': '"other"' })).toMatchObject({ statusCode: 200 });
  });

  it('has another tag where it is another', async () => {
    const [one, two] = [await serving('{}').ask('GET'), await serving('[]').ask('GET')];
    expect(one.headers?.['etag']).not.toBe(two.headers?.['etag']);
  });

  it('answers HEAD without a body, and no other method', async () => {
    const { ask } = serving();
    const head = await ask('HEAD');
    expect([head.statusCode, head.body]).toEqual([200, undefined]);
    await expect(ask('POST')).rejects.toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});
