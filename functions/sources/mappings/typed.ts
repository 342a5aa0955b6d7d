import type * as v from 'valibot';
import { parseBy } from '../../domain/validation.ts';
import type { Ignored, MappedAct, Mapping } from '../mapping.ts';
import { dayOf, instantOf, momentOf } from './dates.ts';
import { actOf, eventOf, retractionOf, type Said } from './said.ts';

/** A delivery that announces nothing. */
export const nothingToAnnounce: Ignored = { outcome: 'ignored', reason: 'no-governance-event' };

/** What an event of one type means. */
interface Meaning {
  /** The act that it reports; without one it says only that something has changed. */
  act?: MappedAct['kind'];
  /** Whether the act is off. */
  off?: true;
  /** The date of the act to which the time of the event is a witness. */
  timeIs?: 'noticed' | 'effective';
}

/** A person as a delivery names them, with a date as it was sent. */
interface SentPerson extends Pick<Said, 'name' | 'title'> {
  id: string;
  effective?: string | undefined;
}

/** What a delivery says, as its schema leaves it. */
interface SentDelivery {
  id?: string | undefined;
  tenant?: string | undefined;
  time?: string | undefined;
  people: readonly SentPerson[];
}

/** A system that names the type of each event: where the type stands, how a delivery is written, what each type means. */
interface TypedSystem {
  type: v.GenericSchema<unknown, string>;
  delivery: v.GenericSchema<unknown, SentDelivery>;
  /** Types that are not here announce nothing. */
  events: Readonly<Record<string, Meaning>>;
  /** Where a day of effect stands that is not the time of the event. */
  effectiveAt?: string;
}

/** The mapping of a system that names the type of each event and says little else. */
export const typedMapping = ({ type, delivery, events, effectiveAt = '' }: TypedSystem): Mapping => {
  const meanings = new Map(Object.entries(events));
  const read: Mapping['read'] = (body, { receivedAt }) => {
    const name = parseBy(type, body);
    const meaning = meanings.get(name);
    if (meaning === undefined) return nothingToAnnounce;
    const { act, off, timeIs } = meaning;
    const { id, tenant, time, people } = parseBy(delivery, body);
    const source = `time of ${name}`;
    const said = people.map(
      ({ effective, ...person }): Said => ({
        ...person,
        noticed: timeIs === 'noticed' ? momentOf(time, source, receivedAt) : undefined,
        // A system fires on the day, or when its day is over, by a clock that it does not name.
        effective:
          timeIs === 'effective' && time !== undefined
            ? { asSent: time, source }
            : dayOf(effective, effectiveAt, receivedAt),
      }),
    );
    return eventOf({
      id,
      tenant,
      time: instantOf(time, receivedAt),
      ...(act !== undefined && off === undefined && { acts: said.map((one) => actOf(act, one)) }),
      ...(act !== undefined && off !== undefined && { retracts: said.map((one) => retractionOf(act, one)) }),
      lookup: people.length === 1 ? people[0]?.id : undefined,
    });
  };
  return { read };
};
