import { hashCode } from '../domain/codes.ts';
import { deskKeys, paperNumbers } from '../domain/desk-keys.ts';
import { claimSchema, codeSchema } from '../domain/desk-papers.ts';
import { sameSecret } from '../domain/tokens.ts';
import { readFact } from '../ports/ledger.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/** How many times a code may be typed wrongly before a new one is needed. */
export const triesPerCode = 5;

/** A code works for ten minutes from when it goes out, and no later than ten minutes after it was asked for it does. */
const aliveMilliseconds = 20 * 60_000;

/** What became of a code that was typed; `over`: no code of this link can be right any more, until a new one is asked for. */
export type CodeResult =
  | { result: 'right' }
  | { result: 'wrong'; left: number }
  | { result: 'over'; why: 'tried' | 'gone' };

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
  { release, approver }: Visit,
  code: number,
): Promise<number | undefined> => {
  for (let attempt = 1; attempt <= triesPerCode; attempt += 1) {
    const key = deskKeys.codeTry(release, approver, code, attempt);
    if ((await desk.claim(key, JSON.stringify({ at: now() }))) === 'written') return attempt;
  }
  return undefined;
};

/** Checks a code of six digits against the newest one that was mailed for this link. A right one is used up. */
export const checkCode = async (ports: Ports, visit: Visit, typed: string): Promise<CodeResult> => {
  const { desk, now } = ports;
  const { release, approver } = visit;
  const gone: CodeResult = { result: 'over', why: 'gone' };
  const newest = await newestCode(ports, visit);
  if (newest === undefined) return gone;
  const paper = await readFact(desk, deskKeys.code(release, approver, newest), codeSchema);
  if (paper === undefined || Date.parse(paper.expiresAt) <= now().getTime()) return gone;
  const attempt = await takeTry(ports, visit, newest);
  if (attempt === undefined) return { result: 'over', why: 'tried' };
  if (!sameSecret(hashCode({ release, approver, salt: paper.salt, code: typed }), paper.hash)) {
    const left = triesPerCode - attempt;
    return left === 0 ? { result: 'over', why: 'tried' } : { result: 'wrong', left };
  }
  const use = await desk.claim(deskKeys.codeUsed(release, approver, newest), JSON.stringify({ at: now() }));
  return use === 'written' ? { result: 'right' } : gone;
};
