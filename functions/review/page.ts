import type { Answer, Answers } from './answers.ts';
import type { ReviewPorts } from './ports.ts';
import type { PostedRequest, ReviewRequest } from './request.ts';
import type { OpenSession } from './sessions.ts';
import type { Visit } from './visit.ts';

/** Shows a page to somebody whose session is open. It changes nothing. */
export type Show = (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  request: ReviewRequest,
  session: OpenSession,
) => Promise<Answer>;

/** Does what a form of a page asks for; that it is a form of ours and of this session was checked before. */
export type Act = (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  request: PostedRequest,
  session: OpenSession,
) => Promise<Answer>;

/** A page below a link, and what its forms may ask for by the field `action`. */
export interface Page {
  get: Show;
  post: Readonly<Record<string, Act>>;
}
