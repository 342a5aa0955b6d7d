import type { Money } from '../acts/common.ts';
import { moneyText } from './amounts.ts';
import { takesAn } from './article.ts';
import { separated } from './grammar.ts';

/** Clauses as the items of a list, for the part `release/parts/clauses`; null where nobody sent any. */
export const listed = (
  clauses: readonly string[] | undefined,
): { items: { clause: string; separator: string }[] } | null =>
  clauses === undefined ? null : { items: separated(clauses.map((clause) => ({ clause }))) };

/** What somebody is paid of which there is one, so that it takes an article. */
const pay =
  /^(?!an? |the |his |her |their |its ).*\b(?:salary|bonus|award|grant|payment|opportunity|retainer|fee|allowance)$/i;

/** Amounts by what they are, for the part `release/parts/amounts`; kinds of pay with an article where that is wanted. */
export const named = (
  amounts: readonly { what: string; amount: Money }[],
  withArticles = false,
): { article: boolean; an: boolean; what: string; amount: string; separator: string }[] =>
  separated(
    amounts.map(({ what, amount }) => ({
      article: withArticles && pay.test(what),
      an: takesAn(what),
      what,
      amount: moneyText(amount),
    })),
  );
