import type { ActOf } from '../acts.ts';
import { type ActItem, charter, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';

const exitPlan = (act: ActOf<'workforce-reduction' | 'facility-closing' | 'restructuring'>): ActItem[] => [
  {
    item: '2.05',
    certain: false,
    why: 'An exit or disposal plan comes under Item 2.05 if the company expects material charges from it.',
    day: dayOf(act.decided),
    missing: lacking([
      [act.decided, 'the day on which the company committed itself to the plan'],
      [act.reason, 'the facts that led to it'],
      [act.completion, 'when it is expected to be complete'],
      [act.charges, 'the amount or range of each major cost, of all, and of what is paid in cash'],
    ]),
  },
];

const changedRights = ({ effective }: ActOf<'stock-split'>): ActItem => ({
  item: '3.03',
  certain: false,
  why: 'A reverse split comes under Item 3.03 if it materially changes the rights of holders.',
  day: dayOf(effective),
  missing: lacking([[effective, 'the day on which it takes effect']]),
});

/** The items of acts about the company, its listing, its capital and its accounts. */
export const companyItems: ItemRules<
  | 'restatement'
  | 'workforce-reduction'
  | 'facility-closing'
  | 'restructuring'
  | 'listing-transfer'
  | 'new-listing'
  | 'ticker-change'
  | 'name-change'
  | 'delisting'
  | 'listing-deficiency'
  | 'compliance-regained'
  | 'auditor-change'
  | 'delayed-filing'
  | 'voting-results'
  | 'dividend'
  | 'dividend-suspension'
  | 'stock-split'
  | 'share-repurchase'
  | 'financing'
  | 'debt-restructuring'
  | 'fiscal-year-change'
  | 'bylaw-amendment'
  | 'other'
  | 'statement'
> = {
  restatement: (act) => [
    {
      item: '4.02',
      certain: true,
      why: 'Financial statements that were issued should no longer be relied on.',
      day: dayOf(act.decided ?? act.noticed),
      missing: lacking([
        [act.decided ?? act.noticed, 'the day of the conclusion'],
        [act.periods, 'the financial statements and periods'],
        [act.reason, 'the facts behind the conclusion'],
        [act.concludedBy, 'who concluded it'],
      ]).concat(['whether the audit committee discussed it with the independent accountant']),
    },
  ],
  'workforce-reduction': exitPlan,
  'facility-closing': exitPlan,
  restructuring: exitPlan,
  'listing-transfer': (act) => [
    {
      item: '3.01',
      certain: true,
      why: 'The listing moves to another market (Item 3.01(d)).',
      day: dayOf(act.decided),
      missing: lacking([
        [act.decided, 'the day on which the company decided it'],
        [act.to, 'the market to which it moves'],
      ]),
    },
  ],
  'new-listing': () => [regulationFd('A listing that is added ends no other.')],
  'ticker-change': () => [regulationFd('A new symbol alone is no event of Item 3.01.')],
  'name-change': (act) => [charter('charter', dayOf(act.effective))],
  delisting: (act) => [
    {
      item: '3.01',
      certain: true,
      why:
        act.manner === 'determined'
          ? 'The market has told the company that it delists the security (Item 3.01(a)).'
          : 'The company ends its listing (Item 3.01(d)).',
      day: dayOf(act.manner === 'determined' ? act.noticed : act.decided),
      missing: lacking([
        act.manner === 'determined'
          ? ([act.noticed, 'the day of the notice'] as const)
          : ([act.decided, 'the day on which the company decided it'] as const),
        [act.manner === 'determined' ? act.rule : act.manner, 'the rule of the market'],
      ]),
    },
  ],
  'listing-deficiency': (act) => [
    {
      item: '3.01',
      certain: act.extended !== true,
      why:
        act.extended === true
          ? 'More time comes under Item 3.01 if the notice says again that a rule is not met.'
          : 'The market has told the company that it does not meet a rule (Item 3.01(a)).',
      day: dayOf(act.noticed),
      missing: lacking([
        [act.noticed, 'the day of the notice'],
        [act.rule, 'the rule that is not met'],
        [act.plan, 'what the company does or means to do about it'],
      ]),
    },
  ],
  'compliance-regained': () => [regulationFd('That a rule is met again is no event of Item 3.01.')],
  'auditor-change': (act) => [
    {
      item: '4.01',
      certain: true,
      why:
        act.action === 'engaged'
          ? 'A new independent accountant is engaged (Item 4.01(b)).'
          : 'The independent accountant leaves (Item 4.01(a)).',
      day: dayOf(act.decided ?? act.effective),
      missing: [
        ...lacking([[act.decided ?? act.effective, 'the day on which it happened']]),
        ...(act.action === 'engaged'
          ? ['whether the company consulted the new firm before (Regulation S-K Item 304(a)(2))']
          : [
              ...lacking([
                [act.reports, 'what the reports of the last two years said'],
                [act.approvedBy, 'whether the board or its audit committee approved it'],
                [act.disagreements, 'whether there were disagreements'],
                [act.reportableEvents, 'whether there were reportable events'],
              ]),
              "the former accountant's letter as Exhibit 16",
            ]),
      ],
    },
  ],
  'delayed-filing': () => [
    regulationFd(
      'A late report is notified on Form 12b-25, no later than one business day after it was due.',
    ),
  ],
  'voting-results': (act) => [
    {
      item: '5.07',
      certain: true,
      why: 'Shareholders have voted at a meeting.',
      day: act.meeting?.date,
      missing: lacking([
        [act.meeting?.date, 'the day of the meeting'],
        [act.directors ?? act.directorsElected, 'the directors who were elected'],
        [
          act.directors?.[0]?.for ?? act.matters?.[0]?.for,
          'the votes for, against and withheld, the abstentions and the broker non-votes on each matter',
        ],
      ]),
    },
  ],
  dividend: () => [regulationFd('A dividend is not among the events of Form 8-K.')],
  'dividend-suspension': () => [
    regulationFd('That a dividend is suspended is not among the events of Form 8-K.'),
  ],
  'stock-split': (act) => [
    ...(act.ratio !== undefined && act.ratio.new < act.ratio.old ? [changedRights(act)] : []),
    charter('charter', dayOf(act.effective)),
  ],
  'share-repurchase': () => [regulationFd('A repurchase program is not among the events of Form 8-K.')],
  financing: (act) => [
    {
      item: '1.01',
      certain: false,
      why: 'An agreement outside the ordinary course of business comes under Item 1.01 if it is material.',
      day: dayOf(act.decided),
      missing: lacking([
        [act.decided, 'the day of the agreement'],
        [act.counterparty, 'the parties, and their relationships to the company'],
        [act.terms, 'the material terms'],
      ]),
    },
  ],
  'debt-restructuring': (act) => [
    act.proceeding === undefined
      ? {
          item: '1.01',
          certain: false,
          why: 'An agreement with creditors comes under Item 1.01 if it is material.',
          day: dayOf(act.decided),
          missing: lacking([[act.decided, 'the day of the agreement']]),
        }
      : {
          item: '1.03',
          certain: false,
          why: 'A proceeding in bankruptcy comes under Item 1.03 from the order of the court or the appointment of a trustee.',
          day: dayOf(act.effective),
          missing: ['the court, the day, and the plan'],
        },
  ],
  'fiscal-year-change': (act) => [
    {
      item: '5.03',
      certain: true,
      why: 'The fiscal year changes (Item 5.03(b)).',
      day: dayOf(act.decided),
      missing: lacking([
        [act.decided, 'the day on which it was decided'],
        [act.to, 'the new end of the fiscal year'],
        [act.form, 'the form for the transition period'],
      ]),
    },
  ],
  'bylaw-amendment': (act) => [charter(act.instrument ?? 'bylaws', dayOf(act.effective))],
  other: (act) =>
    act.item === undefined
      ? [regulationFd('Whoever sent it named no item.')]
      : [
          {
            item: act.item,
            certain: true,
            why: 'Whoever sent it named the item.',
            day: dayOf(act.decided ?? act.effective),
            missing: lacking([[act.decided ?? act.effective, 'the day of the event']]),
          },
        ],
  statement: () => [],
};
