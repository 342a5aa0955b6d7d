import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../functions/domain/keys.ts';
import { decideOn } from '../../local/approve.ts';
import { companyOfId, readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const [workforce] = readExamples('iec-2002');
const [, interim] = readExamples('halden-2026');
if (workforce === undefined || interim === undefined) throw new Error('no examples');
const releaseOf = (subject: string): string => `iec-electronics.${subject}`;

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.stop());

const wholeRelease = (subject: string): string[] =>
  stack.keys(`releases/${releaseOf(subject)}/`).map((key) => key.replaceAll(subject, 'subject'));

describe('whatever is lost or dies', () => {
  let wanted: string[];
  beforeAll(async () => {
    await stack.post(eventOf(workforce, 'whole'));
    await stack.idle();
    wanted = wholeRelease('whole');
  });

  it('a release that nothing happened to has its draft, its files, and a sent mail to the owner and each approver', () => {
    expect(wanted.filter((key) => key.endsWith('.sent.json'))).toHaveLength(6);
  });

  it.each([
    ['draft', 'PutObject', 'draft.json'],
    ['draft', 'PutObject', 'exhibit99-1.txt'],
    ['draft', 'PutObject', 'exhibit99-1.docx'],
    ['draft', 'PutObject', 'ask-0001-helen-marsh'],
    ['draft', 'ListObjectsV2', ''],
    ['notify', 'PutObject', 'links/'],
    ['notify', 'SendEmail', ''],
    ['notify', 'PutObject', '.sent.json'],
  ])('is the same in the end after %s died at %s %s', async (name, operation, subjectIncludes) => {
    const subject = `died-${name}-${operation}-${subjectIncludes}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '');
    stack.faults.add({ function: name, operation, subjectIncludes, answer: 'crash' });
    await stack.post(eventOf(workforce, subject));
    await stack.idle();
    expect(stack.faults.pending()).toEqual([]);
    expect(wholeRelease(subject)).toEqual(wanted);
  });

  it('is the same in the end after S3 failed and was slow', async () => {
    stack.faults.add({ function: 'draft', operation: 'PutObject', answer: 503, times: 2 });
    stack.faults.add({ function: 'notify', operation: 'PutObject', answer: { slowMilliseconds: 300 } });
    await stack.post(eventOf(workforce, 'unsteady'));
    await stack.idle();
    expect(wholeRelease('unsteady')).toEqual(wanted);
  });

  it('an event whose notification was lost is drafted by the daily sweep', async () => {
    stack.faults.add({ operation: 'PutObject', subjectIncludes: '.event.json', answer: 'lose-notification' });
    await stack.post(eventOf(workforce, 'lost'));
    await sleep(500);
    expect(stack.keys(`releases/${releaseOf('lost')}/drafts/`)).toEqual([]);
    await stack.fire('day');
    await stack.key(keys.draft(releaseOf('lost'), 1));
    await stack.idle();
    expect(wholeRelease('lost')).toEqual(wanted);
  });

  it('a decision after which review died is counted by the daily sweep, and the release published', async () => {
    const subject = 'undrawn';
    const release = `halden-optics.${subject}`;
    await stack.post(eventOf(interim, subject));
    await stack.key(keys.draft(release, 1));
    for (const { email } of companyOfId('halden-optics').approvers) {
      const { person, page } = await stack.open(email, await stack.link(email));
      if (email.startsWith('ruth')) {
        stack.faults.add({
          function: 'review',
          operation: 'PutObject',
          subjectIncludes: 'decisions/',
          answer: 'crash',
        });
      }
      const { status } = await decideOn(person, page, { decision: 'approve' });
      expect(status).toBe(email.startsWith('ruth') ? 500 : 200);
    }
    expect(stack.keys(`releases/${release}/`).some((key) => key.endsWith('outcome.json'))).toBe(false);
    await stack.fire('day');
    await stack.key(keys.published(release));
  });

  it('no message was given up, and no call was refused', async () => {
    const depths = Object.entries(await stack.queueDepths()).filter(([name]) => name.includes('dead'));
    expect(depths.length).toBeGreaterThanOrEqual(3);
    expect(depths.every(([, { visible }]) => visible === 0)).toBe(true);
    expect(stack.denied).toEqual([]);
  });
});

describe('a message that can never be worked off', () => {
  it('ends in the dead-letter queue and holds nothing else back', async () => {
    await stack.post(eventOf(workforce, 'poison'));
    stack.faults.add({
      function: 'draft',
      operation: 'ListObjectsV2',
      subjectIncludes: 'poison',
      answer: 500,
      times: 500,
    });
    await stack.idle(60_000);
    stack.faults.clear();
    const dead = Object.entries(await stack.queueDepths()).filter(([name]) => /draft.*dead/.test(name));
    expect(dead.map(([, { visible }]) => visible)).toEqual([1]);
    await stack.post(eventOf(workforce, 'after-poison'));
    await stack.key(keys.draft(releaseOf('after-poison'), 1));
  });
});
