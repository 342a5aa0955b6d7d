import type { Check } from '../draft.ts';
import { atOnceIsToday } from './at-once.ts';
import { auditCommitteeIsIndependent, boardHasSeats, disagreementIsTheReason } from './boards.ts';
import { daysInOrder } from './days-in-order.ts';
import { approvalHasVotes, dividendMoves, programGrows, splitHasRatio } from './figures.ts';
import { cureDaysAgree, nameIsInForce, symbolsAgree } from './listings.ts';
import { measuresAreApart } from './one-measure.ts';
import { rangesRun } from './ranges.ts';
import type { Release, Rule } from './rule.ts';

const rules: readonly Rule[] = [
  rangesRun,
  ...daysInOrder,
  dividendMoves,
  programGrows,
  splitHasRatio,
  approvalHasVotes,
  boardHasSeats,
  ...auditCommitteeIsIndependent,
  ...disagreementIsTheReason,
  symbolsAgree,
  nameIsInForce,
  cureDaysAgree,
  atOnceIsToday,
  measuresAreApart,
];

/** Finds what the acts of a release say that cannot be true together, or can hardly be. */
export const consistencyChecks = (release: Release): Check[] => rules.flatMap((rule) => rule(release));
