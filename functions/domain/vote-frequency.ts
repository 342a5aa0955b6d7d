import type { ActOf } from './acts.ts';

type Matter = NonNullable<ActOf<'voting-results'>['matters']>[number];
type Frequencies = Partial<Pick<Matter, 'everyYear' | 'everyTwoYears' | 'everyThreeYears'>>;

/** The choices of a vote on how often to vote on pay (Rule 14a-21(b)). */
const frequencies = ['everyYear', 'everyTwoYears', 'everyThreeYears'] as const;

type Frequency = (typeof frequencies)[number];

/** Whether a matter is a vote on how often to vote on pay, as far as its votes tell. */
export const isOnFrequency = (votes: Frequencies): boolean =>
  frequencies.some((choice) => votes[choice] !== undefined);

/** The choice with the most votes; undefined where two have as many, or where a count is no plain number or is lacking. */
export const favored = (votes: Frequencies): Frequency | undefined => {
  const counted = frequencies.map((choice) => ({ choice, votes: votes[choice] }));
  const most = Math.max(...counted.map((one) => (typeof one.votes === 'number' ? one.votes : Number.NaN)));
  const [first, ...others] = counted.filter((one) => one.votes === most);
  return others.length === 0 ? first?.choice : undefined;
};
