import type { Draft } from '../domain/draft.ts';
import { type MailAsk, mailSchema, type Outcome } from '../domain/facts.ts';
import { exhibitFiles, keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { nextLook, openKey, soonAfter } from '../domain/open-marker.ts';
import { askedOf } from '../domain/policy.ts';
import { followUpOf } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { tally } from '../domain/tally.ts';
import type { Desk } from '../ports/desk.ts';
import { type Ledger, putFact, readRequiredFact } from '../ports/ledger.ts';
import type { WorkQueues } from '../ports/queues.ts';
import { listRelease, readDecisions, readDraft, readOutcome } from '../ports/release.ts';
import { settleDraft } from '../ports/settle.ts';

export interface RepairPorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
  queues: WorkQueues;
  now: () => Date;
}

/** A mail is taken for lost when nothing has come of it for so long; before that it may be on its way. */
const mailPatienceMinutes = 10;

/** Events that no draft has taken in and that no release after this one has been given. */
const untoldEvents = async (
  { ledger }: RepairPorts,
  known: ReleaseKeys,
  latest: Draft | undefined,
  outcome: Outcome | undefined,
): Promise<string[]> => {
  const news = known.events.filter((event) => !latest?.events.includes(event));
  if (news.length === 0 || outcome?.outcome === 'withdrawn') return [];
  if (outcome?.outcome !== 'approved') return news;
  const { events } = await listRelease(ledger, followUpOf(known.release));
  return news.filter((event) => !events.includes(event));
};

/** Whether a draft lacks its files or, while it is open, the mails that ask for its approval. */
const unfinished = (known: ReleaseKeys, latest: Draft): boolean => {
  const draft = known.drafts.get(latest.draft);
  const unasked = askedOf(latest).some((id) => !known.mails.has(mailIds.ask(latest.draft, id)));
  return (
    Object.values(exhibitFiles).some((file) => !draft?.files.has(file)) || (draft?.ended !== true && unasked)
  );
};

const mailAgain = async ({ ledger, queues, now }: RepairPorts, known: ReleaseKeys): Promise<number> => {
  const lost: string[] = [];
  for (const mail of known.mails) {
    if (known.sent.has(mail)) continue;
    const key = keys.mail(known.release, mail);
    const { askedAt } = await readRequiredFact(ledger, key, mailSchema);
    if (now().getTime() - Date.parse(askedAt) >= mailPatienceMinutes * 60_000) lost.push(key);
  }
  for (const key of lost) await queues.notify(key);
  return lost.length;
};

/** Asks for one reminder to each whose decision is still needed, once the time for it has come. */
const remind = async ({ ledger, now }: RepairPorts, known: ReleaseKeys, latest: Draft): Promise<void> => {
  const at = now();
  if (at < new Date(latest.remindAt) || at >= new Date(latest.decideBy)) return;
  const decided = known.drafts.get(latest.draft)?.decisions ?? [];
  const { groups, approvedBy } = tally(
    latest,
    await readDecisions(ledger, known.release, latest.draft, decided),
  );
  const needed = latest.groups.filter(({ id }) => groups.some((group) => group.id === id && !group.met));
  const awaited = askedOf({ groups: needed }).filter((approver) => !approvedBy.includes(approver));
  for (const approver of awaited) {
    const id = mailIds.reminder(latest.draft, approver);
    if (known.mails.has(id)) continue;
    const mail: MailAsk = { kind: 'reminder', draft: latest.draft, approver, askedAt: at.toISOString() };
    await putFact(ledger, keys.mail(known.release, id), mail);
  }
};

/**
 * Finds from the facts of a release alone what was left undone, whatever message or marker was lost, and puts it on
 * its queue again: events never drafted, drafts never finished, mails never sent, outcomes never drawn, releases never
 * published. Reminds those who are awaited when it is time. Answers with how much it mended.
 */
export const repairRelease = async (ports: RepairPorts, release: string): Promise<number> => {
  const { ledger, desk, queues } = ports;
  const known = await listRelease(ledger, release);
  const latest = known.latest === 0 ? undefined : await readDraft(ledger, release, known.latest);
  const outcome = latest && (await readOutcome(ledger, release, latest.draft));
  const untold = await untoldEvents(ports, known, latest, outcome);
  const [again] = untold.length > 0 ? untold : latest && unfinished(known, latest) ? latest.events : [];
  let mended = await mailAgain(ports, known);
  if (again !== undefined) {
    await queues.draft(`${keys.release(release)}events/${again}.event.json`);
    mended += 1;
  }
  if (latest === undefined) return mended;
  const mark = (due: string): Promise<void> => desk.put(openKey({ due, release, draft: latest.draft }), '{}');
  const settled = await settleDraft(ledger, release, latest.draft, ports.now);
  if (settled === undefined) {
    await mark(nextLook(latest.remindAt, ports.now()));
    await remind(ports, known, latest);
  } else if (outcome?.outcome === 'approved' && !known.published) {
    await queues.publish(keys.outcome(release, latest.draft));
    mended += 1;
  }
  if (mended > 0) await mark(soonAfter(ports.now()));
  return mended;
};
