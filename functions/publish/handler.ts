import { sha256Of } from '../domain/digest.ts';
import { type Draft, digestOf, isApprovable } from '../domain/draft.ts';
import { knownTo } from '../domain/evidence/ballots.ts';
import {
  type Decision,
  type EndStep,
  type MailAsk,
  type Outcome,
  outcomeSchema,
  type Published,
} from '../domain/facts.ts';
import { exhibitFiles, keys, parseKey } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { releaseMark } from '../domain/release.ts';
import { type Ballot, endStepOf } from '../domain/standing-decisions.ts';
import { tally } from '../domain/tally.ts';
import { stepGate } from '../ports/gate.ts';
import { type Ledger, putFact, readRequiredFact } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import { listRelease, readBallots, readDraft } from '../ports/release.ts';

export interface PublishPorts {
  ledger: Ledger;
  now: () => Date;
  log: Log;
}

/** An outcome says approved, and the facts do not bear it out; somebody must look before anything goes out. */
export class PublicationRefusedError extends Error {
  override readonly name = 'PublicationRefusedError';
}

/** Whether the decisions that stood when a step counted them approve the draft, those too that it passed over. */
const isAgreed = (draft: Draft, step: EndStep, ballots: readonly Ballot[]): boolean => {
  const known = knownTo(step, ballots).map(({ decision }) => decision);
  return tally(draft, known).outcome === 'approved';
};

/** Proves the approval again from the facts: this very text, a policy that these decisions meet, and none that stood against it. */
const requireApproval = (
  draft: Draft,
  outcome: Outcome,
  decisions: readonly Decision[],
  { steps, ballots }: Awaited<ReturnType<typeof readBallots>>,
): void => {
  if (digestOf(draft) !== draft.sha256)
    throw new PublicationRefusedError('The draft is not what its digest says');
  if (outcome.sha256 !== draft.sha256) throw new PublicationRefusedError('The outcome is of another text');
  if (!isApprovable(draft)) throw new PublicationRefusedError('The draft has errors');
  if (tally(draft, decisions).outcome !== 'approved')
    throw new PublicationRefusedError('The policy is not met');
  const step = endStepOf(steps);
  if (step === undefined || !isAgreed(draft, step, ballots))
    throw new PublicationRefusedError('A request for changes stood that was not counted');
};

const publishedFile = (name: string, body: string): Published['files'][number] => ({
  name,
  bytes: Buffer.byteLength(body),
  sha256: sha256Of(body),
});

const approvalsOf = (draft: Draft, decisions: readonly Decision[]): Published['approvals'] => {
  const { approvedBy } = tally(draft, decisions);
  return draft.approvers.flatMap(({ id, name, title }) =>
    decisions
      .filter(({ approver }) => approver === id && approvedBy.includes(id))
      .map(({ decidedAt }) => ({ approver: id, name, title, decidedAt })),
  );
};

const manifestOf = (draft: Draft, decisions: readonly Decision[], now: Date): Published => ({
  release: draft.release,
  draft: draft.draft,
  sha256: draft.sha256,
  publishedAt: now.toISOString(),
  files: [publishedFile(exhibitFiles.text, draft.text), publishedFile(exhibitFiles.html, draft.html)],
  approvals: approvalsOf(draft, decisions),
});

/** Publishes an approved draft: the files, then their manifest, then a mail to the owner and to each who decided. Doing it again does nothing. */
const publish = async ({ ledger, now, log }: PublishPorts, draft: Draft, outcome: Outcome): Promise<void> => {
  const { release } = draft;
  // Those that were counted, and no other: a request for changes that came as they were, or after, cannot undo it.
  const known = await listRelease(ledger, release);
  const read = await readBallots(ledger, release, draft, known.drafts.get(draft.draft));
  const decisions = read.ballots.flatMap(({ fate, decision }) =>
    fate === 'counted' && outcome.counted.includes(decision.approver) ? [decision] : [],
  );
  requireApproval(draft, outcome, decisions, read);
  const gate = await stepGate(ledger, release, {
    gate: 'published',
    draft: draft.draft,
    sha256: draft.sha256,
    at: now().toISOString(),
  });
  if (gate.gate !== 'published') {
    log('WARN', 'RELEASE_FROZEN', { release: releaseMark(release), draft: draft.draft });
    return;
  }
  await ledger.put(
    keys.publishedFile(release, exhibitFiles.text),
    draft.text,
    'text/plain; charset=us-ascii',
  );
  await ledger.put(keys.publishedFile(release, exhibitFiles.html), draft.html, 'text/html; charset=us-ascii');
  const result = await putFact(ledger, keys.published(release), manifestOf(draft, decisions, now()));
  if (result === 'written')
    log('INFO', 'RELEASE_PUBLISHED', { release: releaseMark(release), draft: draft.draft });
  const askedAt = now().toISOString();
  for (const approver of [undefined, ...decisions.map((decision) => decision.approver)]) {
    const mail: MailAsk = {
      kind: 'published',
      draft: draft.draft,
      ...(approver !== undefined && { approver }),
      askedAt,
    };
    await putFact(ledger, keys.mail(release, mailIds.of('published', draft.draft, approver)), mail);
  }
};

/** Works off one outcome: publishes where it is an approval; the other ends of a draft ask for nothing. */
export const makeWork =
  (ports: PublishPorts) =>
  async (key: string): Promise<void> => {
    const parts = parseKey(key);
    if (parts?.fact !== 'outcome') return;
    const { release, draft: number } = parts;
    const outcome = await readRequiredFact(ports.ledger, key, outcomeSchema);
    if (outcome.outcome !== 'approved') return;
    await publish(ports, await readDraft(ports.ledger, release, number), outcome);
  };
