import type { View } from '../templates.ts';
import { countText, isOne, isPlain, moneyText, percentText } from './amounts.ts';
import type { SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type Repurchase = SentActOf<'share-repurchase'>;

/** What a program may still buy is a limit; what it has bought, or grows to, is not. */
const isLimit = ({ act: { change = 'new' } }: Repurchase): boolean =>
  change === 'new' || change === 'extended';

/**
 * How much is bought, for the parts `repurchase-size` and `repurchase-price`: in shares, else as a percentage, else in
 * money, which otherwise is the price. Null where nobody sent any of them.
 */
export const sizeView = (sent: Repurchase): View | null => {
  const { amount, shares, percent, security, change } = sent.act;
  const main = shares ?? percent ?? amount;
  if (main === undefined) return null;
  const price = shares === undefined && percent === undefined ? undefined : amount;
  return {
    upTo: isLimit(sent) && isPlain(main),
    shares: shares === undefined ? null : countText(shares),
    // "500,000 of its common shares", but "500,000 shares of its common stock".
    counted: change === 'increased' || !securityView(security).plural,
    one: shares !== undefined && isOne(shares),
    percent: percent === undefined ? null : percentText(percent),
    comma: change !== 'increased' || price !== undefined,
    amount: amount === undefined || price !== undefined ? null : moneyText(amount),
    price: price === undefined ? null : moneyText(price),
    priceUpTo: price !== undefined && isLimit(sent) && isPlain(price),
  };
};
