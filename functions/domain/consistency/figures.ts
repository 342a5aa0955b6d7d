import type { Count, Money } from '../acts/common.ts';
import { error, warning } from '../check.ts';
import { moneyText, numberText } from '../compose/amounts.ts';
import { forEach, type Rule } from './rule.ts';

interface Sum {
  amount: number;
  currency: string;
}

/** An amount that is one figure, exact or not. */
const sumOf = (money: Money | undefined): Sum | undefined => {
  if (typeof money === 'number') return { amount: money, currency: 'USD' };
  return money !== undefined && 'amount' in money
    ? { amount: money.amount, currency: money.currency ?? 'USD' }
    : undefined;
};

/** How much more the one is than the other, in one currency; undefined where they cannot be compared. */
const excess = (one: Money | undefined, other: Money | undefined): number | undefined => {
  const [a, b] = [sumOf(one), sumOf(other)];
  return a !== undefined && b !== undefined && a.currency === b.currency ? a.amount - b.amount : undefined;
};

const figureOf = (count: Count | undefined): number | undefined => {
  if (typeof count === 'number') return count;
  return count !== undefined && 'count' in count ? count.count : undefined;
};

/** A dividend that is increased is more than it was, and one that is reduced is less. */
export const dividendMoves: Rule = forEach('dividend', ({ change, perShare, previousPerShare }, by) => {
  const more = excess(perShare, previousPerShare);
  if (more === undefined || perShare === undefined || previousPerShare === undefined) return [];
  const isWrong = (change === 'increased' && more <= 0) || (change === 'reduced' && more >= 0);
  return isWrong
    ? [
        error(
          'dividend-direction',
          `The dividend is told as ${change}, to ${moneyText(perShare)} per share from ${moneyText(previousPerShare)} ${by}. Send an event that corrects it.`,
        ),
      ]
    : [];
});

/** A program does not grow by more than it comes to. */
export const programGrows: Rule = forEach('share-repurchase', ({ change, amount, increase }, by) => {
  const more = excess(increase, amount);
  if (change !== 'increased' || more === undefined || increase === undefined || amount === undefined)
    return [];
  return more > 0
    ? [
        error(
          'program-direction',
          `The repurchase program is told as increased by ${moneyText(increase)}, to ${moneyText(amount)} ${by}. Send an event that corrects it.`,
        ),
      ]
    : [];
});

/** How far shares after a split may be from what its ratio makes of those before, as both are often rounded. */
const leeway = 0.1;

/** The shares before and after a split have its ratio. */
export const splitHasRatio: Rule = forEach('stock-split', ({ ratio, sharesBefore, sharesAfter }, by) => {
  const [before, after] = [figureOf(sharesBefore), figureOf(sharesAfter)];
  if (ratio === undefined || !before || after === undefined) return [];
  const meant = (before * ratio.new) / ratio.old;
  return Math.abs(after - meant) > meant * leeway
    ? [
        error(
          'split-ratio',
          `A split of ${numberText(ratio.new)} for ${numberText(ratio.old)} makes ${numberText(Math.round(meant))} of ${numberText(before)} shares, and ${numberText(after)} were sent ${by}. Send an event that corrects the ratio or the shares.`,
        ),
      ]
    : [];
});

/** What has more votes against it than for it is mostly not approved. */
export const approvalHasVotes: Rule = forEach('voting-results', ({ matters = [] }, by) =>
  matters.flatMap((matter) => {
    const [votesFor, against] = [figureOf(matter.for), figureOf(matter.against)];
    return matter.result === 'approved' &&
      votesFor !== undefined &&
      against !== undefined &&
      votesFor < against
      ? [
          warning(
            'approved-against-votes',
            `The proposal to ${matter.matter} is told as approved, with ${numberText(votesFor)} votes for and ${numberText(against)} against ${by}. See which is right.`,
          ),
        ]
      : [];
  }),
);
