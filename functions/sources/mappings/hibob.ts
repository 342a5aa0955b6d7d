import * as v from 'valibot';
import { at, optionalId, requiredText, sentDate } from './fields.ts';
import { typedMapping } from './typed.ts';

const delivery = v.pipe(
  v.object({
    companyId: optionalId,
    triggeredAt: sentDate,
    // Beyond what a number of JSON can be, so that one has been rounded on its way.
    data: v.object({ employeeId: requiredText(80) }),
  }),
  v.transform(({ companyId, triggeredAt, data }) => ({
    tenant: companyId,
    time: triggeredAt,
    people: [{ id: data.employeeId }],
  })),
);

/** HiBob: `left` and `joined` come at midnight of the day itself, `revoked` when a termination has been approved. */
export const hibob = typedMapping({
  type: at('type'),
  delivery,
  events: {
    'employee.left': { act: 'officer-departure', timeIs: 'effective' },
    'employee.access.revoked.immediately': { act: 'officer-departure', timeIs: 'noticed' },
    'employee.joined': { act: 'officer-appointment', timeIs: 'effective' },
  },
});
