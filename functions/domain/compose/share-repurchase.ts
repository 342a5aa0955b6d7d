import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { countText, isOne, isPlain, moneyText, percentText } from './amounts.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { listed } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { securityView } from './security.ts';

type Repurchase = SentActOf<'share-repurchase'>;

const isAdopted = ({ act: { change = 'new' } }: Repurchase): boolean => change === 'new';

/** What a program may still buy is a limit; what it has bought, or grows to, is not. */
const isLimit = ({ act: { change = 'new' } }: Repurchase): boolean =>
  change === 'new' || change === 'extended';

/** How much is bought, told in shares before a percentage before money; null where nobody sent any. */
const sizeView = (sent: Repurchase): View | null => {
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

const timing = (sent: Repurchase, narrator: Narrator) => {
  const { effective, expires } = sent.act;
  const fact = 'the day on which the repurchase program takes effect';
  const { day } = effectiveView(sent, effective, fact, narrator);
  const expired = expires !== undefined && expires < narrator.announced;
  return { ...day, expires: expires === undefined ? null : longDate(expires), expired };
};

const changeView = ({ act: { change } }: Repurchase) => ({
  isNew: change === 'new',
  increased: change === 'increased',
  extended: change === 'extended',
  completed: change === 'completed',
});

const execution = ({ act: { methods, rules, change } }: Repurchase): View | null =>
  methods === undefined && rules === undefined
    ? null
    : {
        completed: change === 'completed',
        methods: listed(methods),
        both: methods !== undefined && rules !== undefined,
        rules: listed(rules),
      };

/** What may be bought, and until when; then how, with what money, and what was bought before. */
const repurchased = (sent: Repurchase, narrator: Narrator): View => {
  const { security, increase, funding, prior, mayStop } = sent.act;
  const change = changeView(sent);
  const size = sizeView(sent);
  const adopted = isAdopted(sent);
  return {
    it: companyView(narrator).it,
    ...change,
    adopted,
    size,
    noSize: size || !adopted ? null : narrator.need(sent, undefined, 'how much may be repurchased'),
    security: security ?? null,
    increase: increase === undefined ? null : moneyText(increase),
    ...timing(sent, narrator),
    execution: execution(sent),
    funding: funding ?? null,
    prior: prior ?? null,
    mayStop: mayStop === true,
  };
};

/** The headline names the company, what becomes of the program, and its amount where that is known. */
const repurchaseHeadline = (sent: Repurchase, { company }: Narrator): View => ({
  company: company.shortName,
  ...changeView(sent),
  adopted: isAdopted(sent),
  amount: sent.act.amount === undefined ? null : titleCase(moneyText(sent.act.amount)),
});

export const shareRepurchase: Composer<'share-repurchase'> = {
  sentences: (acts, narrator) => each(acts, narrator, repurchased),
  headline: ([first], narrator) => repurchaseHeadline(first, narrator),
};
