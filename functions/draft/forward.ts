import { ownerReader } from '../domain/company.ts';
import { lateEdits } from '../domain/desk-edits/late-edits.ts';
import type { Draft } from '../domain/draft.ts';
import type { EventFact } from '../domain/event.ts';
import type { MailAsk } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { newsAmong } from '../domain/news.ts';
import { followUpOf, releaseMark } from '../domain/release.ts';
import { eventName, takesBack } from '../domain/standing-acts.ts';
import { putFact } from '../ports/ledger.ts';
import { readEvents } from '../ports/release.ts';
import type { DraftPorts } from './ports.ts';

/** Tells an editor and the owner, last, of an edit that a draft could not take in any more: it is kept, and changes nothing. */
const tellLateEdit = async (
  { ledger, now, log }: Pick<DraftPorts, 'ledger' | 'now' | 'log'>,
  { release, draft }: Draft,
  { desk }: EventFact,
): Promise<void> => {
  const editor = desk === undefined || desk.by === ownerReader ? [] : [desk.by];
  for (const approver of [...editor, undefined]) {
    const askedAt = now().toISOString();
    const mail: MailAsk = { kind: 'late-edit', draft, ...(approver !== undefined && { approver }), askedAt };
    await putFact(ledger, keys.mail(release, mailIds.of('late-edit', draft, approver)), mail);
  }
  log('WARN', 'EDIT_TOO_LATE', { release: releaseMark(release), draft });
};

/**
 * Hands events that came after the release had closed to the release that follows it, as they are. One that only repeats
 * what was announced stays where it is, as evidence. One that corrects or takes it back is told to the release's owner: a
 * published text is never changed in silence; so is what an editor wrote in the moment of the approval.
 */
export const forward = async (
  { ledger, now, log }: Pick<DraftPorts, 'ledger' | 'now' | 'log'>,
  latest: Draft,
  events: readonly string[],
): Promise<void> => {
  const { release, draft } = latest;
  const next = followUpOf(release);
  const announced = await readEvents(ledger, release, latest.events);
  const later = await readEvents(ledger, release, events);
  for (const edit of lateEdits(later)) await tellLateEdit({ ledger, now, log }, latest, edit);
  const news = newsAmong(later, announced);
  if (news.length < later.filter(({ desk }) => desk === undefined).length)
    log('INFO', 'EVENT_REPEATS', { release: releaseMark(release), draft });
  for (const fact of news) {
    if (takesBack(fact, announced)) {
      const mail: MailAsk = { kind: 'too-late', draft, askedAt: now().toISOString() };
      const told = await putFact(ledger, keys.mail(release, mailIds.tooLate(eventName(fact))), mail);
      if (told === 'written')
        log('WARN', 'EVENT_AFTER_PUBLICATION', { release: releaseMark(release), draft });
    }
    const result = await putFact(ledger, keys.event(next, fact.source, fact.id), { ...fact, release: next });
    if (result === 'written') log('INFO', 'EVENT_FORWARDED', { release: releaseMark(next) });
  }
};
