import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMappingName, mappingNames } from '../../functions/sources/mappings/names.ts';
import type { RunningStack } from '../support/running-stack.ts';
import { runVendorStack } from '../support/vendor-stack.ts';

const root = join(import.meta.dirname, '..', '..', 'examples', 'sources');

/** What a system may send of a person, and nobody may ever find again. */
const canaries = {
  ssn: 'canary-078-05-1120',
  date_of_birth: 'canary-1970-02-03',
  salary: 'canary-412000-usd',
  ethnicity: 'canary-ethnicity',
  home_address: { street: 'canary-12-gull-lane', zip: 'canary-97209' },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plants the canaries in every object, and as one more field in every list of named fields. */
const planted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const named = value.some((item) => isObject(item) && 'name' in item && 'value' in item);
    return [...value.map(planted), ...(named ? [{ name: 'ssn', value: canaries.ssn }] : [])];
  }
  if (!isObject(value)) return value;
  const inside = Object.entries(value).map(([name, item]) => [name, planted(item)]);
  return { ...canaries, ...Object.fromEntries(inside) };
};

const plantedForm = (form: string): string =>
  `${form}&ssn=${canaries.ssn}&data[date_of_birth]=${canaries.date_of_birth}&data[home][street]=canary-12-gull-lane`;

interface Sample {
  path: string;
  mapping: string;
  text: string;
  contentType: string;
}

const samples: Sample[] = globSync('*/*.{json,form}', { cwd: root })
  .sort()
  .map((path) => ({
    path,
    mapping: dirname(path),
    text: readFileSync(join(root, path), 'utf8'),
    contentType: path.endsWith('.form') ? 'application/x-www-form-urlencoded' : 'application/json',
  }))
  .filter(({ mapping }) => isMappingName(mapping));

let stack: RunningStack;
beforeAll(async () => {
  stack = await runVendorStack();
}, 60_000);
afterAll(() => stack.stop());

const send = async ({ mapping, path, text, contentType }: Sample) => {
  const { status, body } = await stack.send(mapping, {
    id: path.replaceAll(/[^a-z]/g, ''),
    bytes: Buffer.from(text),
    contentType,
  });
  return { status, outcome: isObject(body) ? body['outcome'] : undefined };
};

/** Where something stands of all that is kept: objects, mails, logs. */
const placesOf = async (pattern: RegExp): Promise<string[]> =>
  [...(await stack.everything())].filter(([, text]) => pattern.test(text)).map(([where]) => where);

const messagesIn = async (queue: string): Promise<string[]> => {
  const sqs = new SQSClient(stack.client);
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: stack.outputs[queue], MaxNumberOfMessages: 10 }),
  );
  return Messages.map((message) => JSON.stringify(message));
};

describe('what a system sends beside the news', () => {
  it('comes with every mapping', () => {
    expect([...new Set(samples.map(({ mapping }) => mapping))]).toEqual(mappingNames.toSorted());
  });

  it('is in no object, mail or log, although the news is', async () => {
    const recorded = new Set<string>();
    for (const sample of samples) {
      const isForm = sample.path.endsWith('.form');
      const text = isForm ? plantedForm(sample.text) : JSON.stringify(planted(JSON.parse(sample.text)));
      const { status, outcome } = await send({ ...sample, text });
      expect([sample.path, status]).toEqual([sample.path, 202]);
      if (outcome === 'recorded') recorded.add(sample.mapping);
    }
    await stack.idle();
    expect([...recorded].sort()).toEqual(mappingNames.filter((name) => name !== 'finch').sort());
    expect((await stack.mails()).length).toBeGreaterThan(0);
    expect((await placesOf(/Marcus Thiele/)).length).toBeGreaterThan(recorded.size);
    expect(await placesOf(/canary/i)).toEqual([]);
  }, 60_000);

  it('is in no message that was given up', async () => {
    const sample = samples.find(({ path }) => path === 'merge/employee-updated.json');
    if (sample === undefined) throw new Error('there is no sample');
    stack.faults.add({ operation: 'ListObjectsV2', function: 'draft', answer: 500, times: 1000 });
    const other = sample.text.replaceAll('2026-12-31', '2026-11-30');
    await send({ ...sample, text: JSON.stringify(planted(JSON.parse(other))) });
    await stack.idle(30_000);
    stack.faults.clear();
    const messages = await messagesIn('DraftDeadLetters');
    expect(messages.join('')).toContain('.event.json');
    expect(messages.join('')).not.toMatch(/canary/i);
  }, 60_000);
});

describe('a person who holds no office', () => {
  const stranger = /Quill|quill|canary-id/;
  const changed = (path: string, change: (text: string) => string): Sample[] =>
    samples
      .filter((sample) => sample.path === path)
      .map((sample) => ({ ...sample, text: change(sample.text) }));

  it.each([
    ...changed('gusto/employee-terminated.json', (text) =>
      text.replaceAll('8d2c6b1a-3e4f-4b5c-8d6e-7f8091a2b3c4', 'canary-id-1'),
    ),
    ...changed('workday/terminate.json', (text) =>
      text
        .replaceAll('1091', 'canary-id-2')
        .replaceAll('Marcus Thiele', 'Canary Quill')
        .replaceAll('Chief Financial Officer', 'Chief Financial Officer, EMEA'),
    ),
    ...changed('hibob/employee-left.json', (text) => text.replaceAll('3428817700412230091', 'canary-id-3')),
  ])('leaves nothing of $path', async (sample) => {
    expect(sample.text).toMatch(stranger);
    expect(await send(sample)).toEqual({ status: 202, outcome: 'not-disclosable' });
    await stack.idle();
    expect(await placesOf(stranger)).toEqual([]);
    expect(await placesOf(/EVENT_NOT_DISCLOSABLE/)).not.toEqual([]);
  });
});

describe('the search', () => {
  it('finds a canary where one is let in', async () => {
    const data = {
      company: 'halden-optics',
      headline: 'A canary sings',
      acts: [{ kind: 'listing-transfer', to: 'NYSE' }],
    };
    const event = { specversion: '1.0', id: 'let-in', source: '/hr/x', type: 'gazette.governance.v1', data };
    const bytes = Buffer.from(JSON.stringify({ ...event, time: new Date().toISOString(), subject: 'song' }));
    expect(await stack.send('hr', { id: 'let-in', bytes })).toMatchObject({ status: 202 });
    await stack.idle();
    expect(await placesOf(/canary/i)).toEqual(
      expect.arrayContaining([
        'releases/halden-optics.song/drafts/0001/draft.json',
        'releases/halden-optics.song/events/hr~let-in.event.json',
      ]),
    );
  });
});
