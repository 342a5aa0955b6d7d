import type { ActOf } from '../acts.ts';
import { isOnFrequency } from '../vote-frequency.ts';
import { type ActItem, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import { auditorItems } from './auditor-items.ts';

const nonReliance = (act: ActOf<'restatement'>): ActItem => {
  const [day] = [dayOf(act.decided), dayOf(act.noticed)].filter((one) => one !== undefined).sort();
  return {
    item: '4.02',
    certain: true,
    why: 'Financial statements that were issued should no longer be relied on.',
    day,
    missing: lacking([
      [day, 'the day of the conclusion'],
      [act.periods, 'the financial statements and periods'],
      [act.reason, 'the facts behind the conclusion'],
      [act.concludedBy, 'who concluded it'],
      [
        act.discussedWithAccountant,
        'whether the audit committee discussed it with the independent accountant',
      ],
    ]),
  };
};

/** Whether the meeting is one to elect directors, as far as is known. */
const electsDirectors = ({ meeting, matters }: ActOf<'voting-results'>): boolean =>
  matters === undefined || !/\b(special|extraordinary)\b/i.test(meeting?.type ?? '');

/** Whether the votes are there for every director and matter that was voted on. */
const hasVotes = ({ directors = [], directorsElected, matters = [] }: ActOf<'voting-results'>): boolean => {
  const voted = [...directors, ...matters];
  const unlisted = directors.length === 0 && directorsElected !== undefined;
  return (
    voted.length > 0 &&
    !unlisted &&
    [...directors, ...matters.filter((matter) => !isOnFrequency(matter))].every(
      (tally) => (tally.for ?? tally.against ?? tally.withheld) !== undefined,
    )
  );
};

const votes = (act: ActOf<'voting-results'>): ActItem => {
  const day = dayOf(act.meeting?.date);
  return {
    item: '5.07',
    certain: true,
    why: 'Shareholders have voted at a meeting.',
    day,
    missing: [
      ...lacking([[day, 'the day of the meeting']]),
      ...(electsDirectors(act)
        ? lacking([[act.directors ?? act.directorsElected, 'the directors who were elected']])
        : []),
      ...(hasVotes(act)
        ? []
        : ['the votes for, against and withheld, the abstentions and the broker non-votes on each matter']),
      ...((act.matters ?? []).some(isOnFrequency)
        ? [
            'how often the company will hold the vote on pay, or that it follows by amendment no later than 150 days after the meeting (Item 5.07(d))',
          ]
        : []),
    ],
  };
};

const fiscalYear = (act: ActOf<'fiscal-year-change'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '5.03',
    certain: true,
    why: 'The fiscal year changes (Item 5.03(b)).',
    day,
    missing: lacking([
      [day, 'the day on which it was decided'],
      [act.to, 'the new end of the fiscal year'],
      [act.form, 'the form for the transition period'],
    ]),
  };
};

/** The items of acts about accounts, the accountant and the votes of shareholders. */
export const accountsItems: ItemRules<
  'restatement' | 'auditor-change' | 'delayed-filing' | 'voting-results' | 'fiscal-year-change'
> = {
  restatement: (act) => [nonReliance(act)],
  'auditor-change': auditorItems,
  'delayed-filing': () => [
    regulationFd(
      'A late report is notified on Form 12b-25, no later than one business day after it was due.',
    ),
  ],
  'voting-results': (act) => [votes(act)],
  'fiscal-year-change': (act) => [fiscalYear(act)],
};
