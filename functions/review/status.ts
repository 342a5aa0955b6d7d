import { isFrozen } from '../ports/gate.ts';
import { readPublished } from '../ports/published.ts';
import { readReference } from '../ports/reference.ts';
import { readDraft } from '../ports/release.ts';
import { standingOf } from '../ports/standing.ts';
import type { Show } from './page.ts';
import { readHappenings } from './status-facts.ts';
import { statusView } from './status-view.ts';

/** The page of where a release stands, for its owner: who is awaited, what is due, what has happened. */
export const showStatus: Show = async ({ ledger, now }, answers, visit, _request, session) => {
  const draft = await readDraft(ledger, visit.release, visit.latest);
  const standing = await standingOf(ledger, visit.known, draft);
  const [happenings, frozen, reference, published] = await Promise.all([
    readHappenings(ledger, standing.keys),
    isFrozen(ledger, standing.keys),
    readReference(ledger, visit.release),
    readPublished(ledger, standing.keys),
  ]);
  const survey = { visit, standing, happenings, isFrozen: frozen, published, reference, session, now: now() };
  return answers.page(200, 'status', statusView(survey));
};
