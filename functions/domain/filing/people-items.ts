import type { ActOf } from '../acts.ts';
import { type ActItem, charter, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import type { FormItem } from './form-item.ts';

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

const officerComes = (act: ActOf<'officer-appointment'>): ActItem => ({
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
});

const omittedAmount = (day: string | undefined): ActItem => ({
  item: '5.02(f)',
  certain: true,
  why: 'The amount was left out of the summary compensation table and can be calculated now.',
  day,
  missing: ['the new total'],
});

/** The items of acts about officers, directors and what they are paid. */
export const peopleItems: ItemRules<
  | 'officer-departure'
  | 'officer-appointment'
  | 'death'
  | 'chair-change'
  | 'director-departure'
  | 'director-election'
  | 'director-nomination'
  | 'committee-change'
  | 'board-size-change'
  | 'board-adviser'
  | 'compensation-change'
  | 'trading-plan'
  | 'option-grant'
> = {
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
    act.manner === 'continues'
      ? regulationFd('Nobody is appointed where an officer goes on in office.')
      : officerComes(act),
  ],
  death: () => [regulationFd('A death is no event of Item 5.02(b).')],
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
};
