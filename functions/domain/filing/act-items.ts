import type { When } from '../acts/common.ts';
import type { Act, ActKind, ActOf } from '../acts.ts';
import type { FormItem } from './form-item.ts';

/** An item of Form 8-K that an act comes under, or may come under. */
export interface ActItem {
  item: FormItem;
  /** False where something decides that the act does not say; `why` says what. */
  certain: boolean;
  /** Why, as a sentence. */
  why: string;
  /** What starts the clock, where its day was sent. */
  day: string | undefined;
  /** What the item asks for and nobody sent, as it is printed after "Missing: ". */
  missing: string[];
}

const dayOf = (when: When | undefined): string | undefined =>
  typeof when === 'object' ? ('date' in when ? when.date : undefined) : when;

/** The facts of a list that are not there. */
const lacking = (facts: readonly (readonly [unknown, string])[]): string[] =>
  facts.filter(([value]) => value === undefined).map(([, name]) => name);

/** The offices that Item 5.02(b) and (c) name, by the words that companies use for them. */
const namedOffices =
  /\b(chief executive|chief financial|chief operating|chief accounting|principal (executive|financial|operating|accounting)|(?<!vice[ -])president|controller)\b/i;

/** Whether an office is one of those by its title; where it is not, the person may still be a named executive officer. */
const isNamedOffice = (title: string | undefined): boolean => title !== undefined && namedOffices.test(title);

const unsure = (what: string, item: FormItem): string =>
  `Check whether ${what} is a named executive officer or holds an office that Item ${item} names.`;

const introduction = (person: { biography?: unknown }): string[] =>
  lacking([
    [person.biography, 'the business experience of the last five years (Regulation S-K Item 401(e))'],
  ]).concat([
    'family relationships (Item 401(d)) and transactions with the company (Item 404(a)), or that there are none',
    'material plans or agreements on pay that go with it, or that there are none',
  ]);

const regulationFd = (why: string): ActItem => ({
  item: '7.01',
  certain: false,
  why: `${why} No other item names it: it is furnished under Item 7.01 or filed under Item 8.01, if at all.`,
  day: undefined,
  missing: [],
});

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

const directorLeaves = (act: ActOf<'director-departure' | 'officer-departure'>): ActItem[] => {
  const disagrees =
    act.disagreement === true || (act.kind === 'director-departure' && act.manner === 'removed');
  return [
    {
      item: disagrees ? '5.02(a)' : '5.02(b)',
      certain: true,
      why: disagrees
        ? `Director ${act.person.name} leaves over a disagreement or is removed.`
        : `Director ${act.person.name} leaves without a disagreement that was reported.`,
      day: dayOf(act.noticed ?? act.decided),
      missing: [
        ...lacking([[act.noticed ?? act.decided, 'the day of the notice']]),
        ...(disagrees
          ? ['the circumstances, the committees, and any letter of the director as Exhibit 17']
          : lacking([
              [act.disagreement, 'whether there was a disagreement; if there was, Item 5.02(a) applies'],
            ])),
      ],
    },
  ];
};

const omittedAmount = (day: string | undefined): ActItem => ({
  item: '5.02(f)',
  certain: true,
  why: 'The amount was left out of the summary compensation table and can be calculated now.',
  day,
  missing: ['the new total'],
});

const changedRights = ({ effective }: ActOf<'stock-split'>): ActItem => ({
  item: '3.03',
  certain: false,
  why: 'A reverse split comes under Item 3.03 if it materially changes the rights of holders.',
  day: dayOf(effective),
  missing: lacking([[effective, 'the day on which it takes effect']]),
});

type Rules = { readonly [K in ActKind]: (act: ActOf<K>) => ActItem[] };

const charter = (instrument: string, day: string | undefined): ActItem => ({
  item: '5.03',
  certain: false,
  why: `A change of the ${instrument} that shareholders did not approve in a proxy statement comes under Item 5.03.`,
  day,
  missing: ['the text of the amendment as Exhibit 3'],
});

