import { describe, expect, it, vi } from 'vitest';
import { draftSchema } from '../../functions/domain/draft.ts';
import { eventFactSchema } from '../../functions/domain/event.ts';
import { flawsOf, verifyEvidence } from '../../functions/domain/evidence/verify-evidence.ts';
import { gateSchema } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { makeWork as makeDraftWork } from '../../functions/draft/handler.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { type Ledger, putFact, readRequiredFact } from '../../functions/ports/ledger.ts';
import { makeWork as makePublishWork } from '../../functions/publish/handler.ts';
import { UsageError } from '../../local/event-files.ts';
import { thawRelease } from '../../local/thaw-release.ts';
import { draftPorts, post } from '../support/drafting.ts';
import { enough, truthfulEvidenceOf } from '../support/evidence.ts';
import { recordedExamples } from '../support/examples.ts';
import { Killed, killAfter } from '../support/killer.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { makeClock } from '../support/office.ts';

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const eventKey = keys.event(release, 'desk', '0001');

/** A release with its first draft, approved by enough where wanted, and frozen an hour later. */
const frozen = async ({ approved = false } = {}) => {
  const clock = makeClock('2002-06-06T13:00:00.000Z');
  const ports = { ...draftPorts(), ledger: memoryLedger(new Map(), clock.now), now: clock.now };
  const [first] = events;
  if (first === undefined) throw new Error('no examples');
  await post(ports, ...events);
  await makeDraftWork(ports)(keys.event(release, first.source, first.id));
  const { ledger } = ports;
  const { sha256 } = await readRequiredFact(ledger, keys.draft(release, 1), draftSchema);
  clock.pass(30);
  const at = clock.now().toISOString();
  if (approved) {
    for (const approver of enough) {
      const decision = { decision: 'approve', approver, draft: 1, sha256, decidedAt: at };
      await putFact(ledger, keys.decision(release, 1, approver), decision);
    }
    const by = enough.at(-1);
    await putFact(ledger, keys.step(release, 1, 1), {
      step: 'ended',
      draft: 1,
      outcome: 'approved',
      by,
      counted: enough.map((approver) => ({ approver, round: 1 })),
      at,
    });
    await putFact(ledger, keys.outcome(release, 1), {
      outcome: 'approved',
      draft: 1,
      sha256,
      at,
      by,
      counted: enough,
    });
  }
  clock.pass(30);
  await freezeRelease(ports, release, 'helen-marsh');
  clock.pass(60);
  const later = { ...ports, storeTime: async () => clock.now() };
  return { ...later, thaw: (publish = false) => thawRelease(later, release, { publish }) };
};

/** Writes the step of the gate, and then the process dies. */
const putGateAndDie =
  (ledger: Ledger): Ledger['put'] =>
  async (...args) => {
    await ledger.put(...args);
    throw new Killed('The process was killed');
  };

