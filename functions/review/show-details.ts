import type { View } from '../domain/templates.ts';
import { readPublished } from '../ports/published.ts';
import { readDraft, readEvents } from '../ports/release.ts';
import { type Standing, standingOf } from '../ports/standing.ts';
import type { PageName } from './answers.ts';
import { type DraftReading, originsView } from './details-view.ts';
import { filingView } from './filing-view.ts';
import { findingsView } from './findings-view.ts';
import { pathOf } from './links.ts';
import type { Show } from './page.ts';
import { recordSeen } from './seen.ts';
import { clockTime, zoneOf } from './times.ts';
import { numberFor } from './visit.ts';

type Detail = (reading: DraftReading & { standing: Standing }) => View;

/** A page of what the page of a long draft only leads to. Whoever reads it was shown the draft, or soon is. */
const showDetail =
  (name: PageName, detail: Detail): Show =>
  async (ports, answers, visit, { method }) => {
    const { ledger, now } = ports;
    const draft = await readDraft(ledger, visit.release, numberFor(visit));
    const [standing, events, published] = await Promise.all([
      standingOf(ledger, visit.known, draft),
      readEvents(ledger, visit.release, draft.events),
      readPublished(ledger, visit.known),
    ]);
    if (method === 'GET') await recordSeen(ports, visit, standing);
    return answers.page(200, name, {
      draft: draft.draft,
      company: visit.company.name,
      back: pathOf(visit),
      publishedAt: published?.draft === draft.draft ? clockTime(published.publishedAt, zoneOf(visit)) : null,
      ...detail({ visit, standing, events, now: now() }),
    });
  };

/** What a draft means for Form 8-K and the exchanges. */
export const showFiling = showDetail('filing-page', ({ visit, standing: { draft }, now }) => ({
  filing: filingView(draft.disclosure, zoneOf(visit), now),
}));

/** Where each thing in a draft comes from. */
export const showOrigins = showDetail('origins', originsView);

/** All that the checks found in a draft. */
export const showRemarks = showDetail('remarks', ({ standing }) => ({ findings: findingsView(standing) }));
