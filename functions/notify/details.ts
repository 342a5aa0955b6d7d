import { ownerReader } from '../domain/company.ts';
import { longDate } from '../domain/dates.ts';
import { isApprovable } from '../domain/draft.ts';
import { type DraftMailKind, publishedSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { askedOf } from '../domain/policy.ts';
import { awaitedOf } from '../domain/tally.ts';
import type { View } from '../domain/templates.ts';
import { readRequiredFact } from '../ports/ledger.ts';
import { codeDetails } from './code-details.ts';
import { receiptDetails, takenBackDetails } from './decision-details.ts';
import { mintLink } from './mint.ts';
import { type Notice, readerOf, UnfitMailError } from './notice.ts';
import type { NotifyPorts } from './ports.ts';
import { reachOf, reasonsView } from './reach.ts';
import { heardBefore } from './readers.ts';
import { filingView, timesOf, zonesOf } from './times.ts';

/** Mails that are for one approver, and nobody else. */
const forApprovers: readonly DraftMailKind[] = [
  'ask',
  'delegated',
  'edit',
  'reminder',
  'receipt',
  'taken-back',
  'outcome',
  'no-action',
];

/** The link of a mail, minted for its reader; whoever runs Gazette gets none. */
const opening = async (ports: NotifyPorts, { ask, standing, company }: Notice): Promise<View> => {
  const { release, draft } = standing.draft;
  const { stepUp } = company.policy;
  const link = ask.operations
    ? null
    : await mintLink(ports, { release, draft, approver: readerOf(ask), stepUp });
  return { link, stepUp: stepUp === 'code' };
};

const endOf = ({ standing: { outcome } }: Notice): View => ({
  approved: outcome?.outcome === 'approved',
  changesAsked: outcome?.outcome === 'changes-requested',
  expired: outcome?.outcome === 'expired',
});

/** Who is asked now and has not decided, in numbers. */
const countsOf = ({ standing: { draft, tally } }: Notice): View => {
  const awaited = awaitedOf(draft, tally).length;
  return { awaited, asked: askedOf(draft, tally.stage).length, one: awaited === 1 };
};

const awayUntil = ({ ask, standing: { draft } }: Notice): string => {
  const until = draft.delegations.find(({ approver }) => approver === ask.approver)?.until;
  if (until === undefined) throw new UnfitMailError('Nobody stands in for the approver of the mail');
  return longDate(until);
};

/** What a kind's templates use beyond what all do. Throws UnfitMailError where the mail cannot be meant for its reader. */
export const detailsOf = async (ports: NotifyPorts, notice: Notice): Promise<View> => {
  const { ask, standing, company } = notice;
  const { draft, keys: known } = standing;
  const operations = ask.operations === true;
  const zones = zonesOf(notice);
  const times = (instant: string): string[] => timesOf(instant, zones);
  const filing = filingView(draft, zones, ports.now());
  const decideBy = times(draft.decideBy);
  const approvable = isApprovable(draft);
  const isForOwner = readerOf(ask) === ownerReader;
  if (isForOwner && forApprovers.includes(ask.kind))
    throw new UnfitMailError(`A mail of kind ${ask.kind} must name an approver`);
  switch (ask.kind) {
    case 'ask':
      return {
        ...(await opening(ports, notice)),
        decideBy,
        approvable,
        filing,
        again: await heardBefore(ports.ledger, known, draft.draft, readerOf(ask)),
        standsIn: draft.delegations.some(({ delegate }) => delegate === ask.approver),
        calendar: company.policy.calendar,
      };
    case 'reminder':
      return { ...(await opening(ports, notice)), decideBy, approvable, filing };
    case 'delegated':
      return { ...(await opening(ports, notice)), decideBy, until: awayUntil(notice) };
    case 'escalation':
      return {
        ...(await opening(ports, notice)),
        ...countsOf(notice),
        operations,
        decideBy,
        filing,
        expiresAt: times(draft.expiresAt),
      };
    case 'at-risk': {
      const reach = await reachOf(ports, notice);
      const { verdict, by } = reach;
      const told = { ...reasonsView(reach), cannot: verdict === 'no', can: verdict === 'yes', by: times(by) };
      return { ...(await opening(ports, notice)), ...told, operations, filing };
    }
    case 'receipt':
      return { ...(await opening(ports, notice)), ...receiptDetails(notice) };
    case 'taken-back':
      return { ...(await opening(ports, notice)), ...(await takenBackDetails(ports, notice)), decideBy };
    case 'code':
      return codeDetails(ports, notice);
    case 'link':
      return { ...(await opening(ports, notice)), owner: isForOwner };
    case 'too-late':
      return opening(ports, notice);
    case 'outcome':
      return { ...(await opening(ports, notice)), ...endOf(notice) };
    case 'no-action':
      return endOf(notice);
    case 'withdrawn':
      return {};
    case 'drafted':
      return { ...(await opening(ports, notice)), decideBy, approvable, filing };
    case 'edit':
      return {
        ...(await opening(ports, notice)),
        changesAsked: standing.outcome !== undefined,
        decideBy,
        filing,
      };
    case 'changes-requested':
      return { ...(await opening(ports, notice)), filing };
    case 'expired':
      return { ...(await opening(ports, notice)), operations, expiresAt: times(draft.expiresAt), filing };
    case 'frozen':
      return { operations, at: times(ask.askedAt), filing };
    case 'published': {
      const key = keys.published(draft.release);
      const { publishedAt } = await readRequiredFact(ports.ledger, key, publishedSchema);
      const link = isForOwner ? await opening(ports, notice) : { link: null, stepUp: false };
      return { ...link, publishedAt: times(publishedAt), owner: isForOwner, filing };
    }
  }
};
