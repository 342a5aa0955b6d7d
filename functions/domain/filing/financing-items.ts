import type { Act, ActOf } from '../acts.ts';
import { type ActItem, dayOf, lacking, regulationFd } from './act-item.ts';

const equity =
  /\b(convertible|exchangeable|equity|stock|shares?|warrants?|units|preferred|private placement)\b/i;

const debt = /\b(notes?|debentures?|bonds?|loans?|credit|debt|facility|borrowings?|mortgage|paper)\b/i;

/** An offering that is registered by its name. */
const registered = /\bpublic offering\b|\bregistered\b/i;

const securities = /\b(notes?|debentures?|bonds?|securities)\b/i;

/** Whether securities are or were offered; a loan is no security, and nothing is offered where terms are amended. */
export const isOffering = (act: Act): act is ActOf<'financing'> =>
  act.kind === 'financing' &&
  act.stage !== 'amended' &&
  act.instrument !== undefined &&
  (equity.test(act.instrument) || securities.test(act.instrument));

/** What is sold without registration, and what can be converted into stock. */
const unregisteredSale = (doubtful: Pick<ActItem, 'certain' | 'day' | 'missing'>): ActItem => ({
  ...doubtful,
  item: '3.02',
  missing: [
    ...doubtful.missing,
    'the exemption from registration that is claimed, and the facts for it (Regulation S-K Item 701(d))',
  ],
  why: 'Equity securities, and what converts into them, come under Item 3.02 if they are sold without registration and come to at least 1 percent of the class (5 percent for a smaller reporting company).',
});

const obligation = (doubtful: Pick<ActItem, 'certain' | 'day' | 'missing'>): ActItem => ({
  ...doubtful,
  item: '2.03',
  why: 'Debt comes under Item 2.03 if it is a direct financial obligation that is material to the company.',
});

/** The items of a financing; what decides each of them the act does not say. */
export const financingItems = (act: ActOf<'financing'>): ActItem[] => {
  const { instrument = '', stage } = act;
  if (stage === 'announced')
    return [regulationFd('A plan to raise money binds nobody: its items apply once there is an agreement.')];
  const isEquity = equity.test(instrument);
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
    ...(isEquity && !debt.test(instrument) ? [] : [obligation(doubtful)]),
    ...((isEquity || instrument === '') && !registered.test(instrument) ? [unregisteredSale(doubtful)] : []),
  ];
};
