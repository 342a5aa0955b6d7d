import type { Gate } from '../domain/facts.ts';
import { mailIds, operationsReader } from '../domain/mail-ids.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { freezeRelease } from '../ports/freeze.ts';
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
