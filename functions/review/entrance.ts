import { typedCode } from '../domain/codes.ts';
import type { Answer, Answers } from './answers.ts';
import { askForMail } from './ask-for-mail.ts';
import { type CodeResult, checkCode, isLinkTried } from './check-code.ts';
import { signOfForm } from './form-signs.ts';
import type { ReviewPorts } from './ports.ts';
import { recordVisit } from './record-visit.ts';
import type { PostedRequest } from './request.ts';
import { openSession } from './sessions.ts';
import { type FormProblem, pathOf, showCode, showOver, showStart } from './start.ts';
import { needsCode, type Visit, visitFields } from './visit.ts';

type Enter = (ports: ReviewPorts, answers: Answers, visit: Visit, request: PostedRequest) => Promise<Answer>;

interface Entrance {
  enter: Enter;
  /** Shows the form's page again. */
  again: (
    ports: ReviewPorts,
    answers: Answers,
    visit: Visit,
    request: PostedRequest,
    problem: FormProblem,
  ) => Promise<Answer>;
  /** What is made of a form that was posted within two seconds of its page. */
  quick: 'refused' | 'noted' | 'usual';
}

const open: Enter = async (ports, answers, visit, request) => {
  const cookie = await openSession(ports, visit);
  ports.log('INFO', 'REVIEW_SESSION_OPENED', visitFields(visit));
  return answers.goTo(pathOf(visit, request), cookie);
};

const sendCode: Enter = async (ports, answers, visit, request) => {
  if (await isLinkTried(ports, visit)) {
    ports.log('WARN', 'REVIEW_CODE_REFUSED', { ...visitFields(visit), result: 'link-tried' });
    return showCode(ports, answers, visit, request, { code: 'link-tried' });
  }
  const asked = await askForMail(ports, 'code', visit);
  if (asked === 'asked') {
    ports.log('INFO', 'REVIEW_CODE_ASKED', visitFields(visit));
    return answers.goTo(`${pathOf(visit, request)}?sent`);
  }
  ports.log('WARN', 'REVIEW_CODE_LIMIT', visitFields(visit));
  const seconds = Math.ceil((asked.allowed.getTime() - ports.now().getTime()) / 1000);
  const problem = { code: 'code-limit', until: asked.allowed } as const;
  return showCode(ports, answers, visit, request, problem, { 'retry-after': String(seconds) });
};

const overCodes = { tried: 'code-tried', gone: 'code-over', 'link-tried': 'link-tried' } as const;

const refusalOf = (checked: Exclude<CodeResult, { result: 'right' }>): FormProblem => {
  if (checked.result === 'wrong') return { code: 'code-wrong', left: checked.left };
  return { code: overCodes[checked.why] };
};

const enterCode: Enter = async (ports, answers, visit, request) => {
  const code = typedCode(request.form.get('code') ?? '');
  if (code === undefined) return showCode(ports, answers, visit, request, { code: 'code-malformed' });
  const checked = await checkCode(ports, visit, code);
  if (checked.result === 'right') return open(ports, answers, visit, request);
  ports.log('WARN', 'REVIEW_CODE_REFUSED', {
    ...visitFields(visit),
    result: checked.result === 'over' ? checked.why : checked.result,
  });
  return showCode(ports, answers, visit, request, refusalOf(checked));
};

/** Answers the same whether a mail goes out or not, so that whoever holds a link learns nothing from asking. */
const newLink: Enter = async (ports, answers, visit) => {
  const asked = await askForMail(ports, 'link', visit);
  const code = asked === 'asked' ? 'REVIEW_LINK_ASKED' : 'REVIEW_LINK_LIMIT';
  ports.log(asked === 'asked' ? 'INFO' : 'WARN', code, visitFields(visit));
  return answers.goTo(`${visit.path}?asked`);
};

const again: Entrance['again'] = (ports, answers, visit, request, problem) =>
  visit.over === undefined
    ? showStart(ports, answers, visit, request, { problem })
    : showOver(ports, answers, visit, request, { problem });

// A mail to the one it belongs to does no harm, and is limited; a draft that a program opens would count as seen.
const renewal: readonly [string, Entrance] = ['new-link', { enter: newLink, again, quick: 'noted' }];
const entrances = {
  code: new Map<string, Entrance>([
    renewal,
    ['send-code', { enter: sendCode, again, quick: 'noted' }],
    ['enter-code', { enter: enterCode, again: showCode, quick: 'usual' }],
  ]),
  link: new Map<string, Entrance>([renewal, ['open', { enter: open, again, quick: 'refused' }]]),
  over: new Map<string, Entrance>([renewal]),
  frozen: new Map<string, Entrance>(),
};

const problems = {
  'trapped-form': 'form-trap',
  'unloaded-form': 'form-unloaded',
  'quick-form': 'form-quick',
} as const;

/** What anybody who holds a link may ask for by this action, before a session is open. */
export const entranceOf = (visit: Visit, action: string): Entrance | undefined => {
  const { over } = visit;
  if (over === undefined) return entrances[needsCode(visit) ? 'code' : 'link'].get(action);
  return entrances[over.why === 'frozen' ? 'frozen' : 'over'].get(action);
};

/** Takes a form that needs no session. One that a program seems to have posted is recorded, and its page shown again. */
export const enterBy = async (
  entrance: Entrance,
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  request: PostedRequest,
): Promise<Answer> => {
  const sign = signOfForm(request, ports.now());
  if (sign === undefined || (sign === 'quick-form' && entrance.quick === 'usual'))
    return entrance.enter(ports, answers, visit, request);
  await recordVisit(ports, visit, request, sign);
  if (sign === 'quick-form' && entrance.quick === 'noted')
    return entrance.enter(ports, answers, visit, request);
  return entrance.again(ports, answers, visit, request, { code: problems[sign] });
};
