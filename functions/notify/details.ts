import { awaitedOf } from '../domain/awaited.ts';
import { ownerReader } from '../domain/company.ts';
import { longDate } from '../domain/dates.ts';
import { isApprovable } from '../domain/draft.ts';
import { coolingUntil } from '../domain/ending.ts';
import { type DraftMailKind, publishedSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { askedOf } from '../domain/policy.ts';
import { standInFor, stoodInBy } from '../domain/stand-ins.ts';
import type { View } from '../domain/templates.ts';
import { isAfterFreeze } from '../ports/last-freeze.ts';
import { readRequiredFact } from '../ports/ledger.ts';
import { codeDetails } from './code-details.ts';
import { receiptDetails, takenBackDetails } from './decision-details.ts';
import { type Notice, readerOf, UnfitMailError } from './notice.ts';
import { frozenDetails, linkDetails, opening } from './opening.ts';
import type { NotifyPorts } from './ports.ts';
import { reachOf, reasonsView } from './reach.ts';
import { knownBefore } from './readers.ts';
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

const endOf = ({ standing: { outcome } }: Notice): View => ({
  approved: outcome?.outcome === 'approved',
  changesAsked: outcome?.outcome === 'changes-requested',
  expired: outcome?.outcome === 'expired',
  frozen: outcome?.outcome === 'frozen',
});

/** Who is asked now and has not decided, in numbers. */
const countsOf = ({ standing }: Notice, now: Date): View => {
  const { draft, tally } = standing;
  const awaited = awaitedOf(standing, now).length;
  return { awaited, asked: askedOf(draft, now, tally.stage).length, one: awaited === 1 };
};

const awayUntil = ({ ask, standing: { draft } }: Notice, now: Date): string => {
  const away = ask.approver === undefined ? undefined : standInFor(draft, ask.approver, now);
  if (away === undefined) throw new UnfitMailError('Nobody stands in for the approver of the mail');
  return longDate(away.until);
};

/** Until when an approval can be taken back that, with others, is all that the draft needed. */
const coolingDetails = ({ ask, standing }: Notice, zones: readonly string[]): View => {
  const until = coolingUntil(standing);
  if (until === undefined) throw new UnfitMailError('No time to take an approval back is running');
  return { until: timesOf(until.toISOString(), zones), owner: readerOf(ask) === ownerReader };
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
    case 'ask': {
      const before = await knownBefore(ports.ledger, known, draft.draft, readerOf(ask));
      const goesOn = await isAfterFreeze(ports.ledger, draft);
      return {
        ...(await opening(ports, notice)),
        decideBy,
        approvable,
        filing,
        goesOn,
        again: before === 'read' && !goesOn,
        replaces: before !== undefined && !goesOn,
        anew: standing.decisions.some(({ approver }) => approver === ask.approver),
        standsIn: stoodInBy(draft, readerOf(ask), ports.now()).length > 0,
        calendar: company.policy.calendar,
      };
    }
    case 'reminder':
      return { ...(await opening(ports, notice)), decideBy, approvable, filing };
    case 'delegated':
      return { ...(await opening(ports, notice)), decideBy, until: awayUntil(notice, ports.now()) };
    case 'escalation':
      return {
        ...(await opening(ports, notice)),
        ...countsOf(notice, ports.now()),
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
      return { ...(await opening(ports, notice)), ...takenBackDetails(notice), decideBy };
    case 'cooling':
      return { ...(await opening(ports, notice)), ...coolingDetails(notice, zones) };
    case 'code':
      return codeDetails(ports, notice);
    case 'link':
      return linkDetails(ports, notice);
    case 'too-late':
      return opening(ports, notice);
    case 'late-edit':
      return { ...(await opening(ports, notice)), owner: isForOwner };
    case 'outcome':
      return { ...(await opening(ports, notice)), ...endOf(notice) };
    case 'no-action':
      return endOf(notice);
    case 'withdrawn':
      return {};
    case 'drafted': {
      const goesOn = await isAfterFreeze(ports.ledger, draft);
      return { ...(await opening(ports, notice)), goesOn, decideBy, approvable, filing };
    }
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
      return { ...(await frozenDetails(ports, notice)), filing };
    case 'not-me':
      return { ...(await opening(ports, notice)), operations, at: times(ask.askedAt) };
    case 'published': {
      const key = keys.published(draft.release);
      const { publishedAt } = await readRequiredFact(ports.ledger, key, publishedSchema);
      const link = isForOwner ? await opening(ports, notice) : { link: null, stepUp: false };
      return { ...link, publishedAt: times(publishedAt), owner: isForOwner, filing };
    }
  }
};
