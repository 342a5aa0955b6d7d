import * as v from 'valibot';
import { localDate } from '../../domain/dates.ts';
import type { MappedWhen } from '../mapping.ts';
import { readTimestamp } from '../timestamp.ts';

const oldest = '1990-01-01';
const yearsAhead = 5;

const isNear = (day: string, receivedAt: Date): boolean => {
  const received = receivedAt.toISOString();
  const latest = `${Number(received.slice(0, 4)) + yearsAhead}${received.slice(4, 10)}`;
  return day >= oldest && day <= latest;
};

/** A date as it was sent, the words for where it stands, and when it came; what is missing stays missing. */
type ReadDate = (sent: string | undefined, source: string, receivedAt: Date) => MappedWhen | undefined;

/**
 * Reads a day, `2026-12-31`. What is written in any other way, does not exist, or lies before 1990 or more than five years
 * ahead is kept as it was sent.
 */
export const dayOf: ReadDate = (sent, source, receivedAt) => {
  if (sent === undefined) return undefined;
  return v.is(localDate, sent) && isNear(sent, receivedAt)
    ? { date: sent, source }
    : { asSent: sent, source };
};

/**
 * Reads a day that a system is documented to write as the first instant of that day in UTC: its hour is only a way to
 * write, and no time zone moves it.
 */
export const utcDayOf: ReadDate = (sent, source, receivedAt) => {
  const when = dayOf(sent?.replace(/T00:00:00(?:\.0{1,9})?(?:Z|\+00:00)$/, ''), source, receivedAt);
  return sent !== undefined && when !== undefined && 'asSent' in when ? { asSent: sent, source } : when;
};

/** Reads an instant with its zone, or a day. A time without a zone is kept as it was sent: it may be of another day. */
export const momentOf: ReadDate = (sent, source, receivedAt) => {
  const instant = sent === undefined ? undefined : readTimestamp(sent, ['iso'])?.toISOString();
  return instant !== undefined && isNear(instant.slice(0, 10), receivedAt)
    ? { instant, source }
    : dayOf(sent, source, receivedAt);
};

/** The instant of a happening, in UTC; undefined where it is not clear, or where it lies after the receipt. */
export const instantOf = (sent: string | undefined, receivedAt: Date): string | undefined => {
  const instant = sent === undefined ? undefined : readTimestamp(sent, ['iso']);
  return instant === undefined ||
    instant > receivedAt ||
    !isNear(instant.toISOString().slice(0, 10), receivedAt)
    ? undefined
    : instant.toISOString();
};
