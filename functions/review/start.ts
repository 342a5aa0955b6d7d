import { ownerReader } from '../domain/company.ts';
import { pageStamp } from '../domain/page-stamps.ts';
import type { View } from '../domain/templates.ts';
import { readReference } from '../ports/reference.ts';
import type { Answer, Answers } from './answers.ts';
import type { ReviewPorts } from './ports.ts';
import { type ProblemCode, problemView } from './problems.ts';
import type { ReviewRequest } from './request.ts';
import { shownTime } from './times.ts';
import { needsCode, type Visit } from './visit.ts';

type Ports = Pick<ReviewPorts, 'ledger' | 'now'>;
type Asked = Pick<ReviewRequest, 'token' | 'page'>;

/** What is wrong with a form, and when it can be sent again where that is the matter. */
export interface FormProblem {
  code: ProblemCode;
  until?: Date;
  /** How often the code may still be tried. */
  left?: number;
}

/** The path of the page that was asked for, to which one comes back with a session. */
export const pathOf = ({ path }: Pick<Visit, 'path'>, { page }: Pick<Asked, 'page'>): string =>
  page === '' ? path : `${path}/${page}`;

const shownProblem = (visit: Visit, problem: FormProblem | undefined): View | null => {
  if (problem === undefined) return null;
  const { code, until, left } = problem;
  return problemView(code, {
    ...(until !== undefined && { until: shownTime(until, visit) }),
    ...(left !== undefined && { left }),
  });
};

/** What the page is for that is shown once the session is open, where it is not the draft. */
const purposeOf = ({ known }: Visit, { page }: Pick<Asked, 'page'>): View => ({
  toStop: page === 'not-me' && !known.published,
  toSay: page === 'not-me' && known.published,
});

/** What every page has that is shown before a session is open: where its forms go, and what they carry. */
const entranceView = async (
  { ledger, now }: Ports,
  visit: Visit,
  request: Asked,
  problem: FormProblem | undefined,
): Promise<View> => {
  const shown = shownProblem(visit, problem);
  return {
    action: pathOf(visit, request),
    reference: await readReference(ledger, visit.release),
    stamp: pageStamp(request.token, now()),
    hasProblems: shown !== null,
    problems: shown === null ? [] : [shown],
    // A browser that fills in what nobody sees would else keep its owner out for good.
    trapProblem: problem?.code === 'form-trap' ? shown : null,
  };
};

/** The page of a link before a session is open: that a draft awaits, under a reference, and nothing else. */
export const showStart = async (
  ports: Ports,
  answers: Answers,
  visit: Visit,
  request: Asked,
  { problem, unsaved }: { problem?: FormProblem; unsaved?: string } = {},
): Promise<Answer> =>
  answers.page(problem !== undefined ? 422 : unsaved !== undefined ? 403 : 200, 'start', {
    ...(await entranceView(ports, visit, request, problem)),
    byCode: needsCode(visit),
    ...purposeOf(visit, request),
    // The owner's link is not to one draft.
    draft: visit.approver === ownerReader ? null : visit.draft,
    forOwner: visit.approver === ownerReader,
    newest: visit.latest,
    superseded: visit.past === 'superseded',
    ended: visit.past === 'ended',
    open: visit.past === undefined,
    sessionEnded: unsaved !== undefined,
    unsaved: unsaved === undefined || unsaved === '' ? null : unsaved,
  });

/** The page that takes the code; with a problem it says what to do, and when. */
export const showCode = async (
  ports: Ports,
  answers: Answers,
  visit: Visit,
  request: Asked,
  problem?: FormProblem,
  headers?: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const view = await entranceView(ports, visit, request, problem);
  const status = problem === undefined ? 200 : problem.code === 'code-limit' ? 429 : 422;
  const isOfCode = problem?.code.startsWith('code-') ?? false;
  const notMe = `${visit.path}/not-me?sent`;
  const reads = request.page === '' && visit.approver !== ownerReader;
  const isDead = problem?.code === 'code-tried' || problem?.code === 'code-over';
  return answers.page(
    status,
    'code',
    {
      ...view,
      ...purposeOf(visit, request),
      reads,
      notMe: request.page === 'not-me' ? null : notMe,
      codeProblem: isOfCode && !isDead ? shownProblem(visit, problem) : null,
      isDead,
      isTried: problem?.code === 'link-tried',
      // Whoever holds the same link can use up its codes and their tries; a new link has its own.
      renews: isDead || problem?.code === 'code-limit',
    },
    headers,
  );
};

/** The page of a link that opens nothing any more: why, and how to get another. With `unsaved`, what was posted in vain. */
export const showOver = async (
  ports: Ports,
  answers: Answers,
  visit: Visit,
  request: Asked,
  { problem, unsaved = '' }: { problem?: FormProblem; unsaved?: string } = {},
): Promise<Answer> => {
  const { over, expiresAt } = visit;
  const time = (instant: string): string => shownTime(instant, visit);
  const kept = unsaved === '' ? null : unsaved;
  if (over !== undefined && over.why === 'frozen')
    return answers.page(410, 'frozen', {
      reference: await readReference(ports.ledger, visit.release),
      at: time(over.at),
      unsaved: kept,
    });
  return answers.page(problem === undefined ? 410 : 422, 'link-over', {
    ...(await entranceView(ports, visit, request, problem)),
    expiredAt: over?.why === 'expired' ? time(expiresAt) : null,
    revokedAt: over?.why === 'revoked' ? time(over.at) : null,
    unsaved: kept,
  });
};
