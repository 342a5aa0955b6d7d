import { keys } from '../keys.ts';
import { ballotsOf } from './ballots.ts';
import { graceMilliseconds } from './grace.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** When a release was frozen, in milliseconds since 1970; without an end it still is. */
interface Freeze {
  from: number;
  until: number;
}

const freezesOf = ({ gates }: Said): Freeze[] => {
  const steps = gates.toSorted((a, b) => a.step - b.step).map(({ gate }) => gate);
  return steps.flatMap(({ gate, at }, index) => {
    if (gate !== 'frozen') return [];
    const next = steps[index + 1];
    return [
      { from: Date.parse(at), until: next === undefined ? Number.POSITIVE_INFINITY : Date.parse(next.at) },
    ];
  });
};

const isWithin = (freezes: readonly Freeze[], at: string): boolean =>
  freezes.some(({ from, until }) => from + graceMilliseconds < Date.parse(at) && Date.parse(at) < until);

/** What is wrong with what was decided while a release was frozen, or before it was thawed and counted after that. */
export const frozenFlaws = (said: Said): Flaw[] => {
  const freezes = freezesOf(said);
  const ended = [...said.outcomes].flatMap(([number, { key, outcome }]): Flaw[] => {
    const draft = said.drafts.get(number);
    const isDecided = outcome.outcome === 'approved' || outcome.outcome === 'changes-requested';
    if (draft === undefined || !isDecided) return [];
    const counted = ballotsOf(said, draft).filter(({ fate }) => fate === 'counted');
    const over = freezes.filter(({ until }) => until + graceMilliseconds < Date.parse(outcome.at));
    const isBefore = (at: string): boolean => over.some(({ until }) => Date.parse(at) < until);
    return [
      ...flawIf(isWithin(freezes, outcome.at), 'The draft ended by decisions while it was frozen.', key),
      ...flawIf(
        counted.some(({ decision }) => isBefore(decision.decidedAt)),
        'A decision from before the release was thawed was counted.',
        key,
      ),
      ...flawIf(isBefore(draft.createdAt), 'The draft is from before the release was thawed.', key),
    ];
  });
  const decided = said.decisions.flatMap(({ key, decision: { decidedAt } }) =>
    flawIf(isWithin(freezes, decidedAt), 'It was made while the release was frozen.', key),
  );
  const counted = said.steps.flatMap(({ key, step }) =>
    flawIf(
      step.step === 'ended' && isWithin(freezes, step.at),
      'The decisions were counted while the release was frozen.',
      key,
    ),
  );
  return [...decided, ...counted, ...ended];
};

/** What is wrong with drafts that were approved: none leaves out what had come before. */
export const newsFlaws = (said: Said): Flaw[] =>
  [...said.outcomes.values()].flatMap(({ key, outcome }) => {
    const draft = said.drafts.get(outcome.draft);
    const approvedAt = said.storedAt.get(key);
    if (outcome.outcome !== 'approved' || draft === undefined || approvedAt === undefined) return [];
    return [...said.events].flatMap(([name, event]) => {
      const cameAt = said.storedAt.get(event.key) ?? approvedAt;
      return flawIf(
        !draft.events.includes(name) && cameAt + graceMilliseconds < approvedAt,
        `It had come before ${keys.draft(said.release, outcome.draft)} was approved, which does not have it.`,
        event.key,
      );
    });
  });
