import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { errorFields } from '../ports/log.ts';
import { readReference } from '../ports/reference.ts';
import { type Answer, type Answers, makeAnswers } from './answers.ts';
import type { Page } from './page.ts';
import { pageOf } from './pages.ts';
import type { ReviewPorts } from './ports.ts';
import { post } from './post.ts';
import { kindOfLook, recordVisit } from './record-visit.ts';
import { type ReviewRequest, readRequest } from './request.ts';
import { findSession, type OpenSession } from './sessions.ts';
import { showCode, showOver, showStart } from './start.ts';
import { findVisit, needsCode, type Visit } from './visit.ts';

const methods = ['GET', 'HEAD', 'POST'];

/** What a link shows to whoever has no session. */
const showEntrance = async (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  request: ReviewRequest,
): Promise<Answer> => {
  if (request.query.has('asked') && visit.over?.why !== 'frozen')
    return answers.page(200, 'link-sent', { reference: await readReference(ports.ledger, visit.release) });
  if (visit.over !== undefined) return showOver(ports, answers, visit, request);
  const byCode = needsCode(visit);
  return byCode && request.query.has('sent')
    ? showCode(ports, answers, visit, request)
    : showStart(ports, answers, visit, request);
};

const show = async (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  page: Page,
  request: ReviewRequest,
  session: OpenSession | undefined,
): Promise<Answer> => {
  // A browser throws a prefetched answer away that is an error, and asks again when somebody really comes.
  if (request.prefetch) return answers.nothing(503);
  if (session === undefined || request.query.has('asked'))
    return showEntrance(ports, answers, visit, request);
  return page.get(ports, answers, visit, request, session);
};

/**
 * GET and HEAD change nothing: mail scanners and previews follow every link, some more than once. That they came is put
 * into the ledger, and read by nothing but the audit.
 */
const respond = async (ports: ReviewPorts, answers: Answers, request: ReviewRequest): Promise<Answer> => {
  if (!methods.includes(request.method))
    return answers.page(405, 'bad-method', {}, { allow: methods.join(', ') });
  const found = await findVisit(ports, request.token);
  const { page, visit } = pageOf(found, request.page);
  if (visit === undefined || page === undefined) {
    ports.log('WARN', 'REVIEW_LINK_UNKNOWN', { method: request.method });
    return answers.page(404, 'no-link');
  }
  if (request.method === 'POST') return post(ports, answers, visit, page, request);
  const session = visit.over === undefined ? await findSession(ports, visit, request) : undefined;
  const kind = kindOfLook(request, session !== undefined);
  const [answer] = await Promise.all([
    show(ports, answers, visit, page, request, session),
    kind === undefined ? undefined : recordVisit(ports, visit, request, kind),
  ]);
  return answer;
};

/**
 * The handler of `ANY /r/{token}` and of the pages below: always an answer, and of what went wrong inside only whether trying
 * again may help.
 */
export const makeHandler = (ports: ReviewPorts) => {
  const answers = makeAnswers(ports.templates);
  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    try {
      const request = readRequest(event);
      const answer = await respond(ports, answers, request);
      return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
    } catch (error) {
      const outage = ports.isOutage(error);
      ports.log('ERROR', outage ? 'REVIEW_UNAVAILABLE' : 'REVIEW_FAILED', errorFields(error));
      return outage
        ? answers.page(503, 'unavailable', {}, { 'retry-after': '60' })
        : answers.page(500, 'failed');
    }
  };
};
