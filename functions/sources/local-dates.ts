import type { When } from '../domain/acts/common.ts';
import type { ActOf } from '../domain/acts.ts';
import { localDateOf } from '../domain/dates.ts';
import type { MappedAct, MappedWhen, NamedPerson } from './mapping.ts';

type Dated<A> = Omit<A, 'person'> & { person: NamedPerson };

/** A mapped act whose dates are days of the company, or stand as they were sent. */
type DatedAct = Dated<ActOf<'officer-departure'>> | Dated<ActOf<'officer-appointment'>>;

const localDate = (when: MappedWhen, timeZone: string): When =>
  'instant' in when ? { date: localDateOf(new Date(when.instant), timeZone), source: when.source } : when;

/** Puts the dates of a mapped act into an IANA time zone, the company's. */
export const withLocalDates = (
  { decided, noticed, effective, ...act }: MappedAct,
  timeZone: string,
): DatedAct => ({
  ...act,
  ...(decided !== undefined && { decided: localDate(decided, timeZone) }),
  ...(noticed !== undefined && { noticed: localDate(noticed, timeZone) }),
  ...(effective !== undefined && { effective: localDate(effective, timeZone) }),
});
