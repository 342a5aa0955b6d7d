import * as v from 'valibot';
import { localDate } from './dates.ts';
import { line } from './text.ts';

/** The kinds of act that Gazette can announce. */
export const actKind = v.picklist([
  'workforce-reduction',
  'officer-departure',
  'officer-appointment',
  'listing-transfer',
  'statement',
]);

/** A person whom an act is about. */
export const personSchema = v.strictObject({
  /** The id in the company's profile, of an officer or an approver. */
  id: v.optional(line(80)),
  name: line(120),
  /** Printed before the family name where it is repeated; never guessed. */
  honorific: v.optional(v.picklist(['Mr.', 'Ms.', 'Mrs.', 'Mx.', 'Dr.'])),
  familyName: v.optional(line(80)),
});

/** Where a date comes from, such as "completedDateTime of the envelope". */
const source = v.optional(line(120));

/**
 * A day, or the sender's own words for it, or both; the words are printed and the day is kept. What is no clear day,
 * such as `05/06/2026`, is kept as it was sent and asked about, never guessed.
 */
const when = v.union(
  [
    localDate,
    v.strictObject({ date: localDate, phrase: v.optional(line(80)), source }),
    v.strictObject({ date: v.optional(localDate), phrase: line(80), source }),
    v.strictObject({ asSent: line(80), source }),
  ],
  'must be a day such as 2002-06-05, or an object with date, phrase or asSent',
);

/** The dates of an act: when it was decided, when the company was told, and when it takes effect. */
const dates = { decided: v.optional(when), noticed: v.optional(when), effective: v.optional(when) };

const workforceReduction = v.strictObject({
  kind: v.literal('workforce-reduction'),
  /** The place as printed before "workforce", such as "Newark, New York". */
  site: v.optional(line(120)),
  facility: v.optional(v.strictObject({ region: line(60), type: line(40) })),
  percent: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(100))),
  positions: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
  /** What the company calls the measure, such as "restructuring". */
  program: v.optional(line(60)),
  ...dates,
});

const officerDeparture = v.strictObject({
  kind: v.literal('officer-departure'),
  person: personSchema,
  title: v.optional(line(160)),
  manner: v.picklist(['left', 'resigned', 'retired', 'removed']),
  ...dates,
  /** A clause that may be published, such as "electing not to continue in management". */
  reason: v.optional(line(400)),
  consulting: v.optional(v.strictObject({ until: v.optional(localDate) })),
});

const officerAppointment = v.strictObject({
  kind: v.literal('officer-appointment'),
  person: personSchema,
  /** The post held until now, or kept. */
  currentTitle: v.optional(line(160)),
  title: v.optional(line(160)),
  capacity: v.optional(v.picklist(['acting', 'interim'])),
  ...dates,
  succeeds: v.optional(personSchema),
});

const listingTransfer = v.strictObject({
  kind: v.literal('listing-transfer'),
  from: v.optional(line(120)),
  to: v.optional(line(120)),
  ticker: v.optional(line(20)),
  ...dates,
});

const statement = v.strictObject({
  kind: v.literal('statement'),
  speaker: v.strictObject({
    ...personSchema.entries,
    /** The name by which the release quotes the speaker, where it is not the full name. */
    knownAs: v.optional(line(120)),
  }),
  title: v.optional(line(160)),
  paragraphs: v.pipe(v.array(line(2000)), v.minLength(1, 'must have a paragraph'), v.maxLength(6)),
});

/** One governance fact of a known kind. */
export const actSchema = v.variant('kind', [
  workforceReduction,
  officerDeparture,
  officerAppointment,
  listingTransfer,
  statement,
]);

export type ActKind = v.InferOutput<typeof actKind>;
export type Act = v.InferOutput<typeof actSchema>;
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;
export type Person = v.InferOutput<typeof personSchema>;
export type When = v.InferOutput<typeof when>;
