import * as v from 'valibot';
import { invalidEvent, parseBy } from '../../domain/validation.ts';
import type { MappedAct, Mapping } from '../mapping.ts';
import { dayOf, instantOf, momentOf } from './dates.ts';
import { at, optionalId, requiredText, sentDate, text, vendorId } from './fields.ts';
import { actOf, eventOf, retractionOf } from './said.ts';

/** Reasons that say how somebody leaves. Any other is the company's own affair, and the manner is `left`. */
const manners = new Map<string, 'resigned' | 'retired'>([
  ['Resignation', 'resigned'],
  ['Retirement', 'retired'],
]);

const fields = v.object({
  status: v.optional(v.picklist(['Completed', 'Rescinded']), 'Completed'),
  eventId: optionalId,
  tenant: optionalId,
  subject: text(120),
  worker: v.object({
    employeeId: vendorId,
    legalName: requiredText(120),
    businessTitle: text(160),
    previousTitle: text(160),
  }),
  completedOn: sentDate,
  noticedOn: sentDate,
  effectiveDate: sentDate,
  primaryReason: text(200),
  publishableReason: text(400),
});

/** The mapping of a system that sends the fields that docs/sources asks for; `events` is what it calls its processes. */
export const customerDefined = (events: Readonly<Record<string, MappedAct['kind']>>): Mapping => {
  const kinds = new Map(Object.entries(events));
  return {
    read: (body, { receivedAt }) => {
      const kind = kinds.get(parseBy(at('event'), body));
      if (kind === undefined)
        throw invalidEvent([{ pointer: '/event', detail: `must be one of ${[...kinds.keys()].join(', ')}` }]);
      const { worker, status, eventId, tenant, subject, ...sent } = parseBy(fields, body);
      const said = {
        id: worker.employeeId,
        name: worker.legalName,
        title: worker.businessTitle,
        currentTitle: worker.previousTitle,
        manner: manners.get(sent.primaryReason ?? ''),
        reason: sent.publishableReason,
        decided: momentOf(sent.completedOn, 'completedOn of the process', receivedAt),
        noticed: momentOf(sent.noticedOn, 'noticedOn of the process', receivedAt),
        effective: dayOf(sent.effectiveDate, 'effectiveDate of the process', receivedAt),
      };
      const event = { tenant, subject, time: instantOf(sent.completedOn, receivedAt) };
      if (status === 'Completed') return eventOf({ ...event, id: eventId, acts: [actOf(kind, said)] });
      const off = [retractionOf(kind, said)];
      if (eventId === undefined) return eventOf({ ...event, retracts: off });
      // A process keeps its id when it is rescinded, and an id names one event for good.
      const replaces = { ids: [eventId], about: off };
      return eventOf({ ...event, id: `${eventId}.${status}`, retracts: off, replaces });
    },
  };
};
