import { ownerReader } from '../domain/company.ts';
import type { DraftMailKind } from '../domain/facts.ts';
import { sentSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import { riskKinds } from '../domain/risk-mails.ts';
import { nextRound } from '../domain/standing-decisions.ts';
import { awaitedOf } from '../domain/tally.ts';
import { isFrozen } from '../ports/gate.ts';
import { readFact } from '../ports/ledger.ts';
import { isStillAsked } from '../ports/recusal.ts';
import { type Notice, readerOf } from './notice.ts';
import type { NotifyPorts } from './ports.ts';
import { reachOf } from './reach.ts';

type Ports = Pick<NotifyPorts, 'ledger' | 'now'>;

type Reason =
  | 'frozen'
  | 'not-asked'
  | 'about-the-owner'
  | 'never-heard'
  | 'draft-ended'
  | 'decided'
  | 'code-over'
  | 'on-track';

/** A code is asked for on a page that somebody looks at; after this they have gone, or asked again. */
const codePatienceMinutes = 10;

/** Mails that have a point only while the draft is open. */
const whileOpen: readonly DraftMailKind[] = ['ask', 'delegated', 'reminder', 'escalation', 'at-risk'];

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

/** Whether an approver heard nothing of a draft, because it had ended before its mail went out. */
const neverHeard = async ({ ledger }: Ports, { ask, standing: { draft } }: Notice): Promise<boolean> => {
  if (ask.approver === undefined) return false;
  const id = mailIds.of('ask', draft.draft, ask.approver);
  return (await readFact(ledger, keys.sent(draft.release, id), sentSchema))?.result === 'not-needed';
};

/** Whether a mail about an open draft has nothing more to ask for. */
const settled = async (ports: Ports, notice: Notice): Promise<Reason | undefined> => {
  const { ask, standing } = notice;
  if (standing.outcome !== undefined) return 'draft-ended';
  if (ask.kind === 'at-risk')
    return riskKinds(await reachOf(ports, notice)).length === 0 ? 'on-track' : undefined;
  const isDecided =
    ask.kind === 'escalation'
      ? awaitedOf(standing.draft, standing.tally).length === 0
      : nextRound(standing.ballots, readerOf(ask)) === undefined;
  return isDecided ? 'decided' : undefined;
};

/** Why a mail need not be sent; undefined where it must. Nobody whom the release is about gets one, of any kind. */
export const needless = async (ports: Ports, notice: Notice): Promise<Reason | undefined> => {
  const { ask, standing } = notice;
  const { kind } = ask;
  if (kind !== 'frozen' && !ask.operations && (await isFrozen(ports.ledger, standing.keys))) return 'frozen';
  const reason = await unwelcome(ports, notice);
  if (reason !== undefined) return reason;
  if (kind === 'code' && ports.now().getTime() - Date.parse(ask.askedAt) > codePatienceMinutes * 60_000)
    return 'code-over';
  if (endings.includes(kind) && (await neverHeard(ports, notice))) return 'never-heard';
  return whileOpen.includes(kind) ? settled(ports, notice) : undefined;
};
