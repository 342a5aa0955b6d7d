import * as v from 'valibot';
import { at, optionalId, vendorId } from './fields.ts';
import { typedMapping } from './typed.ts';

/** The end of the year 9999, beyond which a date has another form and then none. */
const lastSecond = 253_402_300_799;

const delivery = v.pipe(
  v.object({
    uuid: optionalId,
    resource_uuid: optionalId,
    entity_uuid: vendorId,
    timestamp: v.pipe(
      v.number(),
      v.safeInteger('must be a whole number of seconds'),
      v.minValue(0),
      v.maxValue(lastSecond, 'must be in seconds'),
    ),
  }),
  v.transform(({ uuid, resource_uuid, entity_uuid, timestamp }) => ({
    id: uuid,
    tenant: resource_uuid,
    people: [{ id: entity_uuid }],
    time: new Date(timestamp * 1000).toISOString(),
  })),
);

const departed = { act: 'officer-departure', timeIs: 'effective' } as const;

/**
 * Gusto: `terminated` comes when a termination is entered, days or weeks ahead. What Gusto calls effective comes the night
 * after the last day, or at once where that is past, and so does not tell the day.
 */
export const gusto = typedMapping({
  type: at('event_type'),
  delivery,
  events: {
    'employee.terminated': { act: 'officer-departure', timeIs: 'noticed' },
    // Gusto's list of events has the first name, and its changelog the second.
    'employee.terminated_effective': departed,
    'employee.termination_effective': departed,
    'employee.termination_cancelled': { act: 'officer-departure', off: true },
    'employee.onboarded': { act: 'officer-appointment' },
    'employee.rehired': { act: 'officer-appointment', timeIs: 'noticed' },
    'employee.rehire_effective': { act: 'officer-appointment', timeIs: 'effective' },
    'employee.rehire_cancelled': { act: 'officer-appointment', off: true },
  },
});
