import * as v from 'valibot';

/** The months, as releases write them. */
export const months = [
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
  const number = (at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  const [month, day] = [number(5), number(8)];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysIn(Number(text.slice(0, 4)), month);
};

const hasHyphens = (text: string): boolean =>
  text.length === 10 && text.charAt(4) === '-' && text.charAt(7) === '-';

const written = /^\d{4}-\d{2}-\d{2}$/;

const day = (wanted: string) =>
  v.pipe(
    v.string(),
    v.regex(written, wanted),
    // What is not written as a day has been told so; to look at it by the pattern again would take as long as all else.
    v.check((text) => !hasHyphens(text) || exists(text), 'must be a day that exists'),
  );

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const localDate = day('must be a day such as 2002-06-05');

/** The same, where what is no clear day has a place of its own. */
export const clearDate = day(
  'must be a day such as 2002-06-05; words for a day go into {"phrase": "…"}, and what is no clear day into {"asSent": "…"}',
);

/** Writes a calendar day as releases do: `2002-06-05` becomes `June 5, 2002`. */
export const longDate = (date: string): string => {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  return `${months[Number(month) - 1]} ${Number(day)}, ${Number(year)}`;
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

/** Formats of a kind by time zone, each made once: to make one takes longer than all that it then writes. */
const byZone = (
  make: (timeZone: string) => Intl.DateTimeFormat,
): ((timeZone: string) => Intl.DateTimeFormat) => {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const format = made.get(timeZone) ?? make(timeZone);
    made.set(timeZone, format);
    return format;
  };
};

const dayFormat = byZone((timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }));

const timeFormat = byZone(
  (timeZone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
);

/** The calendar day on which an instant falls in an IANA time zone. */
export const localDateOf = (instant: Date, timeZone: string): string => dayFormat(timeZone).format(instant);

/** Writes an instant for a reader in an IANA time zone, with the zone and UTC: `June 6, 2002, 4:30 PM EDT (20:30 UTC)`. */
export const longTime = (instant: Date, timeZone: string): string => {
  const local = timeFormat(timeZone).format(instant);
  const [day, utcDay] = [localDateOf(instant, timeZone), localDateOf(instant, 'UTC')];
  const utc = `${instant.toISOString().slice(11, 16)} UTC${day === utcDay ? '' : ` on ${longDate(utcDay)}`}`;
  return `${longDate(day)}, ${local} (${utc})`;
};
