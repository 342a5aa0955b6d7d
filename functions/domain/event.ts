import * as v from 'valibot';
import { actSchema } from './acts.ts';
import { localDate } from './dates.ts';
import { instant, line, sha256Hex, slug } from './text.ts';

/** An event's id as it stands in a key: letters, digits, dot, underscore and hyphen. */
export const eventId = v.pipe(
  v.string(),
  v.maxLength(120, 'must have at most 120 characters'),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, dots, underscores and hyphens'),
);

const governanceData = v.pipe(
  v.strictObject({
    company: slug,
    /** The day on which the company decided, in its own time zone. */
    decided: v.optional(localDate),
    /** The day that the release is to bear. */
    announce: v.optional(localDate),
    headline: v.optional(line(170)),
    /** Ids of earlier events of this source whose acts this event takes the place of. */
    replaces: v.optional(v.pipe(v.array(eventId), v.maxLength(50)), []),
    acts: v.pipe(v.array(actSchema), v.maxLength(200, 'must have at most 200 acts')),
  }),
  v.check(
    (data) => data.acts.length > 0 || data.replaces.length > 0,
    'must have an act, or name the events that it replaces',
  ),
);

/** A governance event as it is posted: CloudEvents 1.0 in structured JSON, type `gazette.governance.v1`. */
export const cloudEventSchema = v.looseObject({
  specversion: v.literal('1.0', 'must be "1.0"'),
  id: eventId,
  source: line(300),
  type: v.literal('gazette.governance.v1', 'must be "gazette.governance.v1"'),
  time: instant,
  subject: v.optional(line(120)),
  datacontenttype: v.optional(v.literal('application/json', 'must be "application/json"')),
  data: governanceData,
});

/** An event as the ledger keeps it: only what a mapping names, with the proof of how it came. */
export const eventFactSchema = v.strictObject({
  source: slug,
  id: eventId,
  release: line(200),
  subject: v.optional(line(120)),
  time: instant,
  receivedAt: instant,
  data: governanceData,
  proof: v.strictObject({
    bodySha256: sha256Hex,
    key: v.picklist(['current', 'previous']),
    deliveryId: line(300),
    signedAt: instant,
  }),
});

export type CloudEvent = v.InferOutput<typeof cloudEventSchema>;
export type EventFact = v.InferOutput<typeof eventFactSchema>;
