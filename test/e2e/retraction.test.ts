import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CloudEvent } from '../../functions/domain/event.ts';
import { outcomeSchema } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack, stagedForAll } from '../support/running-stack.ts';

const [retirement, interim] = readExamples('halden-2026');
if (retirement === undefined || interim === undefined) throw new Error('no examples');
const [departure] = retirement.data.acts;
if (departure?.kind !== 'officer-departure' || departure.person === undefined)
  throw new Error('no departure');
const { person } = departure;

const releaseOf = (subject: string): string => `halden-optics.${subject}`;

/** A cancellation by the board portal of what the HR system tells. */
const cancellation = (subject: string): CloudEvent => {
  const retracts = [{ kind: departure.kind, person }];
  return eventOf({ ...interim, time: '2026-11-19T12:00:00Z' }, subject, { acts: [], replaces: [], retracts });
};

let directory: string;
let stack: RunningStack;

/** The stack as it would be deployed, but that holds releases sooner. */
const withLimit = (releases: number): string => {
  directory = mkdtempSync(join(tmpdir(), 'gazette-limit-'));
  cpSync(inject('assemblyDirectory'), directory, { recursive: true });
  const path = join(directory, `${inject('stackName')}.template.json`);
  const template = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    template.replace(/"MASS_CHANGE_RELEASES": "\d+"/, `"MASS_CHANGE_RELEASES": "${releases}"`),
  );
  return directory;
};

beforeAll(async () => {
  stack = await runStack(0.3, { ...stagedForAll(), assemblyDirectory: withLimit(2) });
});
afterAll(async () => {
  await stack.stop();
  rmSync(directory, { recursive: true });
});

const subjects = async (): Promise<string[]> => (await stack.mails()).map(({ subject }) => subject);

describe('a departure that is cancelled by another system', () => {
  it('is withdrawn, and those who were asked hear that they need not act', async () => {
    await stack.post(eventOf(retirement, 'withdrawn'));
    await stack.key(keys.draft(releaseOf('withdrawn'), 1));
    await stack.idle();
    const before = (await stack.mails()).length;
    await stack.post(cancellation('withdrawn'));
    await stack.idle();
    const outcome = stack.fact(keys.outcome(releaseOf('withdrawn'), 1), outcomeSchema);
    expect(outcome.outcome).toBe('withdrawn');
    const told = (await stack.mails()).slice(before).map(({ text }) => text);
    expect(told).toHaveLength(4);
    for (const text of told) expect(text).toContain('Draft 1 was withdrawn.');
  });

  it('is never drafted where the cancellation comes first', async () => {
    await stack.post(cancellation('reversed'));
    await stack.idle();
    await stack.post(eventOf(retirement, 'reversed'));
    await stack.idle();
    const known = stack.keys(`releases/${releaseOf('reversed')}/`);
    expect(known.every((key) => key.endsWith('.event.json'))).toBe(true);
    expect(known).toHaveLength(2);
  });
});

describe('more releases of one source at once than may begin', () => {
  const many = ['many-1', 'many-2', 'many-3', 'many-4'];

  const isHeld = (subject: string): boolean => stack.keys(`releases/${releaseOf(subject)}/held/`).length > 0;

  it('are held, and one mail tells of them', async () => {
    await Promise.all(many.map((subject) => stack.post(eventOf(retirement, subject))));
    await stack.idle();
    const held = many.filter(isHeld);
    expect(held.length).toBeGreaterThanOrEqual(3);
    for (const subject of held) expect(stack.keys()).not.toContain(keys.draft(releaseOf(subject), 1));
    expect((await subjects()).filter((subject) => subject.startsWith('Releases are held'))).toHaveLength(1);
  });

  it('go on when somebody says so, by the next daily round', async () => {
    const held = many.filter(isHeld);
    const release = releaseOf(held[0] ?? '');
    writeFileSync(join(stack.buckets.ledger.directory, keys.resumed(release)), '{}');
    await stack.fire('day');
    await stack.key(keys.draft(release, 1));
    await stack.idle();
    for (const subject of held.slice(1))
      expect(stack.keys()).not.toContain(keys.draft(releaseOf(subject), 1));
  });

  it('took no call that a role does not allow, and no message was given up', async () => {
    expect(stack.denied).toEqual([]);
    const dead = Object.entries(await stack.queueDepths()).filter(([name]) => name.includes('dead'));
    expect(dead.every(([, { visible }]) => visible === 0)).toBe(true);
  });
});
