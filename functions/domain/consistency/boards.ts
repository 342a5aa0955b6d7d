import type { Committee } from '../acts/common.ts';
import type { ActOf } from '../acts.ts';
import { warning } from '../check.ts';
import type { Check } from '../draft.ts';
import { tellsOfDispute } from '../filing/director-leaves.ts';
import { forEach, type Rule } from './rule.ts';

/** The board has no more directors than it has seats. */
export const boardHasSeats: Rule = ({ acts }) => {
  const seats = acts.flatMap(({ act }) => (act.kind === 'board-size-change' ? (act.to ?? []) : []));
  const directors = acts.flatMap(({ act }) =>
    act.kind === 'director-election' ? (act.boardSize ?? []) : [],
  );
  const [most, size] = [Math.max(0, ...directors), Math.max(0, ...seats)];
  return seats.length > 0 && most > size
    ? [
        warning(
          'board-too-small',
          `The release gives the board ${size} seats and says that it has ${most} directors. See which is right.`,
        ),
      ]
    : [];
};

const isAudit = ({ name }: Committee): boolean => /\baudit\b/i.test(name);

const notIndependent = (
  { person, independent, committees = [] }: ActOf<'director-election'> | ActOf<'director-nomination'>,
  by: string,
): Check[] =>
  independent === false && committees.some(isAudit)
    ? [
        warning(
          'audit-committee-independence',
          `${person.name} is to sit on the audit committee and was sent as not independent ${by}. Exchange Act Rule 10A-3 wants its members independent: ask counsel.`,
        ),
      ]
    : [];

/** Whoever is on the audit committee of a listed company is independent, but for few exceptions. */
export const auditCommitteeIsIndependent: readonly Rule[] = [
  forEach('director-election', notIndependent),
  forEach('director-nomination', notIndependent),
];

const disagrees = (
  { person, disagreement, reason }: ActOf<'director-departure'> | ActOf<'officer-departure'>,
  by: string,
): Check[] =>
  disagreement === true && reason !== undefined && !tellsOfDispute(reason)
    ? [
        warning(
          'disagreement-unexplained',
          `${person?.name ?? 'The officer'} is told to leave over a disagreement, and the reason sent is "${reason}" ${by}. See which is right: Item 5.02(a) of Form 8-K asks what a disagreement was about.`,
        ),
      ]
    : [];

/** A disagreement is the reason that is told. */
export const disagreementIsTheReason: readonly Rule[] = [
  forEach('director-departure', disagrees),
  forEach('officer-departure', disagrees),
];
