import type { Gate, Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { frozenMails } from '../domain/mails-wanted.ts';
import { isFrozen, stepGate } from './gate.ts';
import { type Ledger, putFact } from './ledger.ts';
import { askForMail } from './mails-due.ts';
import { listRelease, readDraft } from './release.ts';
import { readStanding } from './standing.ts';

interface FreezePorts {
  ledger: Ledger;
  now: () => Date;
}

type Frozen = Extract<Gate, { gate: 'frozen' }>;
type Published = Extract<Gate, { gate: 'published' }>;

/**
 * Ends the open draft of a release that is frozen, and asks for the mails that say so; nothing where it was thawed meanwhile, as
 * its newest draft may be a later one. Doing it again does nothing.
 */
export const endFrozen = async (
  { ledger, now }: FreezePorts,
  release: string,
  { by, at }: Omit<Frozen, 'gate'>,
): Promise<void> => {
  const known = await listRelease(ledger, release);
  if (!(await isFrozen(ledger, known))) return;
  const { latest } = known;
  const { draft, sha256 } = await readDraft(ledger, release, latest);
  const outcome: Outcome = { outcome: 'frozen', draft, sha256, at, by, counted: [] };
  await putFact(ledger, keys.outcome(release, draft), outcome);
  const standing = await readStanding(ledger, release, draft);
  for (const mail of frozenMails(standing, by)) await askForMail(ledger, standing, mail, now());
};

/**
 * Freezes a release because `by`, an approver's id or `owner`, says that somebody else acted in their name: its open draft
 * ends, every link and session from before is void, nothing is decided or published until it is thawed, and those whom it
 * concerns are told. Where its gate had opened for publication, answers with that step, and does nothing.
 */
export const freezeRelease = async (
  ports: FreezePorts,
  release: string,
  by: string,
): Promise<'frozen' | Published> => {
  const at = ports.now().toISOString();
  const step = await stepGate(ports.ledger, release, { gate: 'frozen', by, at });
  if (step.gate === 'published') return step;
  if (step.gate === 'thawed') throw new Error('The release was thawed while it was being frozen');
  await endFrozen(ports, release, step);
  return 'frozen';
};
