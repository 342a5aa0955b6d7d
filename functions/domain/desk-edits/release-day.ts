import { longDate, months } from '../dates.ts';
import type { EventFact } from '../event.ts';
import type { DraftEdits } from './desk-edits.ts';

const nameOf = ({ source, id }: EventFact): string => `${source}~${id}`;

const dayOf = ({ desk, data }: EventFact): string | undefined => desk?.announce ?? data.announce;

/**
 * The days, `YYYY-MM-DD`, that standing events name for their release, each once and the last in force last. What an editor
 * says takes the place of what all events said which the editor's draft was made from; what comes later is beside it.
 */
export const releaseDays = (standing: readonly EventFact[]): string[] => {
  const settled = new Set(
    standing.flatMap(({ desk }) => (desk?.announce === undefined ? [] : [...desk.seen])),
  );
  const days = standing.filter((event) => !settled.has(nameOf(event))).flatMap((event) => dayOf(event) ?? []);
  return [...new Set(days.toReversed())].toReversed();
};

/** The day, `YYYY-MM-DD`, that a release bears, and the one that it would bear without what editors did. */
export interface BorneDays {
  announced: string;
  unedited: string;
}

/** The days of a release by the events that speak for it; the day on which it is drafted where none names one. */
export const borneDays = (speaking: readonly EventFact[], draftedOn: string): BorneDays => ({
  announced: releaseDays(speaking).at(-1) ?? draftedOn,
  unedited: releaseDays(speaking.filter(({ desk }) => desk === undefined)).at(-1) ?? draftedOn,
});

/**
 * Which editor set the day of a release last, and whether it still bears that day; undefined where none did, or it is the
 * day that the release would bear without them.
 */
export const shownDay = (
  standing: readonly EventFact[],
  { announced, unedited }: BorneDays,
): DraftEdits['day'] => {
  const event = standing.findLast(({ desk }) => desk?.announce !== undefined);
  const day = event?.desk?.announce;
  if (event?.desk === undefined || day === undefined || day === unedited) return undefined;
  return { event: nameOf(event), by: event.desk.by, at: event.time, day, stands: day === announced };
};

const short = months.map((month) => month.slice(0, 3)).join('|');
const written = new RegExp(
  String.raw`\b(?:${short})[a-z]*\.?\s+(\d{1,2})(?!\d)(?:,?\s+(\d{4})(?!\d))?`,
  'gi',
);

const isDay = ([text, day, year]: RegExpMatchArray, announced: string): boolean => {
  const [wantedMonth = '', wantedDay = '', wantedYear = ''] = longDate(announced).split(/,? /);
  return (
    text.slice(0, 3).toLowerCase() === wantedMonth.slice(0, 3).toLowerCase() &&
    day === wantedDay &&
    (year === undefined || year === wantedYear)
  );
};

/** The days that a dateline writes, in its own words, that are not the one that the release bears; AP style may leave the year out. */
export const otherDaysIn = (dateline: string, announced: string): string[] =>
  [...dateline.matchAll(written)].filter((found) => !isDay(found, announced)).map(([text]) => text);
