/** How a source writes an instant: Unix time in seconds or milliseconds, or ISO 8601 with a zone. */
export const units = ['seconds', 'milliseconds', 'iso'] as const;

/** One of `units`. */
export type Unit = (typeof units)[number];

const isoPattern =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,9})?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

const minutesOf = (zone: string): number => {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
};

/** `Date.parse` takes 31 April for 1 May; here a day must exist. */
const readIso = (text: string): Date | undefined => {
  const [, day, hour, minute, second, fraction = '', zone = 'Z'] = isoPattern.exec(text) ?? [];
  if (day === undefined) return undefined;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  const minutes = Number(hour) * 60 + Number(minute) - minutesOf(zone);
  const milliseconds = Number(fraction.slice(1, 4).padEnd(3, '0'));
  return new Date(midnight.getTime() + (minutes * 60 + Number(second)) * 1000 + milliseconds);
};

/** The lengths of seconds and milliseconds do not meet, so that a source may be said to write either. */
const readers: Record<Unit, (text: string) => Date | undefined> = {
  seconds: (text) => (/^[1-9]\d{0,10}$/.test(text) ? new Date(Number(text) * 1000) : undefined),
  milliseconds: (text) => (/^[1-9]\d{12,13}$/.test(text) ? new Date(Number(text)) : undefined),
  iso: readIso,
};

/** Reads a timestamp to the letter: no sign, space, fraction, leading zero or exponent in a number, no day that is none. */
export const readTimestamp = (text: string, allowed: readonly Unit[]): Date | undefined => {
  for (const unit of allowed) {
    const instant = readers[unit](text);
    if (instant !== undefined) return instant;
  }
  return undefined;
};

/** Writes an instant as `readTimestamp` reads it. */
export const writeTimestamp = (instant: Date, unit: Unit): string => {
  switch (unit) {
    case 'seconds':
      return String(Math.floor(instant.getTime() / 1000));
    case 'milliseconds':
      return String(instant.getTime());
    case 'iso':
      return instant.toISOString();
  }
};
