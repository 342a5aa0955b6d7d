import type { Draft } from '../domain/draft.ts';
import { type Gate, gateSchema, type Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds, operationsReader } from '../domain/mail-ids.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { freezeRelease } from '../ports/freeze.ts';
import { putFact, readRequiredFact } from '../ports/ledger.ts';
import type { RepairPorts } from './ports.ts';

/** Does what a freeze that was cut off has left undone, and ends a draft that was on its way meanwhile; answers with how much. */
export const finishFreeze = async (
  { ledger, now }: Pick<RepairPorts, 'ledger' | 'now'>,
  known: ReleaseKeys,
  { by }: Extract<Gate, { gate: 'frozen' }>,
): Promise<number> => {
  const { release, latest, drafts, mails } = known;
  const isTold = [undefined, operationsReader].every((reader) =>
    mails.has(mailIds.of('frozen', latest, reader)),
  );
  if (drafts.get(latest)?.ended && isTold) return 0;
  await freezeRelease({ ledger, now }, release, by);
  return 1;
};

/**
 * Ends a draft that is open though it was made before the release was thawed: it was on its way while the release was frozen,
 * and nobody was mailed about it. Whoever thaws has a new one made.
 */
export const endForgotten = async (
  { ledger, now }: Pick<RepairPorts, 'ledger' | 'now'>,
  { gates, drafts }: ReleaseKeys,
  { release, draft, sha256, createdAt }: Draft,
  thawed: Extract<Gate, { gate: 'thawed' }>,
): Promise<void> => {
  if (drafts.get(draft)?.ended || new Date(createdAt) >= new Date(thawed.at)) return;
  const before = await readRequiredFact(ledger, keys.gate(release, gates - 1), gateSchema);
  const by = before.gate === 'frozen' ? before.by : thawed.by;
  const outcome: Outcome = { outcome: 'frozen', draft, sha256, at: now().toISOString(), by, counted: [] };
  await putFact(ledger, keys.outcome(release, draft), outcome);
};
