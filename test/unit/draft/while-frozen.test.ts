import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { followUpOf } from '../../../functions/domain/release.ts';
import { draftRelease } from '../../../functions/draft/handler.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { listRelease, readDraft } from '../../../functions/ports/release.ts';
import { makeHandler } from '../../../functions/sweep/handler.ts';
import { draftPorts, type MemoryDraftPorts, post } from '../../support/drafting.ts';
import { companies, recordedExamples } from '../../support/examples.ts';

const [workforce, , , listing] = recordedExamples('iec-2002');
if (workforce === undefined || listing === undefined) throw new Error('no example');
const { release } = workforce;
const later = { ...listing, id: 'later' };

let ports: MemoryDraftPorts;
let queued: string[];

beforeEach(async () => {
  ports = draftPorts();
  queued = [];
  await post(ports, workforce);
  await draftRelease(ports, release);
});

const sweep = (now = ports.now()) =>
  makeHandler({
    ledger: ports.ledger,
    desk: ports.desk,
    queues: { draft: async (key) => void queued.push(key), notify: async () => {}, publish: async () => {} },
    companies,
    now: () => now,
    log: ports.log,
  })({ scope: 'ledger' });

const freeze = () => freezeRelease(ports, release, 'helen-marsh');
const told = (): string[] => ports.codes.filter((code) => code === 'EVENT_WHILE_FROZEN');
const hoursLater = (hours: number): Date => new Date(ports.now().getTime() + hours * 3_600_000);

describe('news that come to a release which is frozen', () => {
  beforeEach(async () => {
    await freeze();
    await post(ports, { ...later, receivedAt: ports.now().toISOString() });
  });

  it('wait for the thaw, and whoever runs Gazette is told once', async () => {
    await draftRelease(ports, release);
    await draftRelease(ports, release);
    await sweep();
    expect(told()).toHaveLength(1);
    expect((await listRelease(ports.ledger, release)).latest).toBe(1);
  });

  it('are told of by sweep where their message was lost, however late it comes, and not each day for ever', async () => {
    await sweep(hoursLater(200));
    expect(told()).toHaveLength(1);
    await sweep(hoursLater(300));
    expect(told()).toHaveLength(1);
  });

  it('that come on the same day as others are told of on the next', async () => {
    await draftRelease(ports, release);
    await post(ports, { ...later, id: 'latest' });
    await draftRelease(ports, release);
    await sweep();
    expect(told()).toHaveLength(1);
    await sweep(hoursLater(24));
    expect(told()).toHaveLength(2);
  });

  it('are drafted once it is thawed', async () => {
    await draftRelease(ports, release);
    await stepGate(ports.ledger, release, {
      gate: 'thawed',
      by: 'operations',
      at: ports.now().toISOString(),
    });
    await draftRelease(ports, release);
    expect((await readDraft(ports.ledger, release, 2)).events).toContain(`${later.source}~later`);
  });
});

it('an edit that waits is no news', async () => {
  const draft = await readDraft(ports.ledger, release, 1);
  await freeze();
  await post(ports, {
    ...later,
    source: 'desk',
    id: '0001',
    data: { company: draft.company, replaces: [], retracts: [], acts: [] },
    desk: {
      by: 'owner',
      draft: 1,
      sha256: draft.sha256,
      seen: draft.events,
      facts: [],
      wording: [],
      givenUp: [],
      renews: true,
    },
  });
  await draftRelease(ports, release);
  expect(told()).toEqual([]);
});

describe('news that come to a release which was approved and then frozen', () => {
  const next = followUpOf(release);
  const name = `${later.source}~later`;
  beforeEach(async () => {
    const { sha256, draft } = await readDraft(ports.ledger, release, 1);
    await putFact(ports.ledger, keys.outcome(release, draft), {
      outcome: 'approved',
      draft,
      sha256,
      at: ports.now().toISOString(),
      by: 'helen-marsh',
      counted: ['helen-marsh'],
    });
    await freeze();
    await post(ports, later);
  });

  it('go to the release that follows, and nobody has to thaw this one for it', async () => {
    await draftRelease(ports, release);
    expect((await listRelease(ports.ledger, next)).events).toEqual([name]);
    expect(told()).toEqual([]);
    await draftRelease(ports, next);
    expect((await readDraft(ports.ledger, next, 1)).events).toEqual([name]);
  });

  it('are put on the draft queue again by sweep where their message was lost, until they went there', async () => {
    await sweep();
    expect(queued).toEqual([keys.event(release, later.source, 'later')]);
    await draftRelease(ports, release);
    queued = [];
    await sweep();
    expect(queued.filter((key) => key.startsWith(keys.release(release)))).toEqual([]);
  });
});
