import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { secretsManagerStore } from '../../../functions/adapters/secrets.ts';
import { SecretsUnavailableError } from '../../../functions/ports/secrets.ts';

let answer: { status: number; secret: string };
let asked: number;
let server: Server;
let milliseconds = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    request.resume();
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ SecretString: answer.secret }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'local');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(() => {
  asked = 0;
  answer = { status: 200, secret: JSON.stringify({ current: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }) };
});

const store = (developmentSecrets: 'accepted' | 'refused' = 'refused') =>
  secretsManagerStore({ hr: 'arn' }, { developmentSecrets, now: () => new Date(milliseconds) });

describe('the store of secrets', () => {
  it('gives the same object for five minutes, so that keys are decoded once, and then asks again', async () => {
    const secrets = store();
    const first = await secrets.secretsOf('hr');
    milliseconds += 299_999;
    expect(await secrets.secretsOf('hr')).toBe(first);
    milliseconds += 1;
    answer.secret = JSON.stringify({ current: 'new', previous: first.current });
    expect(await secrets.secretsOf('hr')).toEqual({ current: 'new', previous: first.current });
    expect(asked).toBe(2);
  });

  it('gives the key of a system that is kept beside its secret', async () => {
    const kept = { current: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', apiKey: 'the-key' };
    answer.secret = JSON.stringify({ ...kept, other: 'x' });
    expect(await store().secretsOf('hr')).toEqual(kept);
  });

  it.each([
    ['says no', { status: 400, secret: '' }],
    ['holds no JSON', { status: 200, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }],
    ['holds no current secret', { status: 200, secret: '{"previous":"x"}' }],
  ])('gives nothing where Secrets Manager %s', async (_, given) => {
    answer = given;
    await expect(store().secretsOf('hr')).rejects.toThrow(SecretsUnavailableError);
  });

  const mark = 'gazette-development-only-hr-0123';
  const marked = [
    ['as text', mark],
    ['in base64', Buffer.from(mark).toString('base64')],
    ['after whsec_', `whsec_${Buffer.from(mark).toString('base64')}`],
  ];

  it.each(marked)('refuses a development secret where it is deployed, %s', async (_, secret) => {
    answer.secret = JSON.stringify({ current: secret });
    await expect(store().secretsOf('hr')).rejects.toThrow(SecretsUnavailableError);
    answer.secret = JSON.stringify({ current: 'something else', previous: secret });
    await expect(store().secretsOf('hr')).rejects.toThrow(SecretsUnavailableError);
  });

  it.each(marked)('takes a development secret on one machine, %s', async (_, secret) => {
    answer.secret = JSON.stringify({ current: secret });
    expect(await store('accepted').secretsOf('hr')).toEqual({ current: secret });
  });
});
