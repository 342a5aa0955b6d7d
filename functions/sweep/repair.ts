import type { Draft } from '../domain/draft.ts';
import { mailSchema, type Outcome } from '../domain/facts.ts';
import { fileNamesOf, keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { newsAmong } from '../domain/news.ts';
import { mayBeLost, nextAsk, nextLook, openKey, soonAfter } from '../domain/open-marker.ts';
import { followUpOf } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { eventName, hasStandingActs } from '../domain/standing-acts.ts';
import { awaitedOf } from '../domain/tally.ts';
import type { Desk } from '../ports/desk.ts';
import { isFrozen } from '../ports/gate.ts';
import { isHeld } from '../ports/held.ts';
import { type Ledger, readRequiredFact } from '../ports/ledger.ts';
import { askForMail } from '../ports/mails-due.ts';
import type { WorkQueues } from '../ports/queues.ts';
import { listRelease, readDraft, readEvents, readOutcome } from '../ports/release.ts';
import { settleDraft } from '../ports/settle.ts';
import { readStanding } from '../ports/standing.ts';

export interface RepairPorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
  queues: WorkQueues;
  now: () => Date;
}

/** Events that no draft has taken in, that no release after this one has been given, and that do not only repeat this one. */
const untoldEvents = async (
  { ledger }: RepairPorts,
  known: ReleaseKeys,
  latest: Draft | undefined,
  outcome: Outcome | undefined,
): Promise<string[]> => {
  if ((await isHeld(ledger, known)) || (await isFrozen(ledger, known))) return [];
  const news = known.events.filter((event) => !latest?.events.includes(event));
  if (news.length === 0) return [];
  if (outcome?.outcome === 'approved') {
    const { events } = await listRelease(ledger, followUpOf(known.release));
    const left = news.filter((event) => !events.includes(event));
    if (left.length === 0 || latest === undefined) return left;
    const [announced, later] = await Promise.all(
      [latest.events, news].map((names) => readEvents(ledger, known.release, names)),
    );
    return newsAmong(later ?? [], announced ?? [])
      .map(eventName)
      .filter((event) => left.includes(event));
  }
  // Where all has been taken back there is nothing to draft, and an open draft only to end.
  const isOpen = latest !== undefined && outcome === undefined;
  return isOpen || hasStandingActs(await readEvents(ledger, known.release, known.events)) ? news : [];
};

/** Whether a draft lacks one of its files. */
const unfinished = (known: ReleaseKeys, latest: Draft): boolean => {
  const files = known.drafts.get(latest.draft)?.files;
  return fileNamesOf(latest).some((file) => !files?.has(file));
};

/** Asks notify again for mails that may be lost; answers with how many, and when to look after them next. */
const mailAgain = async (
  { ledger, queues, now }: RepairPorts,
  known: ReleaseKeys,
): Promise<{ asked: number; next: string | undefined }> => {
  let asked = 0;
  let next: string | undefined;
  for (const mail of known.mails) {
    if (known.sent.has(mail)) continue;
    const key = keys.mail(known.release, mail);
    const askedAt = new Date((await readRequiredFact(ledger, key, mailSchema)).askedAt);
    const look = nextAsk(askedAt, now());
    if (next === undefined || look < next) next = look;
    if (!mayBeLost(askedAt, now())) continue;
    await queues.notify(key);
    asked += 1;
  }
  return { asked, next };
};

/** Asks for one reminder to each whose decision is still needed, once the time for it has come. */
const remind = async ({ ledger, now }: RepairPorts, known: ReleaseKeys, latest: Draft): Promise<void> => {
  const at = now();
  const number = latest.remindAt.filter((time) => new Date(time) <= at).length;
  if (number === 0 || at >= new Date(latest.decideBy)) return;
  const standing = await readStanding(ledger, known.release, latest.draft);
  for (const approver of awaitedOf(latest, standing.tally)) {
    const id = mailIds.of('reminder', latest.draft, approver, number);
    await askForMail(ledger, standing, { id, kind: 'reminder', approver }, at);
  }
};

/**
 * Finds from the facts of a release alone what was left undone, whatever message or marker was lost, and puts it on
 * its queue again: events never drafted, drafts never finished, mails never sent, outcomes never drawn, releases never
 * published. Reminds those who are awaited when it is time. Answers with how much it mended.
 */
export const repairRelease = async (ports: RepairPorts, known: ReleaseKeys): Promise<number> => {
  const { ledger, desk, queues, now } = ports;
  const { release } = known;
  const latest = known.latest === 0 ? undefined : await readDraft(ledger, release, known.latest);
  const outcome = latest && (await readOutcome(ledger, release, latest.draft));
  const untold = await untoldEvents(ports, known, latest, outcome);
  const [again] = untold.length > 0 ? untold : latest && unfinished(known, latest) ? latest.events : [];
  const mails = await mailAgain(ports, known);
  if (again !== undefined) await queues.draft(`${keys.release(release)}events/${again}.event.json`);
  if (latest === undefined) return again === undefined ? 0 : 1;

  const mark = (due: string): Promise<void> => desk.put(openKey({ due, release, draft: latest.draft }), '{}');
  const unpublished = outcome?.outcome === 'approved' && !known.published;
  if (unpublished) await queues.publish(keys.outcome(release, latest.draft));
  if (unpublished || again !== undefined) await mark(soonAfter(now()));
  if (mails.next !== undefined) await mark(mails.next);
  if ((await settleDraft(ports, release, latest.draft)) === undefined) {
    await mark(nextLook(latest.remindAt, now()));
    await remind(ports, known, latest);
  }
  return mails.asked + (again === undefined ? 0 : 1) + (unpublished ? 1 : 0);
};
