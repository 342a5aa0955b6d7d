import type { Company } from '../domain/company.ts';
import type { Draft } from '../domain/draft.ts';
import type { MailAsk, Outcome } from '../domain/facts.ts';
import { keys, parseKey } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { eventName, makeDraft } from '../domain/make-draft.ts';
import { openKey } from '../domain/open-marker.ts';
import { referenceOf } from '../domain/reference.ts';
import { companyOf, followUpOf, releaseMark } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import type { Templates } from '../domain/templates.ts';
import type { Desk } from '../ports/desk.ts';
import { type Ledger, putFact } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import { listRelease, readDraft, readEvents, readOutcome } from '../ports/release.ts';
import type { WordFile } from '../ports/word-file.ts';
import { finishDraft } from './finish.ts';

export interface DraftPorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put' | 'delete'>;
  companies: ReadonlyMap<string, Company>;
  templates: Templates;
  wordFile: WordFile;
  now: () => Date;
  log: Log;
}

const raceTries = 10;

/**
 * Hands events that came after the release had closed to the release that follows it, as they are. One that corrects
 * or takes back what was announced is told to the release's owner: a published text is never changed in silence.
 */
const forward = async (
  { ledger, now, log }: DraftPorts,
  latest: Draft,
  events: readonly string[],
): Promise<void> => {
  const { release, draft } = latest;
  const next = followUpOf(release);
  for (const fact of await readEvents(ledger, release, events)) {
    const takesBack = fact.data.replaces.some((id) => latest.events.includes(eventName({ ...fact, id })));
    if (takesBack) {
      const mail: MailAsk = { kind: 'too-late', draft, askedAt: now().toISOString() };
      await putFact(ledger, keys.mail(release, mailIds.tooLate(eventName(fact))), mail);
      log('WARN', 'EVENT_AFTER_PUBLICATION', { release: releaseMark(release), draft });
    }
    const result = await putFact(ledger, keys.event(next, fact.source, fact.id), { ...fact, release: next });
    if (result === 'written') log('INFO', 'EVENT_FORWARDED', { release: releaseMark(next) });
  }
};

/** Ends the latest draft for a newer one, unless it has ended already; answers with how it ended. */
const endLatest = async (
  { ledger, now }: DraftPorts,
  latest: Draft,
  outcome: 'superseded' | 'withdrawn',
  by: string,
): Promise<Outcome['outcome']> => {
  const { release, draft, sha256 } = latest;
  const end: Outcome = { outcome, draft, sha256, at: now().toISOString(), by, counted: [] };
  if ((await putFact(ledger, keys.outcome(release, draft), end)) === 'written') return outcome;
  return (await readOutcome(ledger, release, draft))?.outcome ?? outcome;
};

/** Makes the next draft of a release from all its events; `raced` where somebody else took its number first. */
const makeNext = async (
  ports: DraftPorts,
  known: ReleaseKeys,
  latest: Draft | undefined,
  news: readonly [string, ...string[]],
): Promise<'done' | 'raced'> => {
  const { ledger, desk, companies, templates, log } = ports;
  const { release } = known;
  const now = ports.now();
  const number = known.latest + 1;
  const company = companies.get(companyOf(release));
  if (company === undefined) throw new Error('The release is of a company that has no profile');
  const begun = openKey({ due: now.toISOString(), release, draft: number });
  await desk.put(begun, '{}');
  const events = await readEvents(ledger, release, known.events);
  const draft = makeDraft({ company, release, number, events, now }, templates);
  if (latest !== undefined) {
    const ended = await endLatest(ports, latest, draft === undefined ? 'withdrawn' : 'superseded', news[0]);
    if (ended === 'approved') {
      await forward(ports, latest, news);
      await desk.delete(begun);
      return 'done';
    }
  }
  if (draft !== undefined) {
    if ((await putFact(ledger, keys.draft(release, number), draft)) === 'exists') return 'raced';
    log('INFO', 'DRAFT_MADE', {
      release: releaseMark(release),
      draft: number,
      missing: draft.missing.length,
      // What mails call the release, so that whoever quotes a mail can be helped.
      reference: number === 1 ? referenceOf(draft) : undefined,
    });
    await finishDraft(ports, draft, known, now);
  }
  await desk.delete(begun);
  return 'done';
};

/**
 * Brings a release up to its events: whatever is not in the latest draft becomes the next one, or goes to the release
 * that follows where this one has closed. Where the event that has settled is in a draft already, nothing changes but
 * that work which was cut off is finished.
 */
export const draftRelease = async (ports: DraftPorts, release: string, settled?: string): Promise<void> => {
  for (let attempt = 1; attempt <= raceTries; attempt += 1) {
    const known = await listRelease(ports.ledger, release);
    const latest = known.latest === 0 ? undefined : await readDraft(ports.ledger, release, known.latest);
    const [first, ...others] = known.events.filter((event) => !latest?.events.includes(event));
    // What came since may still be settling, and has a message of its own on its way.
    const isDrafted = settled !== undefined && latest?.events.includes(settled) === true;
    if (first === undefined || isDrafted) {
      if (latest !== undefined) await finishDraft(ports, latest, known, ports.now());
      return;
    }
    if ((await makeNext(ports, known, latest, [first, ...others])) === 'done') return;
  }
  throw new Error('Other writers took the next draft number ten times in a row');
};

/** Works off one key that S3 told of; only events make drafts. */
export const makeWork =
  (ports: DraftPorts) =>
  async (key: string): Promise<void> => {
    const parts = parseKey(key);
    if (parts?.fact === 'event') await draftRelease(ports, parts.release, parts.event);
  };
