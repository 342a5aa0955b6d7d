import { isAfterFreeze, lastFreeze } from '../ports/last-freeze.ts';
import { readPublished } from '../ports/published.ts';
import { readReference } from '../ports/reference.ts';
import { readDraft, readEvents } from '../ports/release.ts';
import { readStanding, standingOf } from '../ports/standing.ts';
import type { Answer, Answers } from './answers.ts';
import type { Show } from './page.ts';
import type { ReviewPorts } from './ports.ts';
import { type Reading, reviewView } from './review-view.ts';
import { recordSeen } from './seen.ts';
import { numberFor, type Visit } from './visit.ts';

/** What a page may weigh; a longer one leads to pages of its own for all but the release, the decision and who decides. */
const budgetBytes = 60_000;

const reviewPage = async (
  { ledger, now }: Pick<ReviewPorts, 'ledger' | 'now'>,
  answers: Answers,
  visit: Visit,
  reading: Omit<Reading, 'visit' | 'events' | 'reference' | 'published' | 'stoppedAt' | 'now' | 'brief'>,
  status = 200,
): Promise<Answer> => {
  const { draft, keys } = reading.standing;
  const [events, reference, published, goesOn] = await Promise.all([
    readEvents(ledger, visit.release, draft.events),
    readReference(ledger, visit.release),
    readPublished(ledger, keys),
    isAfterFreeze(ledger, draft),
  ]);
  const stoppedAt = goesOn ? (await lastFreeze(ledger, keys))?.at : undefined;
  const all = { visit, events, reference, published, stoppedAt, now: now(), ...reading };
  const made = (brief: boolean): Answer => answers.page(status, 'review', reviewView({ ...all, brief }));
  // The whole page has the text twice, as a document and as it would be filed.
  const page = made(2 * draft.text.length > budgetBytes);
  return Buffer.byteLength(page.body ?? '') <= budgetBytes ? page : made(true);
};

/** The page of the draft, with what came of a form where it could not be recorded. */
export const showReview = async (
  ports: Pick<ReviewPorts, 'ledger' | 'now'>,
  answers: Answers,
  visit: Visit,
  session: Reading['session'],
  status = 200,
  posted: Pick<Reading, 'refused' | 'tooLate' | 'stillStands'> = {},
): Promise<Answer> => {
  const standing = await readStanding(ports.ledger, visit.release, numberFor(visit));
  return reviewPage(ports, answers, visit, { standing, session, ...posted }, status);
};

/** Opens the page of the draft, and records that its reader was shown it. */
export const openReview: Show = async (ports, answers, visit, { method }, session) => {
  const draft = await readDraft(ports.ledger, visit.release, numberFor(visit));
  const standing = await standingOf(ports.ledger, visit.known, draft);
  const [answer] = await Promise.all([
    reviewPage(ports, answers, visit, { standing, session }),
    method === 'GET' ? recordSeen(ports, visit, standing) : undefined,
  ]);
  return answer;
};
