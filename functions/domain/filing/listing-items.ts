import type { ActOf } from '../acts.ts';
import { type ActItem, charter, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import { isUsExchange } from './exchange-labels.ts';

/** Puts what happens on a market abroad in doubt. */
const ofMarket = (item: ActItem, market: string | undefined): ActItem =>
  market === undefined || isUsExchange(market)
    ? item
    : {
        ...item,
        certain: false,
        why: `Item 3.01 is about exchanges of the United States: check whether ${market} is one.`,
      };

const transfer = (act: ActOf<'listing-transfer'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '3.01',
    certain: true,
    why: 'The listing moves to another market (Item 3.01(d)).',
    day,
    missing: lacking([
      [day, 'the day on which the company decided it'],
      [act.to, 'the market to which it moves'],
    ]),
  };
};

const openDelisting = (act: ActOf<'delisting'>): ActItem => {
  const day = dayOf(act.noticed ?? act.decided);
  return {
    item: '3.01',
    certain: false,
    why: 'A notice of the market comes under Item 3.01(a), a decision of the company under Item 3.01(d).',
    day,
    missing: [
      ...lacking([[day, 'the day of the notice or of the decision']]),
      'whether the company or the market decided it',
    ],
  };
};

const marketDelists = (act: ActOf<'delisting'>): ActItem => {
  const day = dayOf(act.noticed);
  return {
    item: '3.01',
    certain: true,
    why: 'The market has told the company that it delists the security (Item 3.01(a)).',
    day,
    missing: lacking([
      [day, 'the day of the notice'],
      [act.rule, 'the rule of the market'],
    ]),
  };
};

const companyDelists = (act: ActOf<'delisting'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '3.01',
    certain: true,
    why: 'The company ends its listing (Item 3.01(d)).',
    day,
    missing: lacking([[day, 'the day on which the company decided it']]),
  };
};

const delists = (act: ActOf<'delisting'>): ActItem => {
  if (act.manner === undefined) return openDelisting(act);
  return act.manner === 'determined' ? marketDelists(act) : companyDelists(act);
};

const deficiency = (act: ActOf<'listing-deficiency'>): ActItem => {
  const day = dayOf(act.noticed);
  return {
    item: '3.01',
    certain: act.extended !== true,
    why:
      act.extended === true
        ? 'More time comes under Item 3.01 if the notice says again that a rule is not met.'
        : 'The market has told the company that it does not meet a rule (Item 3.01(a)).',
    day,
    missing: lacking([
      [day, 'the day of the notice'],
      [act.rule, 'the rule that is not met'],
      [act.plan, 'what the company does or means to do about it'],
    ]),
  };
};

/** The items of acts about where and under what name the company is listed. */
export const listingItems: ItemRules<
  | 'listing-transfer'
  | 'new-listing'
  | 'ticker-change'
  | 'name-change'
  | 'delisting'
  | 'listing-deficiency'
  | 'compliance-regained'
> = {
  'listing-transfer': (act) => [ofMarket(transfer(act), act.from)],
  'new-listing': () => [regulationFd('A listing that is added ends no other.')],
  'ticker-change': () => [regulationFd('A new symbol alone is no event of Item 3.01.')],
  'name-change': (act) => [charter('charter', dayOf(act.effective))],
  delisting: (act) => [ofMarket(delists(act), act.market)],
  'listing-deficiency': (act) => [ofMarket(deficiency(act), act.market)],
  'compliance-regained': () => [regulationFd('That a rule is met again is no event of Item 3.01.')],
};
