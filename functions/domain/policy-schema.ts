import * as v from 'valibot';
import { localDate } from './dates.ts';
import { areDistinct, line, slug } from './text.ts';

const hours = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));

const timeOfDay = v.pipe(
  v.string(),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 07:30'),
);

/** Days, in the approver's own time zone, on which an approver cannot be asked; the first and the last are among them. */
export const absenceSchema = v.pipe(
  v.strictObject({ from: localDate, until: localDate }),
  v.check(({ from, until }) => from <= until, 'must not end before it begins'),
);

const groupSchema = v.pipe(
  v.strictObject({
    id: slug,
    name: line(60),
    needed: v.pipe(v.number(), v.integer(), v.minValue(1, 'must be at least 1')),
    approvers: v.pipe(v.array(slug), v.minLength(1, 'must name at least one approver')),
    /** Those of its approvers without whom it is not met, however many others agree. */
    required: v.optional(v.array(slug), []),
    /** Groups of stage 2 are asked once those of stage 1 are met, and so on. */
    stage: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)), 1),
  }),
  v.check(({ approvers }) => areDistinct(approvers), 'must not name an approver twice in a group'),
  v.check(({ needed, approvers }) => needed <= approvers.length, 'must not need more than it has'),
  v.check(
    ({ required, approvers }) => areDistinct(required) && required.every((id) => approvers.includes(id)),
    'required: must name approvers of the group, each once',
  ),
  v.check(({ needed, required }) => required.length <= needed, 'required: must not be more than it needs'),
);

/** Who must agree to a release of the company, in which order, and by when. */
export const policySchema = v.strictObject({
  groups: v.pipe(
    v.array(groupSchema),
    v.minLength(1, 'must have at least one group'),
    v.check((list) => areDistinct(list.map(({ id }) => id)), 'must not use an id twice'),
  ),
  /** The most time that approvers have; where it is not said, until the filing deadline, or 48 hours where none is known. */
  decideWithinHours: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(720))),
  /** How long before the first filing deadline decisions are due. */
  beforeFilingHours: v.optional(hours(240), 4),
  /** For how long after that a draft may still be approved, before it expires. */
  expireAfterHours: v.optional(hours(720), 72),
  /** How long before decisions are due those who are awaited are reminded. */
  remindBeforeHours: v.optional(v.pipe(v.array(hours(720)), v.maxLength(6)), [24, 4]),
  /** How long before decisions are due the owner and whoever runs Gazette are told who is awaited. */
  escalateBeforeHours: v.optional(hours(720), 2),
  /** No reminder goes out at night, in the approver's own time zone. */
  quiet: v.optional(v.strictObject({ from: timeOfDay, until: timeOfDay }), { from: '21:00', until: '07:00' }),
  /** For how long after the last approval the draft stays open, so that each can still take theirs back. */
  coolingOffMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)), 0),
  /** Whether a link alone opens a draft, or only together with a code that is mailed when it is asked for. */
  stepUp: v.optional(v.picklist(['code', 'link']), 'code'),
  /** Whether decisions hold for a next draft that differs only in whitespace and in the shapes of quotes and dashes. */
  carryCosmetic: v.optional(v.boolean(), false),
  /** Whether the mail that asks brings the deadline as a calendar entry. */
  calendar: v.optional(v.boolean(), false),
});

export type Policy = v.InferOutput<typeof policySchema>;
