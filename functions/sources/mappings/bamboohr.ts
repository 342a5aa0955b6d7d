import * as v from 'valibot';
import type { Mapping } from '../mapping.ts';
import { isFieldBased, readFieldBased } from './bamboohr-fields.ts';
import { dayOf } from './dates.ts';
import { optionalId, requiredText, sentDate, vendorId } from './fields.ts';
import { isLeaving } from './leaving.ts';
import { actOf } from './said.ts';
import { nothingToAnnounce, typedMapping } from './typed.ts';

/** Fields whose change matters, the weightier first. */
const telling = ['status', 'terminationDate', 'jobTitle'];

/** An update is told apart by what has changed, too: `employee.updated jobTitle`. */
const type = v.pipe(
  v.object({
    type: requiredText(120),
    data: v.optional(v.object({ changedFields: v.nullish(v.array(v.string()), []) }), {}),
  }),
  v.transform(({ type: name, data: { changedFields = [] } }) => {
    const field = telling.find((one) => changedFields.includes(one));
    return field === undefined ? name : `${name} ${field}`;
  }),
);

const isRetitled = (body: object): boolean =>
  v.is(
    v.object({ data: v.object({ changedFields: v.pipe(v.array(v.string()), v.includes('jobTitle')) }) }),
    body,
  );

const delivery = v.pipe(
  v.object({ timestamp: sentDate, data: v.object({ companyId: optionalId, employeeId: vendorId }) }),
  v.transform(({ timestamp, data: { companyId, employeeId } }) => ({
    tenant: companyId,
    time: timestamp,
    people: [{ id: employeeId }],
  })),
);

const eventBased = typedMapping({
  type,
  delivery,
  events: {
    'employee.created': { act: 'officer-appointment' },
    'employee.updated status': { act: 'officer-departure' },
    'employee.updated terminationDate': { act: 'officer-departure' },
    'employee.updated jobTitle': {},
  },
});

/** BambooHR fires when a change takes effect, and says who and which fields; what has become of them it is asked. */
export const bamboohr: Mapping = {
  takesForms: true,

  read: (body, context) => {
    if (isFieldBased(body)) return readFieldBased(body, context);
    const event = eventBased.read(body, context);
    return event.outcome === 'event' && isRetitled(body) ? { ...event, retitled: true } : event;
  },

  resolve: (event, { name, title, active, terminated, hired }, { receivedAt }) => {
    const [thin] = event.acts;
    const person = { id: event.lookup, name, title };
    const lastDay = dayOf(terminated, 'terminationDate of the employee', receivedAt);
    const isDeparture = thin?.kind === 'officer-departure';
    if (isLeaving(active, lastDay, receivedAt) || (isDeparture && active === undefined))
      return { ...event, acts: [actOf('officer-departure', { ...person, effective: lastDay })] };
    if ((isDeparture && event.retitled !== true) || title === undefined) return nothingToAnnounce;
    // A hire date is the day of a new title only for somebody who is new.
    const isNew = thin?.kind === 'officer-appointment';
    const effective = isNew ? dayOf(hired, 'hireDate of the employee', receivedAt) : undefined;
    return { ...event, acts: [actOf('officer-appointment', { ...person, effective })] };
  },
};
