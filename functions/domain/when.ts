import type { When } from './acts/common.ts';
import type { Act } from './acts.ts';

/** The dates that an act may have, in the order in which they mostly fall. */
export const dateNames = ['decided', 'noticed', 'effective'] as const;

export type DateName = (typeof dateNames)[number];

/** A date of an act in its parts, whichever of them were sent. */
export interface WhenParts {
  date?: string | undefined;
  phrase?: string | undefined;
  /** Whether words without a day are of one to come. */
  future?: boolean | undefined;
  asSent?: string | undefined;
  source?: string | undefined;
}

/** Takes a date of an act apart. */
export const whenParts = (when: When | undefined): WhenParts =>
  typeof when === 'string' ? { date: when } : { ...when };

/** A date of an act; a statement has none. */
export const dateOf = (act: Act, name: DateName): When | undefined => {
  const dated: Pick<Act, 'kind'> & { [Name in DateName]?: When | undefined } = act;
  return dated[name];
};
