import * as v from 'valibot';
import { at, optionalId, sentDate, vendorId } from './fields.ts';
import { typedMapping } from './typed.ts';

const delivery = v.pipe(
  v.object({
    id: optionalId,
    company_id: optionalId,
    occurred_at: sentDate,
    data: v.object({ person: v.object({ id: vendorId }) }),
  }),
  v.transform(({ id, company_id, occurred_at, data }) => ({
    id,
    tenant: company_id,
    time: occurred_at,
    people: [{ id: data.person.id }],
  })),
);

/** Personio: `terminated` and `started` come on the day itself, and nothing comes before. */
export const personio = typedMapping({
  type: at('event_name'),
  delivery,
  events: {
    'employment.terminated': { act: 'officer-departure', timeIs: 'effective' },
    'employment.started': { act: 'officer-appointment', timeIs: 'effective' },
  },
});
