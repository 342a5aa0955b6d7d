import type { Draft } from '../draft.ts';
import type { Outcome } from '../facts.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** What is wrong with an end that no decision brought about: the clock, a freeze or an event did, and that is there. */
const endFlaws = ({ events, gates }: Said, key: string, { expiresAt }: Draft, end: Outcome): Flaw[] => {
  const isFreeze = gates.some(({ gate }) => gate.gate === 'frozen' && gate.by === end.by);
  switch (end.outcome) {
    case 'expired':
      return flawIf(
        Date.parse(end.at) < Date.parse(expiresAt),
        'The draft ended before its time was over.',
        key,
      );
    case 'frozen':
      return flawIf(!isFreeze, 'The draft ended by a freeze, and there was none by whom it names.', key);
    case 'superseded':
    case 'withdrawn':
      return flawIf(!events.has(end.by), 'The event that ended the draft is missing.', key);
    case 'approved':
    case 'changes-requested':
      return [];
  }
};

/** What is wrong with the ends of drafts that no decision brought about. */
export const causeFlaws = (said: Said): Flaw[] =>
  [...said.outcomes].flatMap(([number, { key, outcome }]) => {
    const draft = said.drafts.get(number);
    return draft === undefined ? [] : endFlaws(said, key, draft, outcome);
  });
