import type { ActOf } from '../acts.ts';
import type { Table } from '../draft.ts';
import { isOnFrequency } from '../vote-frequency.ts';
import { countText, percentFigure } from './amounts.ts';
import { opening } from './clauses.ts';

type Results = ActOf<'voting-results'>;
type Votes = Partial<
  Pick<
    NonNullable<Results['matters']>[number],
    | 'for'
    | 'against'
    | 'withheld'
    | 'abstained'
    | 'brokerNonVotes'
    | 'forPercent'
    | 'withheldPercent'
    | 'everyYear'
    | 'everyTwoYears'
    | 'everyThreeYears'
  >
>;

const counts = [
  ['One Year', 'everyYear'],
  ['Two Years', 'everyTwoYears'],
  ['Three Years', 'everyThreeYears'],
  ['For', 'for'],
  ['Against', 'against'],
  ['Withheld', 'withheld'],
  ['Abstentions', 'abstained'],
  ['Broker Non-Votes', 'brokerNonVotes'],
] as const;

const columns: readonly (readonly [string, (votes: Votes) => string | undefined])[] = [
  ...counts.map(
    ([title, kind]) =>
      [title, ({ [kind]: count }: Votes) => (count === undefined ? undefined : countText(count))] as const,
  ),
  ['For %', ({ forPercent: part }) => (part === undefined ? undefined : percentFigure(part))],
  ['Withheld %', ({ withheldPercent: part }) => (part === undefined ? undefined : percentFigure(part))],
];

const hasVotes = (votes: Votes): boolean => columns.some(([, cellOf]) => cellOf(votes) !== undefined);

/** What was voted on with its votes: no table, no row and no column where nobody sent any. */
const voteTable = (caption: string, heading: string, all: readonly (Votes & { of: string })[]): Table[] => {
  const rows = all.filter(hasVotes);
  const sent = columns.filter(([, cellOf]) => rows.some((row) => cellOf(row) !== undefined));
  if (sent.length === 0) return [];
  return [
    {
      caption,
      columns: [heading, ...sent.map(([title]) => title)],
      rows: rows.map((row) => [row.of, ...sent.map(([, cellOf]) => cellOf(row) ?? '-')]),
    },
  ];
};

/** Whether the votes for directors stand in a table. */
export const hasDirectorTable = ({ directors = [] }: Results): boolean => directors.some(hasVotes);

const rowsOf = (matters: NonNullable<Results['matters']>): (Votes & { of: string })[] =>
  matters.map(({ matter, ...votes }) => ({ ...votes, of: opening(matter, false) }));

/** The votes for directors and those on other matters, as Form 8-K, Item 5.07(b), asks for them, in a table each. */
export const voteTables = ({ directors = [], matters = [] }: Results): Table[] => [
  ...voteTable(
    'Election of Directors',
    'Nominee',
    directors.map(({ name, ...votes }) => ({ ...votes, of: name })),
  ),
  ...voteTable(
    directors.length === 0 ? 'Votes on Proposals' : 'Other Matters',
    'Proposal',
    rowsOf(matters.filter((votes) => !isOnFrequency(votes))),
  ),
  ...voteTable('Frequency of Votes', 'Proposal', rowsOf(matters.filter(isOnFrequency))),
];
