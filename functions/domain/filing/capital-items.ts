import type { ActOf } from '../acts.ts';
import { type ActItem, charter, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import { financingItems } from './financing-items.ts';

const changedRights = ({ effective }: ActOf<'stock-split'>): ActItem => {
  const day = dayOf(effective);
  return {
    item: '3.03',
    certain: false,
    why: 'A reverse split comes under Item 3.03 if it materially changes the rights of holders.',
    day,
    missing: lacking([[day, 'the day on which it takes effect']]),
  };
};

const creditorsAgree = (act: ActOf<'debt-restructuring'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '1.01',
    certain: false,
    why: 'An agreement with creditors comes under Item 1.01 if it is material.',
    day,
    missing: lacking([[day, 'the day of the agreement']]),
  };
};

const courtOrders = (act: ActOf<'debt-restructuring'>): ActItem => {
  const day = dayOf(act.effective);
  return {
    item: '1.03',
    certain: false,
    why: 'A proceeding in bankruptcy comes under Item 1.03 from the order of the court or the appointment of a trustee.',
    day,
    missing: [...lacking([[day, 'the day of the order or the appointment']]), 'the court and the plan'],
  };
};

/** The items of acts about shares, dividends and debt. */
export const capitalItems: ItemRules<
  'dividend' | 'dividend-suspension' | 'stock-split' | 'share-repurchase' | 'financing' | 'debt-restructuring'
> = {
  dividend: () => [regulationFd('A dividend is not among the events of Form 8-K.')],
  'dividend-suspension': () => [
    regulationFd('That a dividend is suspended is not among the events of Form 8-K.'),
  ],
  'stock-split': (act) => [
    ...(act.ratio !== undefined && act.ratio.new < act.ratio.old ? [changedRights(act)] : []),
    charter('charter', dayOf(act.effective)),
  ],
  'share-repurchase': () => [regulationFd('A repurchase program is not among the events of Form 8-K.')],
  financing: financingItems,
  'debt-restructuring': (act) => [act.proceeding === undefined ? creditorsAgree(act) : courtOrders(act)],
};
