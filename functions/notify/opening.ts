import { ownerReader } from '../domain/company.ts';
import type { Link } from '../domain/desk-papers.ts';
import type { View } from '../domain/templates.ts';
import { lastFreeze } from '../ports/last-freeze.ts';
import { mintLink } from './mint.ts';
import { type Notice, readerOf } from './notice.ts';
import type { NotifyPorts } from './ports.ts';
import { timesOf, zonesOf } from './times.ts';

/** The link of a mail, minted for its reader; whoever runs Gazette gets none. */
export const opening = async (
  ports: NotifyPorts,
  { ask, standing, company }: Notice,
  purpose: Pick<Link, 'whileFrozen'> = {},
): Promise<View> => {
  const { release, draft } = standing.draft;
  const { stepUp } = company.policy;
  const link = ask.operations
    ? null
    : await mintLink(ports, { release, draft, approver: readerOf(ask), stepUp, ...purpose });
  return { link, stepUp: stepUp === 'code' };
};

/**
 * Whether the owner of a frozen release is mailed a link by which its status and the evidence can be read while that lasts.
 * None where it was the owner who said that somebody else acts in their name: that may be who reads their mail.
 */
export const readsFreeze = async (
  ledger: NotifyPorts['ledger'],
  { keys: known }: Pick<Notice['standing'], 'keys'>,
): Promise<boolean> => {
  const freeze = await lastFreeze(ledger, known);
  return freeze?.still === true && freeze.by !== ownerReader;
};

/** What a mail with a new link says; the owner's, while the release is frozen, reads no more than the one that it is for. */
export const linkDetails = async (ports: NotifyPorts, notice: Notice): Promise<View> => {
  const owner = readerOf(notice.ask) === ownerReader;
  const reads = owner && (await readsFreeze(ports.ledger, notice.standing));
  return { ...(await opening(ports, notice, reads ? { whileFrozen: true } : {})), owner };
};

/** What is said of a freeze: when it was, and to the owner a link by which to read about it, where they are mailed one. */
export const frozenDetails = async (ports: NotifyPorts, notice: Notice): Promise<View> => {
  const { ask, standing } = notice;
  const freeze = await lastFreeze(ports.ledger, standing.keys);
  const isForOwner = !ask.operations && readerOf(ask) === ownerReader;
  const reads = isForOwner && freeze?.by !== ownerReader;
  const link = reads ? await opening(ports, notice, { whileFrozen: true }) : { link: null, stepUp: false };
  return {
    ...link,
    operations: ask.operations === true,
    owner: isForOwner,
    own: ask.approver !== undefined || (isForOwner && !reads),
    at: timesOf(freeze?.at ?? ask.askedAt, zonesOf(notice)),
  };
};
