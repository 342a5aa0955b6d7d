import { Buffer } from 'node:buffer';
import { hashCode, newCode } from '../domain/codes.ts';
import { deskKeys } from '../domain/desk-keys.ts';
import type { CodePaper, Link } from '../domain/desk-papers.ts';
import { sha256Of } from '../domain/digest.ts';
import { newToken } from '../domain/tokens.ts';
import type { NotifyPorts } from './ports.ts';

const linkMilliseconds = 30 * 86_400_000;
const codeMilliseconds = 10 * 60_000;

/** Mail programs break or rewrite long addresses; ours stays on one line of any of them. */
const linkLimit = 100;

type Ports = Pick<NotifyPorts, 'desk' | 'baseUrl' | 'now' | 'randomBytes'>;

/** Mints a link that works for 30 days; the desk keeps only the hash of its token. */
export const mintLink = async (
  { desk, baseUrl, now, randomBytes }: Ports,
  of: Pick<Link, 'release' | 'draft' | 'approver' | 'stepUp' | 'whileFrozen'>,
): Promise<string> => {
  const token = newToken(randomBytes);
  const address = `${baseUrl.replace(/\/$/, '')}/r/${token}`;
  if (address.length >= linkLimit) throw new Error(`A link must have fewer than ${linkLimit} characters`);
  const mintedAt = now();
  const expiresAt = new Date(mintedAt.getTime() + linkMilliseconds).toISOString();
  const link: Link = { ...of, mintedAt: mintedAt.toISOString(), expiresAt };
  await desk.put(deskKeys.link(sha256Of(token)), JSON.stringify(link));
  return address;
};

/** Mints a code that works for ten minutes; minted again for the same number, it takes the place of the one before. */
export const mintCode = async (
  { desk, now, randomBytes }: Ports,
  of: { release: string; approver: string; number: number },
): Promise<{ code: string; expiresAt: Date }> => {
  const { release, approver, number } = of;
  const code = newCode(randomBytes);
  const salt = Buffer.from(randomBytes(16)).toString('hex');
  const expiresAt = new Date(now().getTime() + codeMilliseconds);
  const paper: CodePaper = {
    salt,
    hash: hashCode({ release, approver, salt, code }),
    expiresAt: expiresAt.toISOString(),
  };
  await desk.put(deskKeys.code(release, approver, number), JSON.stringify(paper));
  return { code, expiresAt };
};
