import type { View } from '../templates.ts';
import { countText, isOne, isPlain, moneyText, percentText } from './amounts.ts';
import { possessive } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type Repurchase = SentActOf<'share-repurchase'>;

/** What a program may still buy is a limit; what it has bought, or grows to, is not. */
const isLimit = ({ act: { change = 'new' } }: Repurchase): boolean =>
  change === 'new' || change === 'extended';

/** How much is bought, for the part `repurchase-size`: in shares, else as a percentage, else in money; null where nobody sent any. */
const sizeOf = (sent: Repurchase, isOfShares: boolean): View | null => {
  const { amount, shares, percent, security } = sent.act;
  const main = shares ?? percent ?? amount;
  if (main === undefined) return null;
  return {
    upTo: isLimit(sent) && isPlain(main),
    shares: shares === undefined ? null : countText(shares),
    // "500,000 of its common shares", but "500,000 shares of its common stock".
    counted: !isOfShares || !securityView(security).plural,
    one: shares !== undefined && isOne(shares),
    percent: percent === undefined ? null : percentText(percent),
    comma: isOfShares,
    amount: amount === undefined || main !== amount ? null : moneyText(amount),
  };
};

/** The same, followed by "of its shares", and the money as the price, for the part `repurchase-price`, where it is not the size. */
export const sizeView = (sent: Repurchase): View | null => {
  const { amount, shares, percent } = sent.act;
  const size = sizeOf(sent, true);
  const price = (shares ?? percent) === undefined ? undefined : amount;
  return (
    size && {
      ...size,
      price: price === undefined ? null : moneyText(price),
      priceUpTo: price !== undefined && isLimit(sent) && isPlain(price),
    }
  );
};

/** To what a program grows, in money where that was sent; then the shares that it covers, else it grows to these. */
export const growthView = (sent: Repurchase, { company }: Narrator): View => {
  const { amount, shares, percent, security } = sent.act;
  const isInShares = (shares ?? percent) !== undefined;
  const inShares: Repurchase = { ...sent, act: { ...sent.act, amount: undefined } };
  return {
    total: amount === undefined ? null : moneyText(amount),
    size: amount === undefined && isInShares ? sizeOf(inShares, false) : null,
    covers:
      amount === undefined || !isInShares
        ? null
        : {
            ...sizeOf(inShares, true),
            possessive: possessive(company.shortName),
            security: security ?? null,
          },
  };
};
