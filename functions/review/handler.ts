import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { errorFields } from '../ports/log.ts';
import { type Answer, type Answers, makeAnswers } from './answers.ts';
import type { ReviewPorts } from './ports.ts';
import { post } from './post.ts';
import { type ReviewRequest, readRequest } from './request.ts';
import { findSession } from './sessions.ts';
import { showCode, showReview, showStart } from './show.ts';
import { findVisit } from './visit.ts';

const methods = ['GET', 'HEAD', 'POST'];

/** GET and HEAD read and write nothing: mail scanners and previews follow every link, some more than once. */
const respond = async (ports: ReviewPorts, answers: Answers, request: ReviewRequest): Promise<Answer> => {
  if (!methods.includes(request.method))
    return answers.page(405, 'bad-method', {}, { allow: methods.join(', ') });
  const visit = await findVisit(ports, request.token);
  if (visit === undefined) {
    ports.log('WARN', 'REVIEW_LINK_UNKNOWN', { method: request.method });
    return answers.page(404, 'no-link');
  }
  if (request.method === 'POST') return post(ports, answers, visit, request);
  const session = await findSession(ports, visit, request);
  if (session !== undefined) return showReview(ports, answers, visit, session);
  return request.codeSent ? showCode(ports, answers, visit) : showStart(ports, answers, visit);
};

/** The handler of `ANY /r/{token}`: always a page, and of what went wrong inside only whether trying again may help. */
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
