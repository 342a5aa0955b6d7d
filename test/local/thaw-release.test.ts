import { describe, expect, it } from 'vitest';
import { draftSchema } from '../../functions/domain/draft.ts';
import { eventFactSchema } from '../../functions/domain/event.ts';
import { flawsOf, verifyEvidence } from '../../functions/domain/evidence/verify-evidence.ts';
import { keys } from '../../functions/domain/keys.ts';
import { makeWork as makeDraftWork } from '../../functions/draft/handler.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { putFact, readRequiredFact } from '../../functions/ports/ledger.ts';
import { makeWork as makePublishWork } from '../../functions/publish/handler.ts';
import { thawRelease } from '../../local/thaw-release.ts';
import { draftPorts, post } from '../support/drafting.ts';
import { enough, evidenceOf } from '../support/evidence.ts';
import { recordedExamples } from '../support/examples.ts';
import { Killed, killAfter } from '../support/killer.ts';

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const eventKey = keys.event(release, 'desk', '0001');

/** A release with its first draft, approved by enough where wanted, and frozen an hour later. */
const frozen = async ({ approved = false } = {}) => {
  const ports = draftPorts();
  const [first] = events;
  if (first === undefined) throw new Error('no examples');
  await post(ports, ...events);
  await makeDraftWork(ports)(keys.event(release, first.source, first.id));
  const { ledger } = ports;
  const { sha256 } = await readRequiredFact(ledger, keys.draft(release, 1), draftSchema);
  const at = '2002-06-06T13:30:00.000Z';
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
  await freezeRelease({ ledger, now: () => new Date('2002-06-06T14:00:00.000Z') }, release, 'helen-marsh');
  const later = { ...ports, now: () => new Date('2002-06-06T15:00:00.000Z') };
  return { ...later, thaw: (publish = false) => thawRelease(later, release, { publish }) };
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
    expect(flawsOf(verifyEvidence(await evidenceOf(ports.ledger, release)))).toEqual([]);
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
    expect(flawsOf(verifyEvidence(await evidenceOf(ports.ledger, release)))).toEqual([]);
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
