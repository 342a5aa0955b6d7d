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

/** Whether a day that was sent unclear, such as `05/06/2026`, can be read as this one; so can a time that begins with it. */
export const canBeRead = (asSent: string, date: string): boolean => {
  if (/^\d{4}-\d\d-\d\d(?!\d)/.test(asSent)) return asSent.startsWith(date);
  const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).sort().join();
  return numbersIn(asSent) === numbersIn(date);
};
