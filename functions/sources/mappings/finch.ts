import * as v from 'valibot';
import { at, optionalId, vendorId } from './fields.ts';
import { typedMapping } from './typed.ts';

const delivery = v.pipe(
  v.object({
    connection_id: optionalId,
    company_id: optionalId,
    data: v.object({ individual_id: vendorId }),
  }),
  v.transform(({ connection_id, company_id, data }) => ({
    // Finch wants connections to take the place of companies.
    tenant: connection_id ?? company_id,
    people: [{ id: data.individual_id }],
  })),
);

/** Finch says whose employment has changed, and not what has. */
export const finch = typedMapping({
  type: at('event_type'),
  delivery,
  events: { 'employment.created': {}, 'employment.updated': {} },
});
