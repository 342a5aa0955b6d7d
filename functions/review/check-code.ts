import { hashCode } from '../domain/codes.ts';
import { deskKeys, paperNumbers } from '../domain/desk-keys.ts';
import { codeSchema } from '../domain/desk-papers.ts';
import { sameSecret } from '../domain/tokens.ts';
import { readFact } from '../ports/ledger.ts';
import type { ReviewPorts } from './ports.ts';
import type { Visit } from './visit.ts';

/** How many times a code may be typed wrongly before a new one is needed. */
export const triesPerCode = 5;

type Ports = Pick<ReviewPorts, 'desk' | 'now'>;

/** Takes one of the tries of a code, before anything is compared: five are all there are, whoever types at once. */
const takeTry = async (
  { desk, now }: Ports,
  { release, approver }: Visit,
  code: number,
): Promise<boolean> => {
  for (let attempt = 1; attempt <= triesPerCode; attempt += 1) {
    const key = deskKeys.codeTry(release, approver, code, attempt);
    if ((await desk.claim(key, JSON.stringify({ at: now() }))) === 'written') return true;
  }
  return false;
};

/**
 * Checks a code of six digits against the newest one that was mailed. A right one is used up; `over` means that no
 * code can be right any more: the newest has expired, was used, has been tried five times, or there is none.
 */
export const checkCode = async (
  ports: Ports,
  visit: Visit,
  typed: string,
): Promise<'right' | 'wrong' | 'over'> => {
  const { desk, now } = ports;
  const { release, approver } = visit;
  const newest = paperNumbers(await desk.list(deskKeys.codes(release, approver)), 'code').at(-1);
  if (newest === undefined) return 'over';
  const paper = await readFact(desk, deskKeys.code(release, approver, newest), codeSchema);
  if (paper === undefined || Date.parse(paper.expiresAt) <= now().getTime()) return 'over';
  if (!(await takeTry(ports, visit, newest))) return 'over';
  if (!sameSecret(hashCode({ release, approver, salt: paper.salt, code: typed }), paper.hash)) return 'wrong';
  const use = await desk.claim(deskKeys.codeUsed(release, approver, newest), JSON.stringify({ at: now() }));
  return use === 'written' ? 'right' : 'over';
};
