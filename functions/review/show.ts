import { longTime } from '../domain/dates.ts';
import { readReference } from '../ports/reference.ts';
import { readEvents } from '../ports/release.ts';
import { readStanding } from '../ports/standing.ts';
import type { Answer, Answers } from './answers.ts';
import type { ReviewPorts } from './ports.ts';
import { type ProblemCode, problemView } from './problems.ts';
import { type Reading, reviewView } from './review-view.ts';
import type { Visit } from './visit.ts';

type Ports = Pick<ReviewPorts, 'ledger'>;

/** The page of a link whose owner has not typed a code: that a draft awaits, under a reference, and nothing else. */
export const showStart = async (
  { ledger }: Ports,
  answers: Answers,
  visit: Visit,
  ended?: { unsaved: string },
): Promise<Answer> =>
  answers.page(ended === undefined ? 200 : 403, 'start', {
    action: visit.path,
    reference: await readReference(ledger, visit.release),
    sessionEnded: ended !== undefined,
    unsaved: ended?.unsaved ?? null,
  });

/** The page that takes the code; with a problem it says what to do, and when. */
export const showCode = async (
  { ledger }: Ports,
  answers: Answers,
  visit: Visit,
  status = 200,
  problem?: { code: ProblemCode; until?: Date },
  headers?: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const until = problem?.until === undefined ? null : longTime(problem.until, visit.company.timeZone);
  const shown = problem === undefined ? null : problemView(problem.code, until);
  const view = {
    action: visit.path,
    reference: await readReference(ledger, visit.release),
    hasProblems: shown !== null,
    problems: shown === null ? [] : [shown],
    codeProblem: shown,
  };
  return answers.page(status, 'code', view, headers);
};

/** The page of the draft; somebody who is not asked to decide on it sees what an unknown link shows. */
export const showReview = async (
  { ledger }: Ports,
  answers: Answers,
  visit: Visit,
  session: Reading['session'],
  status = 200,
  posted: Pick<Reading, 'refused' | 'tooLate'> = {},
): Promise<Answer> => {
  const standing = await readStanding(ledger, visit.release, visit.draft);
  const [events, reference] = await Promise.all([
    readEvents(ledger, visit.release, standing.draft.events),
    readReference(ledger, visit.release),
  ]);
  return answers.page(
    status,
    'review',
    reviewView({ visit, standing, events, reference, session, ...posted }),
  );
};
