import { deskEventId, deskSource } from '../functions/domain/desk-edits/desk-edits.ts';
import type { Draft } from '../functions/domain/draft.ts';
import type { EventFact } from '../functions/domain/event.ts';
import type { Outcome } from '../functions/domain/facts.ts';
import { keys } from '../functions/domain/keys.ts';
import { operationsReader } from '../functions/domain/mail-ids.ts';
import { lastStep, stepGate } from '../functions/ports/gate.ts';
import { lastFreeze } from '../functions/ports/last-freeze.ts';
import { type Ledger, putFact } from '../functions/ports/ledger.ts';
import { listRelease, readDraft, readOutcome } from '../functions/ports/release.ts';
import { type Changes, deskEventOf } from '../functions/review/edit/desk-event.ts';

/** What came of thawing: done, or why not; with the draft that it is about, and when the release was frozen. */
export type Thawing =
  | { result: 'unknown' | 'not-frozen' | 'published' }
  | {
      result: 'thawed' | 'let-out' | 'approved' | 'not-approved';
      frozenAt: string;
      draft: number;
      outcome: Outcome | undefined;
    };

/** The event that puts the same text before everyone anew, by whoever runs Gazette. */
const renewalOf = (draft: Draft, now: Date): EventFact => {
  const changes: Changes = { facts: [], wording: [], givenUp: [], renews: true };
  const event = deskEventOf(draft, operationsReader, changes, now);
  return { ...event, proof: { ...event.proof, key: 'credentials' } };
};

/** The later of two instants; of what the clocks of two machines say, the one that keeps what came second from coming first. */
const later = (one: Date, other: Date): Date => (one > other ? one : other);

/**
 * Lets a frozen release go on. Where its draft had not been approved, the next one is made and everyone is asked anew; where
 * it had, `publish` must say that it is to go out, and sweep publishes it. Cut off after any write it is done by doing it again.
 * All that is void until the thaw hangs on when that was: it is stamped by the clock of the ledger's store, and not by that of
 * the machine that this runs on, and never before the freeze.
 */
export const thawRelease = async (
  { ledger, storeTime }: { ledger: Ledger; storeTime: () => Promise<Date> },
  release: string,
  { publish }: { publish: boolean },
): Promise<Thawing> => {
  const known = await listRelease(ledger, release);
  if (known.latest === 0) return { result: 'unknown' };
  const [last, freeze] = await Promise.all([lastStep(ledger, known), lastFreeze(ledger, known)]);
  if (last?.gate === 'published') return { result: 'published' };
  const draft = await readDraft(ledger, release, known.latest);
  const outcome = await readOutcome(ledger, release, draft.draft);
  const isRenewed = known.events.includes(`${deskSource}~${deskEventId(draft.draft)}`);
  const isCutOff = last?.gate === 'thawed' && outcome?.outcome === 'frozen' && !isRenewed;
  if (freeze === undefined || (last?.gate !== 'frozen' && !isCutOff)) return { result: 'not-frozen' };
  const about = { frozenAt: freeze.at, draft: draft.draft, outcome };
  const isApproved = outcome?.outcome === 'approved';
  if (isApproved !== publish) return { result: isApproved ? 'approved' : 'not-approved', ...about };
  const at = later(await storeTime(), new Date(freeze.at));
  const step = await stepGate(ledger, release, {
    gate: 'thawed',
    by: operationsReader,
    at: at.toISOString(),
  });
  if (step.gate === 'published') return { result: 'published' };
  if (isApproved) return { result: 'let-out', ...about };
  // Not before the thaw, also where that was cut off, so that the history has them in this order.
  const renewal = renewalOf(draft, later(at, new Date(step.at)));
  await putFact(ledger, keys.event(release, renewal.source, renewal.id), renewal);
  return { result: 'thawed', ...about };
};
