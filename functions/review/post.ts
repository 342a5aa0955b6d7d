import { nonceOf, sameSecret } from '../domain/tokens.ts';
import type { VisitKind } from '../domain/visits.ts';
import type { Answer, Answers } from './answers.ts';
import { askToConfirm } from './confirm.ts';
import { enterBy, entranceOf } from './entrance.ts';
import type { Page } from './page.ts';
import type { ReviewPorts } from './ports.ts';
import { recordVisit } from './record-visit.ts';
import { isOurForm, type PostedRequest, type ReviewRequest } from './request.ts';
import { findSession } from './sessions.ts';
import { showOver, showStart } from './start.ts';
import type { Visit } from './visit.ts';

/** What was written in a form that cannot be taken, for its writer to copy; ids and digests are single words. */
const unsavedOf = (form: URLSearchParams): string =>
  [...form]
    .filter(([name, value]) => name === 'reason' || /\S\s+\S/.test(value))
    .map(([, value]) => value.trim())
    .join('\n\n');

const actOf = ({ post }: Page, action: string) => (Object.hasOwn(post, action) ? post[action] : undefined);

/** Does what a form of a page asks for, once all is checked that every such form must have. */
const act = async (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  page: Page,
  request: PostedRequest,
): Promise<Answer> => {
  const refuse = async (kind: VisitKind, answer: Answer): Promise<Answer> => {
    await recordVisit(ports, visit, request, kind);
    return answer;
  };
  const action = request.form.get('action') ?? '';
  const entrance = entranceOf(visit, action);
  const pageAct = actOf(page, action);
  const unsaved = unsavedOf(request.form);
  if (visit.over !== undefined && entrance === undefined)
    return refuse('sessionless-form', await showOver(ports, answers, visit, request, { unsaved }));
  if (entrance === undefined && pageAct === undefined)
    return refuse('unknown-form', answers.page(400, 'bad-form'));
  if (!isOurForm(request, new URL(ports.baseUrl).origin))
    return refuse('foreign-form', answers.page(403, 'foreign-form'));
  if (entrance !== undefined) return enterBy(entrance, ports, answers, visit, request);
  const session = await findSession(ports, visit, request);
  if (session === undefined || pageAct === undefined)
    return refuse('sessionless-form', await showStart(ports, answers, visit, request, { unsaved }));
  if (!sameSecret(request.form.get('nonce') ?? '', nonceOf(session.token, action)))
    return refuse('foreign-form', answers.page(403, 'foreign-form'));
  const question = await askToConfirm(ports, answers, visit, request);
  if (question !== undefined) return refuse('unconfirmed-form', question);
  return pageAct(ports, answers, visit, request, session);
};

/** Does what a posted form asks for; a form that is not one of ours does nothing. */
export const post = async (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  page: Page,
  request: ReviewRequest,
): Promise<Answer> => {
  if (request.form !== 'refused') return act(ports, answers, visit, page, { ...request, form: request.form });
  await recordVisit(ports, visit, request, 'unknown-form');
  return answers.page(400, 'bad-form');
};
