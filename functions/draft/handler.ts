import { type Draft, seal } from '../domain/draft.ts';
import { keys, parseKey } from '../domain/keys.ts';
import { makeDraft } from '../domain/make-draft.ts';
import { openKey } from '../domain/open-marker.ts';
import { referenceOf } from '../domain/reference.ts';
import { companyOf, releaseMark } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { eventName } from '../domain/standing-acts.ts';
import { isFrozen } from '../ports/gate.ts';
import { isHeld } from '../ports/held.ts';
import { putFact } from '../ports/ledger.ts';
import { listRelease, readDraft, readEvents } from '../ports/release.ts';
import { settleDraft } from '../ports/settle.ts';
import { carriedDecisions } from './carry.ts';
import { handOnRetractions, relatedReleases, toldElsewhere } from './elsewhere.ts';
import { finishDraft } from './finish.ts';
import { makeWay } from './make-way.ts';
import type { DraftPorts } from './ports.ts';
import { takeWhileFrozen } from './while-frozen.ts';

const raceTries = 10;

/** Finishes what follows from a draft; decisions that it has carried over may end it. */
const finish = async (ports: DraftPorts, draft: Draft, known: ReleaseKeys, now: Date): Promise<void> => {
  await finishDraft(ports, draft, known, now);
  if (draft.carried.length > 0) await settleDraft(ports, draft.release, draft.draft);
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
  const own = { known, events };
  const related = await relatedReleases(ledger, release, events);
  // With what it was given, the release is another: it begins again.
  if (await handOnRetractions(ports, own, related)) return 'raced';
  const elsewhere = await toldElsewhere(ledger, own, related);
  const made = (as: number, at: Date): Draft | undefined =>
    makeDraft({ company, release, number: as, events, elsewhere, now: at }, templates);
  const next = made(number, now);
  const mayFollow = await makeWay(ports, known, { latest, next, events, news });
  if (next !== undefined && mayFollow) {
    // Who asks everyone anew means it.
    const renews = events.some((event) => event.desk?.renews && news.includes(eventName(event)));
    const carried =
      latest && !renews
        ? await carriedDecisions(ports, company, { earlier: latest, next }, () =>
            made(latest.draft, new Date(latest.createdAt)),
          )
        : undefined;
    const draft = carried === undefined ? next : seal({ ...next, carried });
    if ((await putFact(ledger, keys.draft(release, number), draft)) === 'exists') return 'raced';
    log('INFO', 'DRAFT_MADE', {
      release: releaseMark(release),
      draft: number,
      missing: draft.missing.length,
      // What mails call the release, so that whoever quotes a mail can be helped.
      reference: number === 1 ? referenceOf(draft) : undefined,
    });
    await finish(ports, draft, known, now);
  }
  await desk.delete(begun);
  return 'done';
};

/**
 * Brings a release up to its events: whatever is not in the latest draft becomes the next one, or goes to the release
 * that follows where this one has closed; what is held or frozen waits. Where the event that has settled is in a draft already,
 * nothing changes but that work which was cut off is finished.
 */
export const draftRelease = async (ports: DraftPorts, release: string, settled?: string): Promise<void> => {
  for (let attempt = 1; attempt <= raceTries; attempt += 1) {
    const known = await listRelease(ports.ledger, release);
    if (await isHeld(ports.ledger, known)) return;
    const latest = known.latest === 0 ? undefined : await readDraft(ports.ledger, release, known.latest);
    if (latest !== undefined && (await isFrozen(ports.ledger, known)))
      return takeWhileFrozen(ports, known, latest);
    const [first, ...others] = known.events.filter((event) => !latest?.events.includes(event));
    // What came since may still be settling, and has a message of its own on its way.
    const isDrafted = settled !== undefined && latest?.events.includes(settled) === true;
    if (first === undefined || isDrafted) {
      if (latest !== undefined) await finish(ports, latest, known, ports.now());
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
