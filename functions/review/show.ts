import { ownerReader } from '../domain/company.ts';
import { readReference } from '../ports/reference.ts';
import { readDraft, readEvents } from '../ports/release.ts';
import { readStanding, standingOf } from '../ports/standing.ts';
import type { Answer, Answers } from './answers.ts';
import type { Show } from './page.ts';
import type { ReviewPorts } from './ports.ts';
import { type Reading, reviewView } from './review-view.ts';
import { recordSeen } from './seen.ts';
import type { Visit } from './visit.ts';

/** The draft that a link opens; the owner's, which is not about one draft, opens the newest. */
export const numberFor = ({ approver, draft, latest }: Visit): number =>
  approver === ownerReader ? latest : draft;

const reviewPage = async (
  { ledger, now }: Pick<ReviewPorts, 'ledger' | 'now'>,
  answers: Answers,
  visit: Visit,
  reading: Omit<Reading, 'visit' | 'events' | 'reference' | 'now'>,
  status = 200,
): Promise<Answer> => {
  const [events, reference] = await Promise.all([
    readEvents(ledger, visit.release, reading.standing.draft.events),
    readReference(ledger, visit.release),
  ]);
  return answers.page(status, 'review', reviewView({ visit, events, reference, now: now(), ...reading }));
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
