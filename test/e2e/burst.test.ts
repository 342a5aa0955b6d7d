import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSchema } from '../../functions/domain/draft.ts';
import { parseKey } from '../../functions/domain/keys.ts';
import { readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const [workforce] = readExamples('iec-2002');
if (workforce === undefined) throw new Error('no examples');

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.stop());

const outcomeOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'outcome' in body ? body.outcome : undefined;

describe('two hundred deliveries at once', () => {
  it('of a hundred events, each sent twice, lose none and double none', async () => {
    const events = Array.from({ length: 100 }, (_, index) => ({
      ...eventOf(workforce, 'burst'),
      id: `burst-${index}`,
    }));
    const answers = await Promise.all([...events, ...events].map((event) => stack.post(event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const count = (outcome: string) => answers.filter(({ body }) => outcomeOf(body) === outcome).length;
    expect([count('recorded'), count('known')]).toEqual([100, 100]);

    await stack.idle(60_000);
    const keys = stack.keys('releases/iec-electronics.burst/');
    const kept = keys.filter((key) => parseKey(key)?.fact === 'event');
    expect(kept).toHaveLength(100);

    const last = keys.filter((key) => parseKey(key)?.fact === 'draft').at(-1) ?? '';
    const { events: used } = stack.fact(last, draftSchema);
    expect([...used].sort()).toEqual(events.map(({ id }) => `hr~${id}`).sort());
    const depths = Object.entries(await stack.queueDepths());
    expect(depths.filter(([, { visible, inFlight }]) => visible + inFlight > 0)).toEqual([]);
  }, 120_000);
});