describe('thawing a release', () => {
  it('makes the next draft of the same text, which everyone is asked about anew', async () => {
    const { thaw, ...ports } = await frozen();
    expect(await thaw()).toMatchObject({ result: 'thawed', frozenAt: '2002-06-06T14:00:00.000Z', draft: 1 });
    await makeDraftWork(ports)(eventKey);
    const [first, second] = await Promise.all(
      [1, 2].map((draft) => readRequiredFact(ports.ledger, keys.draft(release, draft), draftSchema)),
    );
    expect(second?.text).toBe(first?.text);
    expect(second?.carried).toEqual([]);
    expect(second?.approvers.some(({ changed }) => changed)).toBe(false);
    for (const approver of enough)
      expect(ports.ledger.facts.has(keys.mail(release, `ask-0002-${approver}`))).toBe(true);
    expect(flawsOf(verifyEvidence(await truthfulEvidenceOf(ports.ledger, release)))).toEqual([]);
  });

  it('leaves an event of the desk that says who put it, and is bound to the text that was frozen', async () => {
    const { thaw, ledger } = await frozen();
    await thaw();
    const { desk, proof } = await readRequiredFact(ledger, eventKey, eventFactSchema);
    const { sha256 } = await readRequiredFact(ledger, keys.draft(release, 1), draftSchema);
    expect(desk).toMatchObject({ by: 'operations', draft: 1, sha256, renews: true });
    expect(proof.key).toBe('credentials');
  });

  it('publishes a draft that had been approved only where that is said', async () => {
    const { thaw, ...ports } = await frozen({ approved: true });
    const before = new Map(ports.ledger.facts);
    expect(await thaw()).toMatchObject({ result: 'approved', outcome: { counted: enough } });
    expect(ports.ledger.facts).toEqual(before);
    expect(await thaw(true)).toMatchObject({ result: 'let-out' });
    await makePublishWork(ports)(keys.outcome(release, 1));
    expect(ports.ledger.facts.has(keys.published(release))).toBe(true);
    expect(ports.ledger.facts.has(eventKey)).toBe(false);
    expect(flawsOf(verifyEvidence(await truthfulEvidenceOf(ports.ledger, release)))).toEqual([]);
    expect(await thaw()).toEqual({ result: 'published' });
  });

  it('publishes nothing that had not been approved', async () => {
    const { thaw, ledger } = await frozen();
    const before = new Map(ledger.facts);
    expect(await thaw(true)).toMatchObject({ result: 'not-approved' });
    expect(ledger.facts).toEqual(before);
  });

  it('does nothing to a release that is not frozen, or is none', async () => {
    const { thaw, ...ports } = await frozen();
    await thaw();
    const before = new Map(ports.ledger.facts);
    expect(await thaw()).toEqual({ result: 'not-frozen' });
    expect(await thawRelease(ports, 'iec-electronics.none', { publish: false })).toEqual({
      result: 'unknown',
    });
    expect(ports.ledger.facts).toEqual(before);
  });

  it.each([-15, 5])('goes by the clock of the store on a machine that is %i minutes off', async (minutes) => {
    const { thaw, ledger, now } = await frozen();
    vi.useFakeTimers({ toFake: ['Date'], now: now().getTime() + minutes * 60_000 });
    await thaw();
    vi.useRealTimers();
    expect(await readRequiredFact(ledger, keys.gate(release, 2), gateSchema)).toMatchObject({
      gate: 'thawed',
      at: now().toISOString(),
    });
    expect(await readRequiredFact(ledger, eventKey, eventFactSchema)).toMatchObject({
      time: now().toISOString(),
    });
  });

  it('is never before it was frozen, whatever the store says', async () => {
    const { ledger } = await frozen();
    const storeTime = async () => new Date('2002-06-06T13:59:59.000Z');
    await thawRelease({ ledger, storeTime }, release, { publish: false });
    expect(await readRequiredFact(ledger, keys.gate(release, 2), gateSchema)).toMatchObject({
      at: '2002-06-06T14:00:00.000Z',
    });
  });

  it('is asked anew no earlier than it was thawed, also where it was cut off in between', async () => {
    const { ledger } = await frozen();
    const at = (time: string) => ({ ledger, storeTime: async () => new Date(`2002-06-06T${time}Z`) });
    const dying = { ...at('15:00:01.000'), ledger: { ...ledger, put: putGateAndDie(ledger) } };
    await expect(thawRelease(dying, release, { publish: false })).rejects.toThrow(Killed);
    await thawRelease(at('15:00:00.000'), release, { publish: false });
    expect(await readRequiredFact(ledger, eventKey, eventFactSchema)).toMatchObject({
      time: '2002-06-06T15:00:01.000Z',
    });
  });

  it('changes nothing where the store does not say what time it is', async () => {
    const { ledger } = await frozen();
    const before = new Map(ledger.facts);
    const storeTime = async () => {
      throw new UsageError('S3 does not say what time it is');
    };
    await expect(thawRelease({ ledger, storeTime }, release, { publish: false })).rejects.toThrow(UsageError);
    expect(ledger.facts).toEqual(before);
  });

  it('ends in the same state when it is killed after any one call and run again', async () => {
    const whole = await frozen();
    await whole.thaw();
    for (let limit = 1; ; limit += 1) {
      const { thaw, ...ports } = await frozen();
      const { wrap } = killAfter(limit);
      const died = await thawRelease({ ...ports, ledger: wrap(ports.ledger) }, release, {
        publish: false,
      }).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      await thaw();
      expect(ports.ledger.facts).toEqual(whole.ledger.facts);
      if (!died) break;
    }
  });
});
