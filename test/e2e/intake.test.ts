import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postEvent } from '../../local/post-event.ts';
import { readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const [workforce] = readExamples('iec-2002');
if (workforce === undefined) throw new Error('no examples');

const contentType = 'application/json';
const sample = (path: string): Buffer =>
  readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'sources', path));

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.stop());

describe('a delivery', () => {
  it('with a bad signature is refused and leaves nothing', async () => {
    const bytes = Buffer.from(JSON.stringify(workforce));
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const { status, body } = await postEvent(stack.baseUrl, { source: 'hr', secret, id: 'forged', bytes });
    expect([status, body]).toMatchObject([401, { type: 'urn:gazette:problem:signature', status: 401 }]);
    expect(stack.keys()).toEqual([]);
  });

  it('sent thirty times at once is one event, one draft, and thirty good answers', async () => {
    const event = eventOf(workforce, 'redelivered');
    const answers = await Promise.all(Array.from({ length: 30 }, () => stack.post(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(202));
    expect(answers.filter(({ body }) => JSON.stringify(body).includes('"recorded"'))).toHaveLength(1);
    await stack.idle();
    const kept = stack.keys('releases/iec-electronics.redelivered/');
    expect(kept.filter((key) => key.endsWith('.event.json'))).toHaveLength(1);
    expect(kept.filter((key) => key.endsWith('draft.json'))).toHaveLength(1);
  });

  it('is recorded with exactly one AWS call once the function is warm', async () => {
    await stack.post(eventOf(workforce, 'warm-up'));
    const before = stack.calls.filter((call) => call.function === 'receive').length;
    await stack.post(eventOf(workforce, 'warm'));
    const calls = stack.calls.filter((call) => call.function === 'receive').slice(before);
    expect(calls.map(({ operation }) => operation)).toEqual(['PutObject']);
  });

  it('is answered 503, unverified by nobody, while the secret store is down', async () => {
    const fresh = await runStack();
    try {
      fresh.faults.add({ operation: 'GetSecretValue', answer: 503, times: 20 });
      const { status, body } = await fresh.post(eventOf(workforce, 'no-secrets'));
      expect([status, body]).toMatchObject([503, { type: 'urn:gazette:problem:unavailable' }]);
      expect(fresh.keys()).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });

  it('that races another for its key is recorded although S3 answers 409 to it', async () => {
    stack.faults.add({
      operation: 'PutObject',
      subjectIncludes: 'conflict',
      function: 'receive',
      answer: 409,
      times: 2,
    });
    expect((await stack.post(eventOf(workforce, 'conflict'))).status).toBe(202);
    expect(stack.faults.pending()).toEqual([]);
  });

  it('of another system becomes an event in the release that its envelope names', async () => {
    const sent = { id: 'docusign', bytes: sample('docusign-connect/departure-completed.json'), contentType };
    expect(await stack.send('signature', sent)).toMatchObject({
      status: 202,
      body: { outcome: 'recorded', release: 'halden-optics.marcus-thiele' },
    });
  });

  it.each([
    ['of an officer is recorded', 'bamboohr/employee-updated-status.json', 202, 'WARN'],
    ['of anybody else waits with the sender', 'bamboohr/employee-created.json', 503, 'ERROR'],
  ])('%s while the system that sent it cannot be asked', async (_, path, status, level) => {
    const answer = await stack.send('people', { id: 'bamboohr', bytes: sample(path), contentType });
    expect(answer.status).toBe(status);
    const lines = stack.logs.filter(({ text }) => text.includes('LOOKUP_FAILED')).map(({ text }) => text);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level, source: 'people', reason: 'no-key' });
  });

  it('is told in problem+json when the method is wrong', async () => {
    const response = await fetch(`${stack.baseUrl}/events/hr`);
    expect([response.status, response.headers.get('allow'), response.headers.get('content-type')]).toEqual([
      405,
      'POST',
      'application/problem+json',
    ]);
  });
});
