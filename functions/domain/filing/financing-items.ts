import type { ActOf } from '../acts.ts';
import { type ActItem, dayOf, lacking } from './act-item.ts';

const equity =
  /\b(convertible|exchangeable|equity|stock|shares?|warrants?|units|preferred|private placement)\b/i;

/** What is sold without registration, and what can be converted into stock. */
const unregisteredSale = (doubtful: Pick<ActItem, 'certain' | 'day' | 'missing'>): ActItem => ({
  ...doubtful,
  item: '3.02',
  why: 'Equity securities, and what converts into them, come under Item 3.02 if they are sold without registration and come to at least 1 percent of the class (5 percent for a smaller reporting company).',
});

/** The items of a financing; what decides each of them the act does not say. */
export const financingItems = (act: ActOf<'financing'>): ActItem[] => {
  const day = dayOf(act.decided);
  const doubtful = {
    certain: false,
    day,
    missing: lacking([[day, 'the day of the agreement']]),
  };
  return [
    {
      ...doubtful,
      item: '1.01',
      why: 'An agreement outside the ordinary course of business comes under Item 1.01 if it is material.',
      missing: [
        ...doubtful.missing,
        ...lacking([
          [act.counterparty, 'the parties, and their relationships to the company'],
          [act.terms, 'the material terms'],
        ]),
      ],
    },
    {
      ...doubtful,
      item: '2.03',
      why: 'Debt comes under Item 2.03 if it is a direct financial obligation that is material to the company.',
    },
    ...(act.instrument === undefined || equity.test(act.instrument) ? [unregisteredSale(doubtful)] : []),
  ];
};
