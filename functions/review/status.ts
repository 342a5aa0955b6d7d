import { ownerReader } from '../domain/company.ts';
import { isFrozen } from '../ports/gate.ts';
import { readReference } from '../ports/reference.ts';
import { readDraft } from '../ports/release.ts';
import { standingOf } from '../ports/standing.ts';
import type { Show } from './page.ts';
import { readHappenings } from './status-facts.ts';
import { statusView } from './status-view.ts';

/** The page of where a release stands, for its owner: who is awaited, what is due, what has happened. */
export const showStatus: Show = async ({ ledger, now }, answers, visit, _request, session) => {
  if (visit.approver !== ownerReader) return answers.page(404, 'no-link');
  const draft = await readDraft(ledger, visit.release, visit.latest);
  const standing = await standingOf(ledger, visit.known, draft);
  const [happenings, frozen, reference] = await Promise.all([
    readHappenings(ledger, standing.keys),
    isFrozen(ledger, standing.keys),
    readReference(ledger, visit.release),
  ]);
  const survey = { visit, standing, happenings, isFrozen: frozen, reference, session, now: now() };
  return answers.page(200, 'status', statusView(survey));
};
