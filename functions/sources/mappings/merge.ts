import * as v from 'valibot';
import { parseBy } from '../../domain/validation.ts';
import type { MappedAct, Mapping } from '../mapping.ts';
import { utcDayOf } from './dates.ts';
import { at, joinedName, optionalId, sentDate, text, vendorId } from './fields.ts';
import { isLeaving } from './leaving.ts';
import { actOf, eventOf } from './said.ts';
import { nothingToAnnounce } from './typed.ts';

const statuses = new Map([
  ['ACTIVE', true],
  ['INACTIVE', false],
]);

const named = { id: vendorId, display_full_name: text(120), first_name: text(60), last_name: text(60) };

const nameOf = (person: {
  display_full_name?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
}): string | undefined => person.display_full_name ?? joinedName(person.first_name, person.last_name);

/** An employee. The record holds far more, down to the number of social security; nothing of that is named here. */
const employee = v.pipe(
  v.object({ ...named, employment_status: text(40), termination_date: sentDate }),
  v.transform(({ id, employment_status, termination_date, ...names }) => ({
    id,
    name: nameOf(names),
    active: statuses.get(employment_status ?? ''),
    termination_date,
  })),
);

/** An id, or the record itself where the account is set to expand it. */
const employeeOfEmployment = v.union([
  v.pipe(
    vendorId,
    v.transform((id) => ({ id, name: undefined })),
  ),
  v.pipe(
    v.object(named),
    v.transform(({ id, ...names }) => ({ id, name: nameOf(names) })),
  ),
]);

const employment = v.object({
  employee: employeeOfEmployment,
  job_title: text(160),
  effective_date: sentDate,
});

type ActsIn = (body: object, receivedAt: Date) => MappedAct[];

const departures: ActsIn = (body, receivedAt) => {
  const { id, name, active, termination_date } = parseBy(v.object({ data: employee }), body).data;
  const effective = utcDayOf(termination_date, 'termination_date of the employee', receivedAt);
  return isLeaving(active, effective, receivedAt)
    ? [actOf('officer-departure', { id, name, effective })]
    : [];
};

const appointments: ActsIn = (body, receivedAt) => {
  const {
    employee: person,
    job_title: title,
    effective_date,
  } = parseBy(v.object({ data: employment }), body).data;
  const effective = utcDayOf(effective_date, 'effective_date of the employment', receivedAt);
  return title === undefined ? [] : [actOf('officer-appointment', { ...person, title, effective })];
};

const events = new Map([
  ['employee.created', departures],
  ['employee.updated', departures],
  ['employment.created', appointments],
  ['employment.updated', appointments],
]);

const envelope = v.object({ linked_account: v.nullish(v.object({ id: optionalId })) });

/** Merge sends whole records whenever it sees a change, hours or a day after it; what a record says is not when it was said. */
export const merge: Mapping = {
  read: (body, { receivedAt }) => {
    if ('response' in body && !('hook' in body)) return { outcome: 'ignored', reason: 'test' };
    const actsIn = events.get(parseBy(at('hook', 'event'), body));
    if (actsIn === undefined) return nothingToAnnounce;
    const { linked_account } = parseBy(envelope, body);
    const acts = actsIn(body, receivedAt);
    return acts.length === 0 ? nothingToAnnounce : eventOf({ tenant: linked_account?.id, acts });
  },
};
