import { lateEdits } from '../domain/desk-edits/late-edits.ts';
import type { Draft } from '../domain/draft.ts';
import { type MailAsk, mailSchema, type Outcome } from '../domain/facts.ts';
import { fileNamesOf, keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { newsAmong } from '../domain/news.ts';
import { mayBeLost, nextAsk } from '../domain/open-marker.ts';
import { followUpOf } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { eventName, hasStandingActs } from '../domain/standing-acts.ts';
import { isHeld } from '../ports/held.ts';
import { readRequiredFact } from '../ports/ledger.ts';
import { listRelease, readEvents } from '../ports/release.ts';
import type { RepairPorts } from './ports.ts';

type Reading = Pick<RepairPorts, 'ledger'>;

/**
 * Events that came after the approval and that the release which follows lacks, but for what only repeats this one, and edits
 * that came too late and of which nobody has been told.
 */
export const unforwarded = async (
  { ledger }: Reading,
  { release, mails }: ReleaseKeys,
  approved: Draft,
  news: readonly string[],
): Promise<string[]> => {
  const { events } = await listRelease(ledger, followUpOf(release));
  const left = news.filter((event) => !events.includes(event));
  if (left.length === 0) return left;
  const [announced, later] = await Promise.all(
    [approved.events, news].map((names) => readEvents(ledger, release, names)),
  );
  const isTold = mails.has(mailIds.of('late-edit', approved.draft));
  return [...(isTold ? [] : lateEdits(later ?? [])), ...newsAmong(later ?? [], announced ?? [])]
    .map(eventName)
    .filter((event) => left.includes(event));
};

/** Events that no draft has taken in, that no release after this one has been given, and that do not only repeat this one. */
export const untoldEvents = async (
  ports: Reading,
  known: ReleaseKeys,
  latest: Draft | undefined,
  outcome: Outcome | undefined,
): Promise<string[]> => {
  const news = known.events.filter((event) => !latest?.events.includes(event));
  if (news.length === 0 || (await isHeld(ports.ledger, known))) return [];
  if (latest !== undefined && outcome?.outcome === 'approved') return unforwarded(ports, known, latest, news);
  const isOpen = latest !== undefined && outcome === undefined;
  // Ended for a draft that then had nothing left to say, it is still to be told as withdrawn.
  const isUntold =
    outcome?.outcome === 'superseded' && !known.mails.has(mailIds.of('withdrawn', outcome.draft));
  // Where all has been taken back there is nothing to draft, and an open draft only to end.
  if (isOpen || isUntold) return news;
  return hasStandingActs(await readEvents(ports.ledger, known.release, known.events)) ? news : [];
};

/** Whether a draft lacks one of its files. */
export const isUnfinished = (known: ReleaseKeys, latest: Draft): boolean => {
  const files = known.drafts.get(latest.draft)?.files;
  return fileNamesOf(latest).some((file) => !files?.has(file));
};

/** Whether an approved release was not published, or not everybody was told that it was. */
export const isUnpublished = (known: ReleaseKeys, outcome: Outcome | undefined): boolean =>
  outcome?.outcome === 'approved' &&
  (!known.published ||
    [undefined, ...outcome.counted].some(
      (approver) => !known.mails.has(mailIds.of('published', outcome.draft, approver)),
    ));

/** Asks notify again for mails that may be lost and need not wait; answers with how many, and when to look after them next. */
export const mailAgain = async (
  { ledger, queues, now }: Pick<RepairPorts, 'ledger' | 'queues' | 'now'>,
  known: ReleaseKeys,
  waits: (ask: MailAsk) => Promise<boolean>,
): Promise<{ asked: number; next: string | undefined }> => {
  let asked = 0;
  let next: string | undefined;
  for (const mail of known.mails) {
    if (known.sent.has(mail)) continue;
    const key = keys.mail(known.release, mail);
    const ask = await readRequiredFact(ledger, key, mailSchema);
    const askedAt = new Date(ask.askedAt);
    const isDue = mayBeLost(askedAt, now());
    if (isDue && 'draft' in ask && (await waits(ask))) continue;
    const look = nextAsk(askedAt, now());
    if (next === undefined || look < next) next = look;
    if (!isDue) continue;
    await queues.notify(key);
    asked += 1;
  }
  return { asked, next };
};
