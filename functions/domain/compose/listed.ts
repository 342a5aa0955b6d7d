import type { Money } from '../acts/common.ts';
import { moneyText } from './amounts.ts';
import { separated } from './grammar.ts';

/** Clauses as the items of a list, for the part `release/parts/clauses`; null where nobody sent any. */
export const listed = (
  clauses: readonly string[] | undefined,
): { items: { clause: string; separator: string }[] } | null =>
  clauses === undefined ? null : { items: separated(clauses.map((clause) => ({ clause }))) };

/** Amounts by what they are, for the part `release/parts/amounts`. */
export const named = (
  amounts: readonly { what: string; amount: Money }[],
): { what: string; amount: string; separator: string }[] =>
  separated(amounts.map(({ what, amount }) => ({ what, amount: moneyText(amount) })));
