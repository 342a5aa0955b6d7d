import * as v from 'valibot';
import { parseBy } from '../../domain/validation.ts';
import type { MappedWhen, Mapping } from '../mapping.ts';
import { dayOf, instantOf, momentOf } from './dates.ts';
import { envelopeFields, type GovernanceFields, kinds, readSuccessor } from './docusign-fields.ts';
import { at, optionalId, requiredText, sentDate } from './fields.ts';
import { actOf, eventOf, retractionOf, type Said } from './said.ts';
import { nothingToAnnounce } from './typed.ts';

/** Where the envelope holds the time of an event, and whether what the envelope said is done with it or off. */
const events = {
  'envelope-completed': { time: 'completedDateTime', off: false },
  'envelope-declined': { time: 'declinedDateTime', off: true },
  'envelope-voided': { time: 'voidedDateTime', off: true },
} as const;

const isEvent = (name: string): name is keyof typeof events => Object.hasOwn(events, name);

const delivery = v.object({
  data: v.object({
    accountId: optionalId,
    envelopeId: requiredText(80),
    envelopeSummary: v.nullish(
      v.object({
        completedDateTime: sentDate,
        declinedDateTime: sentDate,
        voidedDateTime: sentDate,
        customFields: v.nullish(envelopeFields),
      }),
    ),
  }),
});

interface SaidOfKind {
  kind: (typeof kinds)[GovernanceFields['governance_event']];
  said: Said;
}

/** The successor takes the office of whoever leaves; when, only a field of its own can say. */
const successionOf = (
  { governance_event, successor, office, officer_name, successor_effective_date }: GovernanceFields,
  decided: MappedWhen | undefined,
  receivedAt: Date,
): SaidOfKind[] => {
  if (governance_event !== 'officer.departed' || successor === undefined) return [];
  const effective = dayOf(successor_effective_date, 'successor_effective_date of the envelope', receivedAt);
  const succeeds = { name: officer_name };
  return [
    {
      kind: 'officer-appointment',
      said: { ...readSuccessor(successor), title: office, decided, effective, succeeds },
    },
  ];
};

const saidOf = (fields: GovernanceFields, completed: string | undefined, receivedAt: Date): SaidOfKind[] => {
  const decided = momentOf(completed, 'completedDateTime of the envelope', receivedAt);
  const { manner, reason, capacity } = fields;
  const said: Said = {
    id: fields.officer_id,
    name: fields.officer_name,
    title: fields.office,
    currentTitle: fields.current_office,
    manner,
    reason,
    capacity,
    decided,
    noticed: momentOf(fields.noticed_date, 'noticed_date of the envelope', receivedAt),
    effective: dayOf(fields.effective_date, 'effective_date of the envelope', receivedAt),
  };
  return [{ kind: kinds[fields.governance_event], said }, ...successionOf(fields, decided, receivedAt)];
};

/** DocuSign Connect: the last signature is the decision, and the company's own envelope fields say what was decided. */
export const docusignConnect: Mapping = {
  read: (body, { receivedAt }) => {
    const name = parseBy(at('event'), body);
    if (!isEvent(name)) return nothingToAnnounce;
    const { accountId, envelopeId, envelopeSummary } = parseBy(delivery, body).data;
    const fields = envelopeSummary?.customFields;
    if (fields === undefined || fields === null) return nothingToAnnounce;
    const { time, off } = events[name];
    const said = saidOf(fields, envelopeSummary?.completedDateTime, receivedAt);
    return eventOf({
      // A retry counts itself in the body, and is the same event.
      id: `${envelopeId}.${name}`,
      tenant: accountId,
      time: instantOf(envelopeSummary?.[time], receivedAt),
      subject: fields.release,
      ...(off
        ? {
            replaces: {
              ids: [`${envelopeId}.envelope-completed`],
              about: said.map((one) => retractionOf(one.kind, one.said)),
            },
          }
        : { acts: said.map((one) => actOf(one.kind, one.said)) }),
    });
  },
};
