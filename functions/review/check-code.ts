import { hashCode } from '../domain/codes.ts';
import { deskKeys, paperNumbers, wrongTries } from '../domain/desk-keys.ts';
import { claimSchema, codeSchema } from '../domain/desk-papers.ts';
import { sameSecret } from '../domain/tokens.ts';
import { readFact } from '../ports/ledger.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/** How many times a code may be typed wrongly before a new one is needed. */
const triesPerCode = 5;

/** How many wrong codes a link takes over its life: whoever guesses by one finds a code once in 20,000 times. */
const triesPerLink = 50;

/** A code works for ten minutes from when it goes out, and no later than ten minutes after it was asked for it does. */
const aliveMilliseconds = 20 * 60_000;

/**
 * What became of a code that was typed; `over`: no code of this link can be right any more, until a new one is asked for or,
 * where it is the link that was tried too often, for good.
 */
export type CodeResult =
  | { result: 'right' }
  | { result: 'wrong'; left: number }
  | { result: 'over'; why: 'tried' | 'gone' | 'link-tried' };

type Ports = Pick<ReviewPorts, 'desk' | 'now'>;

/** The number of the newest code that was mailed for this very link; a code for another link of the reader opens it no more. */
const newestCode = async (
  { desk, now }: Ports,
  { release, approver, linkSha256 }: Visit,
): Promise<number | undefined> => {
  const numbers = paperNumbers(await desk.list(deskKeys.codes(release, approver)), 'code');
  for (const number of numbers.toReversed()) {
    const claim = await readFact(desk, deskKeys.claim('code', release, approver, number), claimSchema);
    if (claim?.link === linkSha256) return number;
    if (claim && Date.parse(claim.askedAt) < now().getTime() - aliveMilliseconds) return undefined;
  }
  return undefined;
};

/** Takes one of the tries of a code, before anything is compared: five are all there are, whoever types at once. */
const takeTry = async (
  { desk, now }: Ports,
  { linkSha256 }: Visit,
  code: number,
): Promise<number | undefined> => {
  for (let attempt = 1; attempt <= triesPerCode; attempt += 1) {
    const key = deskKeys.codeTry(linkSha256, code, attempt);
    if ((await desk.claim(key, JSON.stringify({ at: now() }))) === 'written') return attempt;
  }
  return undefined;
};

/** How many codes may still be typed wrongly by a link; fewer than none where more were at the same moment. */
const triesLeft = async ({ desk }: Pick<Ports, 'desk'>, { linkSha256 }: Visit): Promise<number> =>
  triesPerLink - wrongTries(await desk.list(deskKeys.tries(linkSha256)));

/** Whether so many wrong codes were typed by a link that none opens it any more. */
export const isLinkTried = async (ports: Pick<Ports, 'desk'>, visit: Visit): Promise<boolean> =>
  (await triesLeft(ports, visit)) <= 0;

/** Checks a code of six digits against the newest one that was mailed for this link. A right one is used up. */
export const checkCode = async (ports: Ports, visit: Visit, typed: string): Promise<CodeResult> => {
  const { desk, now } = ports;
  const { release, approver, linkSha256 } = visit;
  const gone: CodeResult = { result: 'over', why: 'gone' };
  const newest = await newestCode(ports, visit);
  if (newest === undefined) return gone;
  const paper = await readFact(desk, deskKeys.code(release, approver, newest), codeSchema);
  if (paper === undefined || Date.parse(paper.expiresAt) <= now().getTime()) return gone;
  const attempt = await takeTry(ports, visit, newest);
  // Whoever types at the same moment has taken a try too, before any of them looks how many there are.
  const ofLink = await triesLeft(ports, visit);
  if (ofLink < 0) return { result: 'over', why: 'link-tried' };
  if (attempt === undefined) return { result: 'over', why: ofLink === 0 ? 'link-tried' : 'tried' };
  if (!sameSecret(hashCode({ release, approver, salt: paper.salt, code: typed }), paper.hash)) {
    if (ofLink === 0) return { result: 'over', why: 'link-tried' };
    const left = Math.min(triesPerCode - attempt, ofLink);
    return left === 0 ? { result: 'over', why: 'tried' } : { result: 'wrong', left };
  }
  const use = await desk.claim(deskKeys.codeUsed(linkSha256, newest), JSON.stringify({ at: now() }));
  return use === 'written' ? { result: 'right' } : gone;
};
