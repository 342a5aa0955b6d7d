import { deskKeys } from '../domain/desk-keys.ts';
import { type Session, sessionSchema } from '../domain/desk-papers.ts';
import { sha256Of } from '../domain/digest.ts';
import { isToken, newToken } from '../domain/tokens.ts';
import { readFact } from '../ports/ledger.ts';
import type { ReviewPorts } from './ports.ts';
import { type ReviewRequest, sessionCookie } from './request.ts';
import type { Visit } from './visit.ts';

const sessionMilliseconds = 2 * 3_600_000;

/** A session that is open: its token, and until when it is. */
export interface OpenSession {
  token: string;
  expiresAt: string;
}

/** Opens a session for two hours, but never beyond its link, and answers with the cookie that holds its token. */
export const openSession = async (
  { desk, now, randomBytes }: Pick<ReviewPorts, 'desk' | 'now' | 'randomBytes'>,
  { release, approver, linkSha256, expiresAt, path }: Visit,
): Promise<string> => {
  const token = newToken(randomBytes);
  const start = now().getTime();
  const end = Math.min(start + sessionMilliseconds, Date.parse(expiresAt));
  const session: Session = { release, approver, link: linkSha256, expiresAt: new Date(end).toISOString() };
  await desk.put(deskKeys.session(sha256Of(token)), JSON.stringify(session));
  // The path is the link's, so that one browser can hold the sessions of several links side by side. Lax, because a
  // browser does not send a strict cookie where somebody comes from a mail.
  const maxAge = Math.floor((end - start) / 1000);
  return `${sessionCookie}=${token}; Path=${path}; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Lax`;
};

/** The cookie that takes the place of a session's, and ends it in the browser. */
export const endedSession = ({ path }: Pick<Visit, 'path'>): string =>
  `${sessionCookie}=; Path=${path}; Max-Age=0; Secure; HttpOnly; SameSite=Lax`;

/** A browser sends the cookie of the longest path first, and so ours before any that was planted for the whole site. */
const triedTokens = 16;

/** The session of a token; undefined where there is none, it has ended, or it belongs to another link. */
const sessionOf = async (
  { desk, now }: Pick<ReviewPorts, 'desk' | 'now'>,
  visit: Visit,
  token: string,
): Promise<OpenSession | undefined> => {
  const session = await readFact(desk, deskKeys.session(sha256Of(token)), sessionSchema);
  if (session === undefined || Date.parse(session.expiresAt) <= now().getTime()) return undefined;
  const isOfVisit =
    session.link === visit.linkSha256 &&
    session.release === visit.release &&
    session.approver === visit.approver;
  return isOfVisit ? { token, expiresAt: session.expiresAt } : undefined;
};

/** Finds the session of a visit among all cookies of our name; undefined where none of them is one. */
export const findSession = async (
  ports: Pick<ReviewPorts, 'desk' | 'now'>,
  visit: Visit,
  { sessionTokens }: Pick<ReviewRequest, 'sessionTokens'>,
): Promise<OpenSession | undefined> => {
  const tokens = sessionTokens.filter(isToken).slice(0, triedTokens);
  const found = await Promise.all(tokens.map((token) => sessionOf(ports, visit, token)));
  return found.find((session) => session !== undefined);
};
