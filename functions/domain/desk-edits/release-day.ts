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

/** Which editor set the day of a release last, and whether it still bears that day; undefined where none did. */
export const shownDay = (standing: readonly EventFact[], announced: string): DraftEdits['day'] =>
  standing
    .flatMap((event) => {
      const { desk, time: at } = event;
      return desk?.announce === undefined
        ? []
        : [
            {
              event: nameOf(event),
              by: desk.by,
              at,
              day: desk.announce,
              stands: desk.announce === announced,
            },
          ];
    })
    .at(-1);

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
