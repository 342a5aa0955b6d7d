import { awaitedOf, roundFor } from '../domain/awaited.ts';
import { ownerReader } from '../domain/company.ts';
import { coolingUntil } from '../domain/ending.ts';
import type { DraftMailKind } from '../domain/facts.ts';
import { isNotTheirTurn, mayWait, tellsOfFreeze, isPutOff as waits } from '../domain/put-off.ts';
import { riskKinds } from '../domain/risk-mails.ts';
import { standInFor } from '../domain/stand-ins.ts';
import { isFrozen } from '../ports/gate.ts';
import { isStillAsked } from '../ports/recusal.ts';
import { type Notice, readerOf } from './notice.ts';
import { readsFreeze } from './opening.ts';
import type { NotifyPorts } from './ports.ts';
import { reachOf } from './reach.ts';
import { wasAsked } from './readers.ts';

type Ports = Pick<NotifyPorts, 'ledger' | 'now'>;

type Reason =
  | 'frozen'
  | 'not-frozen'
  | 'not-asked'
  | 'about-the-owner'
  | 'never-heard'
  | 'draft-ended'
  | 'decided'
  | 'code-over'
  | 'on-track'
  | 'not-cooling'
  | 'not-their-turn'
  | 'back';

/** A code is asked for on a page that somebody looks at; after this they have gone, or asked again. */
const codePatienceMinutes = 10;

/** Mails that have a point only while the draft is open. */
const whileOpen: readonly DraftMailKind[] = [
  'drafted',
  'ask',
  'delegated',
  'reminder',
  'escalation',
  'at-risk',
  'cooling',
];

/** Mails that tell of an end, which is no news to an approver who heard nothing of the draft. */
const endings: readonly DraftMailKind[] = ['withdrawn', 'no-action', 'outcome', 'expired'];

/** Whether the reader must not hear of the release, because it is about them or is none of theirs any more. */
const unwelcome = async (
  { ledger }: Ports,
  { ask, standing: { draft }, company }: Notice,
): Promise<Reason | undefined> => {
  if (ask.operations) return undefined;
  const reader = readerOf(ask);
  const asked = await isStillAsked(ledger, company, draft.release, reader);
  if (reader === ownerReader) return draft.ownerRecused || !asked ? 'about-the-owner' : undefined;
  return asked ? undefined : 'not-asked';
};

/** Whether an approver heard nothing of a draft: no mail that asks them went out, and they neither saw it nor decide on it. */
const neverHeard = async (
  { ledger }: Ports,
  { ask: { approver }, standing: { draft, keys: known, ballots } }: Notice,
): Promise<boolean> => {
  if (approver === undefined) return false;
  const number = draft.draft;
  if (known.drafts.get(number)?.seen.includes(approver)) return false;
  if (ballots.some(({ decision }) => decision.approver === approver)) return false;
  return !(await wasAsked(ledger, known, number, approver));
};

/** Whether a time to take approvals back is running at `now`. */
const isCooling = ({ standing }: Notice, now: Date): boolean => {
  const until = coolingUntil(standing);
  return until !== undefined && now < until;
};

/** Whether a mail about an open draft has nothing more to ask for. */
const settled = async (ports: Ports, notice: Notice): Promise<Reason | undefined> => {
  const { ask, standing } = notice;
  const now = ports.now();
  if (standing.outcome !== undefined) return 'draft-ended';
  switch (ask.kind) {
    case 'at-risk':
      return riskKinds(await reachOf(ports, notice)).length === 0 ? 'on-track' : undefined;
    case 'drafted':
      return undefined;
    case 'cooling':
      return isCooling(notice, now) ? undefined : 'not-cooling';
    case 'escalation':
      return awaitedOf(standing, now).length === 0 ? 'decided' : undefined;
    default: {
      const reader = readerOf(ask);
      if (roundFor(standing, reader, now) === undefined) return 'decided';
      if (ask.kind === 'reminder' && isNotTheirTurn(ask, standing, now)) return 'not-their-turn';
      const wasAway = standing.draft.delegations.some(({ approver }) => approver === reader);
      const isBack = wasAway && standInFor(standing.draft, reader, now) === undefined;
      return ask.kind === 'delegated' && isBack ? 'back' : undefined;
    }
  }
};

/** Whether a mail goes out while its release is frozen: it tells of that, or the owner reads by it what happened. */
const isOfFreeze = async (ports: Ports, { ask, standing }: Notice): Promise<boolean> => {
  if (ask.operations || tellsOfFreeze(ask, standing)) return true;
  if (readerOf(ask) !== ownerReader) return false;
  return ask.kind === 'code' || (ask.kind === 'link' && (await readsFreeze(ports.ledger, standing)));
};

/** Whether a mail waits until its release is thawed, or its reader's turn has come again. */
export const isPutOff = async (
  { ledger, now }: Pick<Ports, 'ledger' | 'now'>,
  { ask, standing }: Notice,
): Promise<boolean> =>
  mayWait(ask.kind) && waits(ask, standing, await isFrozen(ledger, standing.keys), now());

const endsWithoutEdit = ({ outcome }: Notice['standing']): boolean =>
  outcome !== undefined && outcome.outcome !== 'changes-requested';

/** Why a mail need not be sent; undefined where it must. Nobody whom the release is about gets one, of any kind. */
export const needless = async (ports: Ports, notice: Notice): Promise<Reason | undefined> => {
  const { ask, standing } = notice;
  const { kind } = ask;
  const frozen = await isFrozen(ports.ledger, standing.keys);
  if (frozen && !(await isOfFreeze(ports, notice))) return 'frozen';
  const reason = await unwelcome(ports, notice);
  if (reason !== undefined) return reason;
  if (!frozen && kind === 'frozen') return 'not-frozen';
  if (kind === 'code' && ports.now().getTime() - Date.parse(ask.askedAt) > codePatienceMinutes * 60_000)
    return 'code-over';
  if (endings.includes(kind) && (await neverHeard(ports, notice))) return 'never-heard';
  // Who is to edit a draft of which something came meanwhile is asked about the next one.
  if (kind === 'edit' && endsWithoutEdit(standing)) return 'draft-ended';
  return whileOpen.includes(kind) ? settled(ports, notice) : undefined;
};
