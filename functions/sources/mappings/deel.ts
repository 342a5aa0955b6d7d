import * as v from 'valibot';
import { at, optionalId, sentDate, text, vendorId } from './fields.ts';
import { typedMapping } from './typed.ts';

const resource = v.pipe(
  v.object({
    id: vendorId,
    completion_date: sentDate,
    worker: v.nullish(v.object({ id: optionalId, full_name: text(120) })),
  }),
  v.transform(({ id, completion_date, worker }) => ({
    id: worker?.id ?? id,
    name: worker?.full_name,
    effective: completion_date,
  })),
);

const delivery = v.pipe(
  v.object({
    data: v.object({
      meta: v.object({ organization_id: optionalId }),
      // An object in Deel's text, a list in what others have received.
      resource: v.lazy((input) => (Array.isArray(input) ? v.array(resource) : resource)),
    }),
    timestamp: sentDate,
  }),
  v.transform(({ data: { meta, resource: one }, timestamp }) => ({
    tenant: meta.organization_id,
    time: timestamp,
    people: [one].flat(),
  })),
);

/** Deel: a termination is confirmed ahead of its day, and a contract terminated when it has ended. */
export const deel = typedMapping({
  type: at('data', 'meta', 'event_type'),
  delivery,
  effectiveAt: 'completion_date of the contract',
  events: {
    'gp.termination.confirmed': { act: 'officer-departure', timeIs: 'noticed' },
    'contract.terminated': { act: 'officer-departure' },
    'employee.created.direct': { act: 'officer-appointment' },
  },
});
