import type { Draft } from './draft.ts';
import type { DraftMailKind, MailAsk, Outcome } from './facts.ts';
import { decidersOf, votersOf } from './policy.ts';
import type { Tally } from './tally.ts';

/** What a reader may have to object to, or the owner to answer for, and every end are told once the release goes on. */
const afterThaw: readonly DraftMailKind[] = [
  'receipt',
  'taken-back',
  'outcome',
  'no-action',
  'changes-requested',
  'edit',
  'expired',
  'withdrawn',
  'too-late',
  'late-edit',
];

/** Mails that call somebody to a draft: nobody is called to one that a newer event will end, nor before it is their turn. */
const calls: readonly DraftMailKind[] = ['ask', 'delegated'];

/** Where the draft of a mail stands. */
interface Standing {
  draft: Draft;
  outcome: Outcome | undefined;
  tally: Tally;
  newerEvents: readonly string[];
}

/** Whether a reader cannot decide on an open draft at `now`, though they were to be asked. */
export const isNotTheirTurn = (
  { approver }: Pick<MailAsk, 'approver'>,
  { draft, outcome, tally, newerEvents }: Standing,
  now: Date,
): boolean =>
  outcome === undefined &&
  approver !== undefined &&
  votersOf(draft).includes(approver) &&
  (newerEvents.length > 0 || !decidersOf(draft, now, tally.stage).includes(approver));

/** Whether a mail tells that its release was frozen, or an approver that they need not act because of that. */
export const tellsOfFreeze = (
  { kind }: Pick<MailAsk, 'kind'>,
  { outcome }: Pick<Standing, 'outcome'>,
): boolean => kind === 'frozen' || (kind === 'no-action' && outcome?.outcome === 'frozen');

/** Whether a mail is for later while its release is frozen; whoever runs Gazette is told at once. */
const isForLater = (ask: MailAsk, standing: Standing): boolean =>
  !ask.operations && afterThaw.includes(ask.kind) && !tellsOfFreeze(ask, standing);

/** Whether a mail of this kind may have to wait. */
export const mayWait = (kind: MailAsk['kind']): boolean => afterThaw.includes(kind) || calls.includes(kind);

/**
 * Whether a mail waits, without a fact of what became of it: until its release is thawed, or until it is its reader's turn
 * again. Sweep asks for it once that has come.
 */
export const isPutOff = (ask: MailAsk, standing: Standing, isFrozen: boolean, now: Date): boolean =>
  (isFrozen && isForLater(ask, standing)) ||
  (!isFrozen && calls.includes(ask.kind) && isNotTheirTurn(ask, standing, now));
