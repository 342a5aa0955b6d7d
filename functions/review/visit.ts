import type { Company } from '../domain/company.ts';
import { ownerReader } from '../domain/company.ts';
import { deskKeys } from '../domain/desk-keys.ts';
import { type Link, linkSchema } from '../domain/desk-papers.ts';
import { sha256Of } from '../domain/digest.ts';
import { keys } from '../domain/keys.ts';
import { companyOf, releaseMark } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { lastFreeze } from '../ports/last-freeze.ts';
import { readFact } from '../ports/ledger.ts';
import type { LogFields } from '../ports/log.ts';
import { isAskedBy } from '../ports/recusal.ts';
import { listRelease } from '../ports/release.ts';
import type { ReviewPorts } from './ports.ts';

/** Why a link that was good opens nothing: its time is over, or its release was frozen after it was mailed, and may still be. */
export type LinkOver = { why: 'expired' } | { why: 'revoked' | 'frozen'; at: string };

/** Somebody who came by a link that was mailed: which draft it opens, and for which reader. */
export interface Visit extends Link {
  /** The path of the link's page, and of its cookie. */
  path: string;
  linkSha256: string;
  company: Company;
  /** What the ledger had of the release when the visitor came. */
  known: ReleaseKeys;
  /** The number of the newest draft. */
  latest: number;
  /** The link's token, as it stands in its path. */
  token: string;
  /** Undefined where the link works. */
  over: LinkOver | undefined;
  /** Since when the release is frozen, where this link is the one by which its owner reads why: nothing can be done by it. */
  frozenAt: string | undefined;
  /** What has become of the draft that a link works for, where it can no longer be decided on. */
  past: 'superseded' | 'ended' | undefined;
}

type Ports = Pick<ReviewPorts, 'ledger' | 'desk' | 'companies' | 'now'>;

/** No release can be called so. */
const nobody = '-';

type Freeze = NonNullable<Awaited<ReturnType<typeof lastFreeze>>>;

/** Whether a link was mailed to the owner to read why the release is frozen; none is where the owner froze it. */
const readsFrozen = ({ approver, whileFrozen, mintedAt }: Link, { at, by, still }: Freeze): boolean =>
  still &&
  whileFrozen === true &&
  approver === ownerReader &&
  by !== ownerReader &&
  Date.parse(mintedAt) > Date.parse(at);

/** Whether a link was minted before its release was last thawed, or to read why it was frozen. */
const isOfBefore = ({ mintedAt, whileFrozen }: Link, { voidUntil }: Freeze): boolean =>
  whileFrozen === true || Date.parse(mintedAt) <= Date.parse(voidUntil);

/** Only that mail's link is good while a release is frozen, and no other that was on its way; afterwards it is void with them. */
const overOf = (link: Link, freeze: Freeze | undefined, now: Date): LinkOver | undefined => {
  if (freeze !== undefined && (freeze.still ? !readsFrozen(link, freeze) : isOfBefore(link, freeze)))
    return { why: freeze.still ? 'frozen' : 'revoked', at: freeze.at };
  return Date.parse(link.expiresAt) <= now.getTime() ? { why: 'expired' } : undefined;
};

const pastOf = ({ draft, approver }: Link, { latest, drafts }: ReleaseKeys): Visit['past'] => {
  if (approver === ownerReader) return undefined;
  if (draft < latest) return 'superseded';
  return drafts.get(draft)?.ended ? 'ended' : undefined;
};

/** Whether a link opens a draft only together with a code: unless its mail said otherwise and the company still does. */
export const needsCode = ({ stepUp, company }: Pick<Visit, 'stepUp' | 'company'>): boolean =>
  stepUp === 'code' || company.policy.stepUp === 'code';

/**
 * Finds what a link opens; undefined for a token that is malformed or unknown, and for a reader who is no longer in the
 * company's profile or whom a newer draft or event is about: either revokes every link of theirs. For a token that nobody
 * was given it asks the desk and the ledger as much as for one of somebody who is recused, so that the time tells nothing.
 */
export const findVisit = async (ports: Ports, token: string): Promise<Visit | undefined> => {
  const { ledger, desk, companies } = ports;
  const linkSha256 = sha256Of(token);
  const link = await readFact(desk, deskKeys.link(linkSha256), linkSchema);
  const known = await listRelease(ledger, link?.release ?? nobody);
  const company = companies.get(companyOf(known.release));
  if (link === undefined || company === undefined) {
    await ledger.get(keys.draft(nobody, 1));
    return undefined;
  }
  if (!(await isAskedBy(ledger, company, known, link.approver))) return undefined;
  const freeze = await lastFreeze(ledger, known);
  const over = overOf(link, freeze, ports.now());
  return {
    ...link,
    token,
    path: `/r/${token}`,
    linkSha256,
    company,
    known,
    latest: known.latest,
    over,
    frozenAt: over === undefined && freeze?.still ? freeze.at : undefined,
    past: pastOf(link, known),
  };
};

/** How logs name a visit. */
export const visitFields = ({ release, draft, approver }: Link): LogFields => ({
  release: releaseMark(release),
  draft,
  approver,
});

/** The draft that a link opens; the owner's, which is not about one draft, opens the newest. */
export const numberFor = ({
  approver,
  draft,
  latest,
}: Pick<Visit, 'approver' | 'draft' | 'latest'>): number => (approver === ownerReader ? latest : draft);
