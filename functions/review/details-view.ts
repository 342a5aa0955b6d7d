import type { EventFact } from '../domain/event.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { filingView, unusedView } from './filing-view.ts';
import { datesView, evidenceView } from './origin-view.ts';
import { papersView } from './papers.ts';
import { clockTime, zoneOf } from './times.ts';
import type { Visit } from './visit.ts';

/** What a page says of a draft besides its text is made of this. */
export interface DraftReading {
  visit: Visit;
  standing: Pick<Standing, 'draft' | 'keys'>;
  events: readonly EventFact[];
  now: Date;
}

/** Enough of a SHA-256 to compare by eye. */
const fingerprint = (sha256: string): string => sha256.slice(0, 12);

const identityView = ({ visit, standing: { draft } }: DraftReading): View => ({
  draft: draft.draft,
  fingerprint: fingerprint(draft.sha256),
  createdAt: clockTime(draft.createdAt, zoneOf(visit)),
  ledger: `releases/${draft.release}/`,
});

/** Where each thing in a draft comes from, and what was sent and is not in it. */
export const originsView = ({ visit, standing: { draft }, events }: DraftReading): View => ({
  hasUnused: draft.unused.length > 0,
  unused: unusedView(draft),
  hasDates: draft.dates.length > 0,
  dates: datesView(draft),
  hasEvidence: draft.evidence.length > 0,
  evidence: evidenceView(draft),
  events: events.map(({ source, id, receivedAt }) => ({
    source,
    id,
    receivedAt: clockTime(receivedAt, zoneOf(visit)),
  })),
});

/** Everything that is folded: what counsel looks into, and an executive mostly does not. */
export const detailsView = (reading: DraftReading): View => {
  const { visit, standing, now } = reading;
  const { draft, keys } = standing;
  const papers = papersView(visit, draft, keys);
  return {
    filing: filingView(draft.disclosure, zoneOf(visit), now),
    ...originsView(reading),
    exhibit: draft.text,
    hasPapers: papers.length > 0,
    papers,
    identity: identityView(reading),
  };
};

/** The same for a page that would be too long: what it leads to, each a page of its own. */
export const briefView = (reading: DraftReading): View => {
  const { visit, standing, now } = reading;
  const { draft, keys } = standing;
  const filing = filingView(draft.disclosure, zoneOf(visit), now);
  const papers = papersView(visit, draft, keys);
  return {
    filing: filing === null ? null : `${visit.path}/filing`,
    firstDue: filing?.['firstDue'] ?? null,
    isOver: filing?.['isOver'] ?? false,
    origins: `${visit.path}/origins`,
    hasPapers: papers.length > 0,
    papers,
    identity: identityView(reading),
  };
};
