import type { MailAsk, Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds, operationsReader } from '../domain/mail-ids.ts';
import { stepGate } from './gate.ts';
import { type Ledger, putFact } from './ledger.ts';
import { listRelease, readDraft } from './release.ts';

/**
 * Freezes a release because `by`, an approver's id or `owner`, says that somebody else acted in their name: its open draft
 * ends, every link and session from before is void, nothing is decided, mailed or published until it is thawed, and the
 * owner and whoever runs Gazette are told. `too-late`: it was published before. Doing it again does nothing.
 */
export const freezeRelease = async (
  { ledger, now }: { ledger: Ledger; now: () => Date },
  release: string,
  by: string,
): Promise<'frozen' | 'too-late'> => {
  const at = now().toISOString();
  if ((await stepGate(ledger, release, { gate: 'frozen', by, at })).gate !== 'frozen') return 'too-late';
  const { latest } = await listRelease(ledger, release);
  const { draft, sha256 } = await readDraft(ledger, release, latest);
  const outcome: Outcome = { outcome: 'frozen', draft, sha256, at, by, counted: [] };
  await putFact(ledger, keys.outcome(release, draft), outcome);
  const mail: MailAsk = { kind: 'frozen', draft, askedAt: at };
  await putFact(ledger, keys.mail(release, mailIds.of('frozen', draft)), mail);
  await putFact(ledger, keys.mail(release, mailIds.of('frozen', draft, operationsReader)), {
    ...mail,
    operations: true,
  });
  return 'frozen';
};