const rules: Rules = {
  death: () => [regulationFd('A death is no event of Item 5.02(b).')],
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
  'officer-departure': (act) => [
    {
      item: '5.02(b)',
      certain: isNamedOffice(act.title),
      why: isNamedOffice(act.title)
        ? `${act.title} ${act.person.name} leaves.`
        : unsure(act.person.name, '5.02(b)'),
      day: dayOf(act.noticed ?? act.decided),
      missing: lacking([
        [act.noticed ?? act.decided, 'the day of the notice of the decision'],
        [act.effective, 'the day on which it takes effect'],
      ]),
    },
    ...(act.leavesBoard === true ? directorLeaves(act) : []),
  ],
  'officer-appointment': (act) => [
    {
      item: '5.02(c)',
      certain: isNamedOffice(act.title),
      why: isNamedOffice(act.title)
        ? `${act.person.name} is appointed ${act.title}.`
        : unsure(act.person.name, '5.02(c)'),
      day: dayOf(act.decided),
      missing: lacking([
        [act.decided, 'the day of the appointment'],
        [act.person.age, 'the age (Item 401(b))'],
      ]).concat(introduction(act.person)),
    },
  ],
  'chair-change': () => [
    regulationFd(
      'A change of the chair is an event of Item 5.02 only where somebody joins or leaves the board or an office.',
    ),
  ],
  'director-departure': (act) => directorLeaves(act),
  'director-election': (act) => [
    {
      item: '5.02(d)',
      certain: act.manner !== 'reelected',
      why: `${act.person.name} joins the board other than by a vote of shareholders at a meeting.`,
      day: dayOf(act.decided),
      missing: lacking([
        [act.decided, 'the day of the election'],
        [act.committees, 'the committees, or those expected'],
        [act.arrangement, 'any arrangement under which the person was chosen, or that there was none'],
      ]).concat([
        'transactions with the company (Regulation S-K Item 404(a)), or that there are none',
        'material plans or agreements on pay that go with it, or that there are none',
      ]),
    },
  ],
  'director-nomination': () => [regulationFd('A nomination is reported in the proxy statement.')],
  'committee-change': () => [
    {
      item: '5.02(d)',
      certain: false,
      why: 'If the report on the election left the committees open, it is amended now (Item 5.02, Instruction 2).',
      day: undefined,
      missing: [],
    },
  ],
  'board-size-change': (act) => [charter('bylaws', dayOf(act.effective ?? act.decided))],
  'board-adviser': () => [regulationFd('An adviser to the board is no director and no officer.')],
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
      certain: true,
      why: 'The market has told the company that it does not meet a rule (Item 3.01(a)).',
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
  'compensation-change': (act) => [
    {
      item: '5.02(e)',
      certain: act.person !== undefined && isNamedOffice(act.title),
      why:
        act.person === undefined
          ? 'A plan comes under Item 5.02(e) if the principal executive, the principal financial or a named executive officer takes part in it.'
          : `The pay of ${act.person.name} changes.`,
      day: dayOf(act.decided),
      missing: lacking([
        [act.decided, 'the day on which it was made'],
        [act.amounts, 'the terms and amounts for each officer'],
      ]),
    },
    ...(act.omittedFromProxy === true ? [omittedAmount(dayOf(act.decided))] : []),
  ],
  'trading-plan': () => [
    regulationFd('A plan under Rule 10b5-1 is reported in the next quarterly or annual report.'),
  ],
  'option-grant': (act) => [
    {
      item: '5.02(e)',
      certain: false,
      why: 'A grant to a named executive officer comes under Item 5.02(e) unless it follows a plan and terms that are disclosed.',
      day: dayOf(act.decided),
      missing: lacking([[act.decided, 'the day of the grant']]),
    },
  ],
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

const isOf =
  <K extends ActKind>(kind: K) =>
  (act: Act): act is ActOf<K> =>
    act.kind === kind;

const itemsOfKind = <K extends ActKind>(kind: K, act: Act): ActItem[] =>
  isOf(kind)(act) ? rules[kind](act) : [];

/** The items of Form 8-K that an act comes under, why, and what they ask for that is missing. It advises; counsel decides. */
export const actItems = (act: Act): ActItem[] => itemsOfKind(act.kind, act);
