import { describe, expect, it } from 'vitest';
import { altered, delivery, receiver, withData, workforce } from './receiver.ts';

const good = altered({});

it('takes nothing for the source of what editors do, whoever has configured one of that name', async () => {
  const { answer, facts } = receiver({
    sources: { desk: { name: 'Desk', scheme: 'standard-webhooks', companies: ['iec-electronics'] } },
  });
  const { statusCode } = await answer(delivery(good, { source: 'desk' }));
  expect(statusCode).toBe(404);
  expect(facts()).toEqual([]);
});

describe('an id that comes with other content', () => {
  it('is refused, keeps what was there, and is logged under the code that an alarm counts', async () => {
    const { answer, refusal, facts, logged } = receiver();
    await answer(delivery(good));
    const before = facts();
    expect(await refusal(delivery(withData({ announce: '2002-06-07' }), { id: 'msg_2' }))).toMatchObject({
      status: 409,
      kind: 'event-id-taken',
      errors: [],
    });
    expect(facts()).toEqual(before);
    expect(logged.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'INFO EVENT_RECORDED',
      'ERROR EVENT_ID_CONFLICT',
      'WARN REQUEST_REFUSED',
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/newark|restructuring/);
  });

  it('is not alarming where the body is the same, or says the same otherwise', async () => {
    const { answer, logged } = receiver();
    await answer(delivery(good));
    await answer(delivery(good, { id: 'msg_2', signedAt: new Date('2002-06-05T20:58:00Z') }));
    await answer(delivery(altered({ time: '2002-06-05T20:59:00Z', retrycount: 2 }), { id: 'msg_3' }));
    expect(logged.map(({ code }) => code)).toEqual(['EVENT_RECORDED', 'EVENT_KNOWN', 'EVENT_KNOWN']);
  });

  it('wins for one of a hundred that come at once, each with a body of its own', async () => {
    const { answer, facts, logged } = receiver();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        answer(delivery(withData({ headline: `Headline ${n}` }), { id: `msg_${n}` })),
      ),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect([statuses.filter((status) => status === 202).length, facts().length]).toEqual([1, 1]);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect(logged.filter(({ code }) => code === 'EVENT_ID_CONFLICT')).toHaveLength(99);
  });
});

describe('a hundred redeliveries at once', () => {
  it('are one fact and a hundred good answers, in either mode', async () => {
    const { answer, facts } = receiver();
    const binary = {
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-type': 'gazette.governance.v1',
      'ce-source': '/hr/payroll',
      'ce-id': 'msg_1',
    };
    const data = JSON.stringify({ ...workforce.data, subject: workforce.subject });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        n % 2 === 0 ? answer(delivery(good)) : answer(delivery(data, { headers: binary })),
      ),
    );
    expect(answers.every(({ statusCode }) => statusCode === 202)).toBe(true);
    expect(answers.filter(({ body }) => body?.includes('"recorded"'))).toHaveLength(2);
    expect(
      facts()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['msg_1', workforce.id].sort());
  });
});

describe('a source', () => {
  it('speaks for no company but its own, known to others or not, and is told the same of both', async () => {
    const { refusal, ledger } = receiver();
    const [known, unknown] = [
      await refusal(delivery(withData({ company: 'halden-optics' }))),
      await refusal(delivery(withData({ company: 'nobody' }))),
    ];
    expect(known).toEqual(unknown);
    expect([known.status, known.kind, ledger.facts.size]).toEqual([403, 'company', 0]);
  });

  it('does not speak for a company that is named like an inherited property', async () => {
    for (const company of ['constructor', 'tostring'])
      expect((await receiver().refusal(delivery(withData({ company })))).status).toBe(403);
  });
});

describe('what was refused', () => {
  it('leaves no trace of its body in a log', async () => {
    const { answer, logged } = receiver();
    const canary = 'Canary-078-05-1120';
    for (const body of [
      withData({ headline: `${canary}\0` }),
      withData({ [canary]: canary }),
      altered({ id: `${canary}/x` }),
      `{"${canary}":1,"${canary}":2}`,
      `{"a":"${canary}`,
    ])
      await answer(delivery(body));
    await answer(delivery(good, { source: canary.toLowerCase(), query: canary }));
    await answer(delivery(good, { headers: { 'webhook-signature': canary, cookie: canary } }));
    expect(logged).toHaveLength(8);
    expect(JSON.stringify(logged)).not.toMatch(/canary/i);
  });
});
