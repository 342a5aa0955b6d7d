import { addDays, monday, saturday, sunday, thursday, weekdayOf } from './calendar.ts';

/** A holiday that comes every year, by the rule that sets its day. */
export interface Holiday {
  name: string;
  /** The first year in which it is kept, where that matters. */
  since?: number;
  dayIn: (year: number) => string;
}

const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day);

const onOrAfter = (day: string, weekday: number): string => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

const nth = (ordinal: number, weekday: number, month: number) => (year: number) =>
  onOrAfter(dayOf(year, month, 7 * ordinal - 6), weekday);

/** May has 31 days, so its last Monday is the first one from the 25th on. */
const lastMondayOfMay = (year: number): string => onOrAfter(dayOf(year, 5, 25), monday);

export const newYearsDay: Holiday = { name: "New Year's Day", dayIn: fixed(1, 1) };
export const kingsBirthday: Holiday = {
  name: 'Birthday of Martin Luther King, Jr.',
  since: 1986,
  dayIn: nth(3, monday, 1),
};
export const washingtonsBirthday: Holiday = { name: "Washington's Birthday", dayIn: nth(3, monday, 2) };
export const memorialDay: Holiday = { name: 'Memorial Day', dayIn: lastMondayOfMay };
/** Pub. L. 117-17 made it a holiday on June 17, 2021, a day before it was first observed. */
export const juneteenth: Holiday = { name: 'Juneteenth', since: 2021, dayIn: fixed(6, 19) };
export const independenceDay: Holiday = { name: 'Independence Day', dayIn: fixed(7, 4) };
export const laborDay: Holiday = { name: 'Labor Day', dayIn: nth(1, monday, 9) };
export const columbusDay: Holiday = { name: 'Columbus Day', dayIn: nth(2, monday, 10) };
export const veteransDay: Holiday = { name: 'Veterans Day', dayIn: fixed(11, 11) };
export const thanksgivingDay: Holiday = { name: 'Thanksgiving Day', dayIn: nth(4, thursday, 11) };
export const christmasDay: Holiday = { name: 'Christmas Day', dayIn: fixed(12, 25) };

/** The day on which a holiday is kept: the Friday before where it is a Saturday, the Monday after where a Sunday. */
export const observed = (day: string): string => {
  switch (weekdayOf(day)) {
    case saturday:
      return addDays(day, -1);
    case sunday:
      return addDays(day, 1);
    default:
      return day;
  }
};

const holidaysIn = (
  year: number,
  holidays: readonly Holiday[],
  keptOn: (day: string) => string,
): ReadonlyMap<string, Holiday> =>
  new Map(
    // New Year's Day of the next year may be kept on December 31 of this one; what comes first in the list stands.
    [...holidays]
      .reverse()
      .flatMap((holiday) =>
        [year, year + 1]
          .filter((candidate) => candidate >= (holiday.since ?? 0))
          .map((candidate) => [keptOn(holiday.dayIn(candidate)), holiday] as const),
      ),
  );

/** Finds the holiday of a list that falls on a day; `keptOn` moves one that falls on a weekend. Each year is worked out once. */
export const holidayFinder = (
  holidays: readonly Holiday[],
  keptOn: (day: string) => string,
): ((day: string) => Holiday | undefined) => {
  const years = new Map<number, ReadonlyMap<string, Holiday>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const known = years.get(year) ?? holidaysIn(year, holidays, keptOn);
    years.set(year, known);
    return known.get(day);
  };
};
