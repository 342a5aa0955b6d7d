import * as v from 'valibot';
import { parseBy } from '../../domain/validation.ts';
import type { DeliveryContext, Ignored, MappedAct, MappedEvent } from '../mapping.ts';
import { dayOf } from './dates.ts';
import { joinedName, text, vendorId } from './fields.ts';
import { isLeaving } from './leaving.ts';
import { actOf, eventOf } from './said.ts';
import { nothingToAnnounce } from './typed.ts';

/** Fields go by their names or by their labels, as the account has it: `jobTitle`, `Job Title`. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

const withValue = v.object({ value: v.unknown() });

const valueIn = (field: unknown): unknown => (v.is(withValue, field) ? field.value : undefined);

const values = v.object({
  firstname: text(60),
  lastname: text(60),
  jobtitle: text(160),
  status: text(40),
  terminationdate: text(80),
});

const employee = v.object({
  id: vendorId,
  changedFields: v.nullish(v.array(v.pipe(v.string(), v.transform(plain))), []),
  fields: v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((fields) =>
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [plain(name), valueIn(field)])),
    ),
    values,
  ),
});

const delivery = v.object({ employees: v.array(employee) });

const statuses = new Map([
  ['Active', true],
  ['Inactive', false],
]);

const actsOf = (
  { id, changedFields, fields }: v.InferOutput<typeof employee>,
  { receivedAt }: DeliveryContext,
): MappedAct[] => {
  const person = { id, name: joinedName(fields.firstname, fields.lastname), title: fields.jobtitle };
  if (changedFields.includes('status') || changedFields.includes('terminationdate')) {
    const date = fields.terminationdate === '0000-00-00' ? undefined : fields.terminationdate;
    const effective = dayOf(date, 'Termination Date of the employee', receivedAt);
    const active = statuses.get(fields.status ?? '');
    const isSilent = fields.status === undefined && fields.terminationdate === undefined;
    if (isSilent || isLeaving(active, effective, receivedAt))
      return [actOf('officer-departure', { ...person, effective })];
  }
  return changedFields.includes('jobtitle') && fields.jobtitle !== undefined
    ? [actOf('officer-appointment', person)]
    : [];
};

/** Whether a body is of the older kind, which holds the values of chosen fields. */
export const isFieldBased = (body: object): boolean => 'employees' in body;

/** Reads a webhook of the older kind, which may be about several employees. */
export const readFieldBased = (body: object, context: DeliveryContext): MappedEvent | Ignored => {
  const { employees } = parseBy(delivery, body);
  const acts = employees.flatMap((one) => actsOf(one, context));
  const [only, another] = acts;
  if (only === undefined) return nothingToAnnounce;
  // A title is here already; a departure may lack its day.
  const isAsked = another === undefined && only.kind === 'officer-departure';
  return eventOf({ acts, lookup: isAsked ? only.person.id : undefined });
};
