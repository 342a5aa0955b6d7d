import { typedCode } from '../domain/codes.ts';
import type { Answer, Answers } from './answers.ts';
import { askForCode } from './ask-for-code.ts';
import { checkCode } from './check-code.ts';
import { decide } from './decide.ts';
import type { ReviewPorts } from './ports.ts';
import { isOurForm, type ReviewRequest } from './request.ts';
import { findSession, openSession } from './sessions.ts';
import { showCode, showReview, showStart } from './show.ts';
import { type Visit, visitFields } from './visit.ts';

type Action = (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  request: ReviewRequest,
  form: URLSearchParams,
) => Promise<Answer>;

const sendCode: Action = async (ports, answers, visit) => {
  const asked = await askForCode(ports, visit);
  if (asked === 'asked') {
    ports.log('INFO', 'REVIEW_CODE_ASKED', visitFields(visit));
    return answers.goTo(`${visit.path}?sent`);
  }
  ports.log('WARN', 'REVIEW_CODE_LIMIT', visitFields(visit));
  const seconds = Math.ceil((asked.allowed.getTime() - ports.now().getTime()) / 1000);
  const problem = { code: 'code-limit', until: asked.allowed } as const;
  return showCode(ports, answers, visit, 429, problem, { 'retry-after': String(seconds) });
};

const enterCode: Action = async (ports, answers, visit, _request, form) => {
  const code = typedCode(form.get('code') ?? '');
  if (code === undefined) return showCode(ports, answers, visit, 422, { code: 'code-malformed' });
  const result = await checkCode(ports, visit, code);
  if (result !== 'right') {
    ports.log('WARN', 'REVIEW_CODE_REFUSED', { ...visitFields(visit), result });
    return showCode(ports, answers, visit, 422, { code: result === 'wrong' ? 'code-wrong' : 'code-over' });
  }
  const cookie = await openSession(ports, visit);
  ports.log('INFO', 'REVIEW_SESSION_OPENED', visitFields(visit));
  return answers.goTo(visit.path, cookie);
};

const postDecision: Action = async (ports, answers, visit, request, form) => {
  const verdict = await decide(ports, visit, request, form);
  ports.log(verdict.result === 'recorded' ? 'INFO' : 'WARN', 'REVIEW_DECISION', {
    ...visitFields(visit),
    result: verdict.result,
  });
  switch (verdict.result) {
    case 'recorded':
    case 'stands':
      return answers.goTo(visit.path);
    case 'foreign':
      return answers.page(403, 'foreign-form');
    case 'not-asked':
      return answers.page(404, 'no-link');
    case 'no-session':
      return showStart(ports, answers, visit, { unsaved: verdict.reason });
    case 'too-late':
    case 'problems': {
      const session = await findSession(ports, visit, request);
      if (session === undefined) return showStart(ports, answers, visit, { unsaved: '' });
      return verdict.result === 'problems'
        ? showReview(ports, answers, visit, session, 422, { refused: verdict })
        : showReview(ports, answers, visit, session, 409, { tooLate: verdict });
    }
  }
};

const actions: ReadonlyMap<string, Action> = new Map([
  ['send-code', sendCode],
  ['enter-code', enterCode],
  ['decide', postDecision],
]);

/** Does what a posted form asks for; a form that is not one of ours does nothing. */
export const post = async (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  request: ReviewRequest,
): Promise<Answer> => {
  if (request.form === 'refused') return answers.page(400, 'bad-form');
  const action = actions.get(request.form.get('action') ?? '');
  if (action === undefined) return answers.page(400, 'bad-form');
  if (!isOurForm(request, new URL(ports.baseUrl).origin)) return answers.page(403, 'foreign-form');
  return action(ports, answers, visit, request, request.form);
};
