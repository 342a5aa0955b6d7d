import type { ActOf } from '../acts.ts';
import type { Table } from '../draft.ts';
import { countText, percentFigure } from './amounts.ts';
import { opening } from './clauses.ts';

type Results = ActOf<'voting-results'>;
type Votes = Partial<
  Pick<
    NonNullable<Results['matters']>[number],
    'for' | 'against' | 'withheld' | 'abstained' | 'brokerNonVotes' | 'forPercent' | 'withheldPercent'
  >
>;

const counts = [
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

/** What was voted on with its votes; no table where nobody sent votes, and no column for a kind of vote that nobody sent. */
const voteTable = (caption: string, heading: string, rows: readonly (Votes & { of: string })[]): Table[] => {
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
export const hasDirectorTable = ({ directors = [] }: Results): boolean =>
  directors.some((votes) => columns.some(([, cellOf]) => cellOf(votes) !== undefined));

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
    matters.map(({ matter, ...votes }) => ({ ...votes, of: opening(matter, false) })),
  ),
];
