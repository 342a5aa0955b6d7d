import type { Company } from '../domain/company.ts';
import { deskKeys } from '../domain/desk-keys.ts';
import { type Link, linkSchema } from '../domain/desk-papers.ts';
import { companyOf, releaseMark } from '../domain/release.ts';
import { isToken, sha256Of } from '../domain/tokens.ts';
import { readFact } from '../ports/ledger.ts';
import type { LogFields } from '../ports/log.ts';
import { isStillAsked } from '../ports/recusal.ts';
import type { ReviewPorts } from './ports.ts';

/** Somebody who came by a link that works: which draft it opens, and for which approver. */
export interface Visit extends Link {
  /** The path of the link's page, and of its cookie. */
  path: string;
  linkSha256: string;
  company: Company;
}

/**
 * Finds what a link opens; undefined for a token that is malformed, unknown or expired, and for an approver who is
 * no longer in the company's profile or whom a newer draft or event is about: either revokes every link of theirs.
 */
export const findVisit = async (
  { ledger, desk, companies, now }: Pick<ReviewPorts, 'ledger' | 'desk' | 'companies' | 'now'>,
  token: string,
): Promise<Visit | undefined> => {
  if (!isToken(token)) return undefined;
  const linkSha256 = sha256Of(token);
  const link = await readFact(desk, deskKeys.link(linkSha256), linkSchema);
  if (link === undefined || Date.parse(link.expiresAt) <= now().getTime()) return undefined;
  const company = companies.get(companyOf(link.release));
  if (company === undefined || !(await isStillAsked(ledger, company, link.release, link.approver)))
    return undefined;
  return { ...link, path: `/r/${token}`, linkSha256, company };
};

/** How logs name a visit. */
export const visitFields = ({ release, draft, approver }: Link): LogFields => ({
  release: releaseMark(release),
  draft,
  approver,
});
