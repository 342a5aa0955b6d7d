import { type Ending as DecidedEnding, endingOf } from '../domain/ending.ts';
import type { EndStep, Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { openKey } from '../domain/open-marker.ts';
import type { Desk } from './desk.ts';
import { lastFreeze } from './last-freeze.ts';
import { type Ledger, putFact } from './ledger.ts';
import { askForMails } from './mails-due.ts';
import { readOutcome } from './release.ts';
import { readStanding, type Standing } from './standing.ts';
import { stepTries, takeStep } from './steps.ts';

interface SettlePorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
  now: () => Date;
}

/** How a draft is about to end: by its decisions, or by the clock or a freeze, which no step contends with. */
type Ending = DecidedEnding | { outcome: 'expired' | 'frozen'; by: string; counted: []; notBefore: Date };

/** The end of a draft whose time is over, if it is; whoever looks at it first ends it. */
const expiryOf = ({ draft: { expiresAt } }: Standing, now: Date): Ending | undefined =>
  new Date(expiresAt) <= now
    ? { outcome: 'expired', by: 'sweep', counted: [], notBefore: new Date(expiresAt) }
    : undefined;

/** The end of a draft that was on its way when its release was frozen: nothing that was decided before the thaw counts. */
const thawOf = ({ draft }: Standing, freeze: Awaited<ReturnType<typeof lastFreeze>>): Ending | undefined =>
  freeze !== undefined && Date.parse(draft.createdAt) <= Date.parse(freeze.voidUntil)
    ? { outcome: 'frozen', by: freeze.by, counted: [], notBefore: new Date(0) }
    : undefined;

/**
 * The end that a step has fixed and that somebody did not come to write down. Where a newer event came in between, a newer
 * draft is to end it: nothing is approved over news.
 */
const fixedEnd = ({ endStep, newerEvents }: Standing): Ending | undefined => {
  if (endStep === undefined || endStep.outcome === 'superseded') return undefined;
  if (endStep.outcome === 'approved' && newerEvents.length > 0) return undefined;
  const { outcome, by, counted } = endStep;
  return { outcome, by, counted, notBefore: new Date(0) };
};

/** What ends an open draft by now; nothing but a newer draft or the clock once a step has counted its decisions. */
const nextEnd = (
  standing: Standing,
  freeze: Awaited<ReturnType<typeof lastFreeze>>,
  now: Date,
): Ending | undefined => {
  const decided = standing.endStep === undefined ? endingOf(standing) : fixedEnd(standing);
  return thawOf(standing, freeze) ?? decided ?? expiryOf(standing, now);
};

/**
 * Now, or when the newest decision was made that an end counts, or the step was taken that fixed it, where another process
 * wrote that by a clock which is ahead of this one.
 */
const endsAt = ({ endStep, decisions }: Standing, { counted, notBefore }: Ending, now: Date): string => {
  const others = decisions
    .filter((decision) => counted.some(({ approver }) => approver === decision.approver))
    .map(({ decidedAt }) => Date.parse(decidedAt));
  const fixed = endStep === undefined ? [] : [Date.parse(endStep.at)];
  return new Date(Math.max(now.getTime(), notBefore.getTime(), ...others, ...fixed)).toISOString();
};

/** Ends a draft; undefined where somebody took a step meanwhile, such as taking a decision back. */
const endDraft = async (
  { ledger, now }: SettlePorts,
  standing: Standing,
  ending: Ending,
): Promise<Outcome | undefined> => {
  const { release, draft, sha256 } = standing.draft;
  const { outcome, by, counted } = ending;
  const at = endsAt(standing, ending, now());
  const isDecided = outcome === 'approved' || outcome === 'changes-requested';
  if (isDecided && standing.endStep === undefined) {
    const step: EndStep = { step: 'ended', draft, outcome, by, counted, at };
    if ((await takeStep(ledger, standing, step)) === 'exists') return undefined;
  }
  const approvers = counted.map(({ approver }) => approver);
  const end: Outcome = { outcome, by, counted: approvers, draft, sha256, at };
  const result = await putFact(ledger, keys.outcome(release, draft), end);
  return result === 'written' ? end : readOutcome(ledger, release, draft);
};

/**
 * Ends a draft if its decisions do and nothing stands against it, or if it has expired, and asks for the mails that are due
 * then; answers with the outcome that stands. Reads everything anew and writes nothing twice, so that whoever comes next
 * (the same approver, another one, sweep) finishes what was cut off after any write.
 */
export const settleDraft = async (
  ports: SettlePorts,
  release: string,
  draft: number,
): Promise<Outcome | undefined> => {
  const { ledger, desk, now } = ports;
  for (let attempt = 1; attempt <= stepTries; attempt += 1) {
    const standing = await readStanding(ledger, release, draft);
    const freeze = await lastFreeze(ledger, standing.keys);
    const ending = standing.outcome === undefined ? nextEnd(standing, freeze, now()) : undefined;
    if (ending !== undefined && freeze?.still !== true) {
      if (ending.notBefore <= now()) {
        if ((await endDraft(ports, standing, ending)) === undefined) continue;
        return settleDraft(ports, release, draft);
      }
      await desk.put(openKey({ due: ending.notBefore.toISOString(), release, draft }), '{}');
    }
    await askForMails(ledger, standing, now());
    return standing.outcome;
  }
  throw new Error('Others took the next step of the draft twenty times in a row');
};
