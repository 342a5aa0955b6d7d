import * as v from 'valibot';
import { officersSchema } from '../../../functions/domain/officers.ts';
import { invalidEvent } from '../../../functions/domain/validation.ts';
import type { ReceivePorts } from '../../../functions/receive/handler.ts';
import type { Mapping } from '../../../functions/sources/mapping.ts';
import type { Source } from '../../../functions/sources/source.ts';
import { type Delivery, delivery, receiver } from './receiver.ts';

const sent = v.object({
  what: v.picklist(['left', 'joined', 'stays', 'changed', 'ping']),
  id: v.optional(v.string()),
  at: v.optional(v.string()),
  customer: v.optional(v.string()),
  matter: v.optional(v.string()),
  people: v.optional(v.array(v.object({ id: v.optional(v.string()), name: v.optional(v.string()) })), []),
  title: v.optional(v.string()),
});

/** A system that says who has left, joined, stays after all, or has changed somehow; a `ping` is its test. */
export const smallMapping: Mapping = {
  takesForms: true,
  read: (body) => {
    const parsed = v.safeParse(sent, body);
    if (!parsed.success) throw invalidEvent([{ pointer: '/what', detail: 'must be something' }]);
    const { what, id, at: time, customer: tenant, matter: subject, people, title } = parsed.output;
    if (what === 'ping') return { outcome: 'ignored', reason: 'test' };
    const event = {
      outcome: 'event',
      ...(id !== undefined && { id }),
      ...(time !== undefined && { time }),
      ...(tenant !== undefined && { tenant }),
      ...(subject !== undefined && { subject }),
      acts: [],
      retracts: [],
    } as const;
    const about = people.map(({ id: vendor, name }) => ({
      person: { ...(vendor !== undefined && { id: vendor }), ...(name !== undefined && { name }) },
      ...(title !== undefined && { title }),
    }));
    switch (what) {
      case 'left':
        return {
          ...event,
          acts: about.map((one) => ({ kind: 'officer-departure', manner: 'left', ...one })),
          ...(people[0]?.id !== undefined && { lookup: people[0].id }),
        };
      case 'joined':
        return { ...event, acts: about.map((one) => ({ kind: 'officer-appointment', ...one })) };
      case 'stays':
        return { ...event, retracts: about.map((one) => ({ kind: 'officer-departure', ...one })) };
      case 'changed':
        return { ...event, lookup: people[0]?.id ?? '' };
    }
  },
  resolve: (event, { name, title, active }) =>
    active === true
      ? { outcome: 'ignored', reason: 'no-governance-event' }
      : {
          ...event,
          acts: [
            {
              kind: 'officer-departure',
              manner: 'left',
              person: { id: event.lookup ?? '', ...(name !== undefined && { name }) },
              ...(title !== undefined && { title }),
            },
          ],
        },
};

const officers = v.parse(officersSchema, [
  {
    id: 'richard-l-weiss',
    name: 'Richard L. Weiss',
    title: 'Chief Financial Officer',
    honorific: 'Mr.',
    familyName: 'Weiss',
    ids: { people: '1091' },
  },
]);

/** A receiver with a source `people` that sends in the words of the small system; officers are those of one company. */
export const mappedReceiver = (source: Partial<Source> = {}, ports: Partial<ReceivePorts> = {}) =>
  receiver({
    sources: {
      people: {
        name: 'People',
        scheme: 'standard-webhooks',
        companies: ['iec-electronics'],
        mapping: 'gusto',
        ...source,
      },
      hr: { name: 'HR', scheme: 'standard-webhooks', companies: ['iec-electronics'], screen: true },
    },
    loadMapping: { gusto: async () => smallMapping },
    companies: new Map([
      ['iec-electronics', { id: 'iec-electronics', timeZone: 'America/New_York', officers }],
    ]),
    ...ports,
  });

/** What the small system sends. */
export const sends = (body: object | string, change: Delivery = {}) =>
  delivery(typeof body === 'string' ? body : JSON.stringify(body), {
    source: 'people',
    ...change,
    headers: { 'content-type': 'application/json', ...change.headers },
  });
