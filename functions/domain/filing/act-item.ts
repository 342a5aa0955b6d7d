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
  /** Of a question that another act of the release answers: whether this is that act. */
  unless?: (other: Act) => boolean;
}

/** The rules for some kinds of act; `ownNames` are what the company calls itself. */
export type ItemRules<K extends ActKind> = {
  readonly [Kind in K]: (act: ActOf<Kind>, ownNames: readonly string[]) => ActItem[];
};

/** The last year whose holidays are known (trading-days.ts). */
const lastYear = '2199';

/** The day of a date, where it has one that a calendar can count from. */
export const dayOf = (when: When | undefined): string | undefined => {
  const day = typeof when === 'object' ? ('date' in when ? when.date : undefined) : when;
  return day === undefined || day.slice(0, 4) > lastYear ? undefined : day;
};

/** The day of an event that was told on one day and takes effect on another: it is no later than either, where it is known. */
export const noLaterThan = (told: string | undefined, effective: When | undefined): string | undefined => {
  const effect = dayOf(effective);
  return told !== undefined && effect !== undefined && effect < told ? effect : told;
};

/** The facts of a list that are not there. */
export const lacking = (facts: readonly (readonly [unknown, string])[]): string[] =>
  facts.filter(([value]) => value === undefined).map(([, name]) => name);

/** What no item names, and a company may still furnish or file. */
export const regulationFd = (why: string): ActItem => ({
  item: '7.01',
  certain: false,
  why: `${why} No other item names it: it is furnished under Item 7.01 or filed under Item 8.01, if at all.`,
  day: undefined,
  missing: [],
});

/** What becomes of the charter or the bylaws. */
export const charter = (instrument: string, day: string | undefined): ActItem => ({
  item: '5.03',
  certain: false,
  why: `A change of the ${instrument} that was not disclosed in a proxy statement comes under Item 5.03.`,
  day,
  missing: [
    ...lacking([[day, 'the day on which the amendment takes effect']]),
    'the text of the amendment as Exhibit 3',
  ],
});
