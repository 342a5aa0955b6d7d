import * as v from 'valibot';
import { personSchema } from './acts/common.ts';
import { actByKind, actKind } from './acts.ts';
import { localDate } from './dates.ts';
import { deskSchema, deskSource } from './desk-edits/desk-edits.ts';
import { instant, line, sha256Hex, slug } from './text.ts';

/** An event's id as it stands in a key: letters, digits, dot, underscore and hyphen. */
export const eventId = v.pipe(
  v.string(),
  v.maxLength(120, 'must have at most 120 characters'),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, dots, underscores and hyphens'),
);

const subject = v.optional(line(120));

const governance = {
  company: slug,
  /** The day on which the company decided, in its own time zone. */
  decided: v.optional(localDate),
  /** The day that the release is to bear. */
  announce: v.optional(localDate),
  headline: v.optional(line(170)),
  subheads: v.optional(v.pipe(v.array(line(170)), v.maxLength(6))),
  /** The kind of act that leads the release and makes its headline, where it is not the strongest. */
  lead: v.optional(actKind),
  /** Ids of earlier events of this source whose acts this event takes the place of. */
  replaces: v.optional(v.pipe(v.array(eventId), v.maxLength(50)), []),
  /** Acts about a person that are off: whoever sent them, and whichever arrives first, if they are not of a later time. */
  retracts: v.optional(
    v.pipe(v.array(v.strictObject({ kind: actKind, person: personSchema })), v.maxLength(50)),
    [],
  ),
  acts: v.pipe(v.array(actByKind), v.maxLength(200, 'must have at most 200 acts')),
};

const saysSomething = (
  data: Readonly<Record<'acts' | 'replaces' | 'retracts', readonly unknown[]>>,
): boolean => data.acts.length > 0 || data.replaces.length > 0 || data.retracts.length > 0;

const saysNothing = 'must have an act, or name what it replaces or retracts';

const uriReference = v.pipe(
  line(300),
  v.regex(
    /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/,
    'must be a URI reference, such as /hr/payroll',
  ),
);

const jsonType = v.pipe(
  v.string(),
  v.regex(/^application\/json(?:; ?charset="?utf-8"?)?$/i, 'must be "application/json"'),
);

/** A governance event as it is posted: CloudEvents 1.0 of type `gazette.governance.v1`, as structured mode writes it. */
export const cloudEventSchema = v.pipe(
  v.looseObject({
    specversion: v.literal('1.0', 'must be "1.0"'),
    id: eventId,
    source: uriReference,
    type: v.literal('gazette.governance.v1', 'must be "gazette.governance.v1"'),
    time: instant,
    subject,
    datacontenttype: v.optional(jsonType),
    /** The subject may be in the data, too: only there a signature covers it in binary mode. */
    data: v.pipe(
      v.strictObject({ ...governance, subject }),
      v.check((data) => saysSomething(data), saysNothing),
    ),
  }),
  v.forward(
    v.check(
      (event) =>
        event.subject === undefined ||
        event.data.subject === undefined ||
        event.subject === event.data.subject,
      'must be the subject of the event',
    ),
    ['data', 'subject'],
  ),
);

/** An event as the ledger keeps it: only what a mapping names, with the proof of how it came. */
export const eventFactSchema = v.pipe(
  v.strictObject({
    source: slug,
    id: eventId,
    release: line(200),
    subject,
    time: instant,
    /** Where the delivery had no clear time of its own, so that `time` is that of its receipt. */
    untimed: v.optional(v.literal(true)),
    receivedAt: instant,
    data: v.strictObject(governance),
    /** What an editor did to a draft on our own page, where that is the event. */
    desk: v.optional(deskSchema),
    proof: v.strictObject({
      bodySha256: sha256Hex,
      /** The secret that signed it; `session` where it was posted from our own page, `credentials` where whoever runs Gazette put it. */
      key: v.picklist(['current', 'previous', 'session', 'credentials']),
      deliveryId: line(300),
      /** Absent where the source signs no time. */
      signedAt: v.optional(instant),
    }),
    /** How the words of another system were read; absent where it was sent as an event of ours. */
    mapping: v.optional(line(60)),
    /** When the source's system was asked about the person, where the delivery only said that something had changed. */
    lookup: v.optional(v.strictObject({ at: instant, system: line(60) })),
  }),
  v.check(({ data, desk }) => desk !== undefined || saysSomething(data), saysNothing),
  v.check(
    ({ source, desk }) => (source === deskSource) === (desk !== undefined),
    'must have what an editor did where its source is the desk, and only there',
  ),
);

export type CloudEvent = v.InferOutput<typeof cloudEventSchema>;
export type EventFact = v.InferOutput<typeof eventFactSchema>;
