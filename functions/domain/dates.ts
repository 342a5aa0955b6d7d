import * as v from 'valibot';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

// By arithmetic, because an event may hold hundreds of days, and `Date` takes longer than all else that is checked.
const exists = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const localDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2002-06-05'),
  v.check(exists, 'must be a day that exists'),
);

/** Writes a calendar day as releases do: `2002-06-05` becomes `June 5, 2002`. */
export const longDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${months[(month ?? 1) - 1]} ${day}, ${year}`;
};

const apMonths = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

/** Writes a calendar day as newswires do (AP Stylebook): `2026-11-19` becomes `Nov. 19, 2026`. */
export const apDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${apMonths[(month ?? 1) - 1]} ${day}, ${year}`;
};

/** The calendar day on which an instant falls in an IANA time zone. */
export const localDateOf = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);

/** Writes an instant for a reader in an IANA time zone, with the zone and UTC: `June 6, 2002, 4:30 PM EDT (20:30 UTC)`. */
export const longTime = (instant: Date, timeZone: string): string => {
  const local = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant);
  const [day, utcDay] = [localDateOf(instant, timeZone), localDateOf(instant, 'UTC')];
  const utc = `${instant.toISOString().slice(11, 16)} UTC${day === utcDay ? '' : ` on ${longDate(utcDay)}`}`;
  return `${longDate(day)}, ${local} (${utc})`;
};
