import * as v from 'valibot';
import { clearDate, localDate } from '../dates.ts';
import { line } from '../text.ts';

/** A person whom an act is about. */
export const personSchema = v.strictObject({
  /** The id in the company's profile, of an officer or an approver. */
  id: v.optional(line(80)),
  name: line(120),
  /** Printed before the family name where it is repeated; never guessed. */
  honorific: v.optional(v.picklist(['Mr.', 'Ms.', 'Mrs.', 'Mx.', 'Dr.'])),
  familyName: v.optional(line(80)),
});

const degree = v.strictObject({
  /** As it is printed after "holds", such as "a master's degree". */
  degree: line(120),
  field: v.optional(line(120)),
  school: v.optional(line(120)),
});

/** A person who is introduced to the reader. */
export const introducedPerson = v.strictObject({
  ...personSchema.entries,
  age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(18), v.maxValue(120))),
  /** Paragraphs of the sender's own words, newest post first. */
  biography: v.optional(v.pipe(v.array(line(2000)), v.minLength(1), v.maxLength(6))),
  degrees: v.optional(v.pipe(v.array(degree), v.minLength(1), v.maxLength(6))),
});

/** Where a date comes from, such as "completedDateTime of the envelope". */
const source = v.optional(line(120));

const dated = v.strictObject({ date: localDate, phrase: v.optional(line(80)), source });

const anyWhen = v.union(
  [
    localDate,
    dated,
    /** Where the words have no day: whether it is to come; without that, it is asked for. */
    v.strictObject({ phrase: line(80), future: v.optional(v.boolean()), source }),
    v.strictObject({ asSent: line(80), source }),
  ],
  'must be a day such as 2002-06-05, or an object with date, phrase or asSent',
);

/**
 * A day, or the sender's own words for it, or both; the words are printed and the day is kept. What is no clear day,
 * such as `05/06/2026`, is kept as it was sent and asked about, never guessed. The common forms are told apart at once,
 * because to try one after the other takes most of the time of an event with many acts.
 */
export const when = v.lazy((input): typeof clearDate | typeof dated | typeof anyWhen => {
  if (typeof input === 'string') return clearDate;
  return typeof input === 'object' && input !== null && 'date' in input && !('asSent' in input)
    ? dated
    : anyWhen;
});

/** What every act may have: its three dates, and sentences of the sender's own that follow the act's. */
export const common = {
  /** When the company decided. */
  decided: v.optional(when),
  /** When the company was told. */
  noticed: v.optional(when),
  /** When the act takes effect. */
  effective: v.optional(when),
  details: v.optional(v.pipe(v.array(line(1000)), v.minLength(1), v.maxLength(12))),
};

const qualifiers = ['about', 'up to', 'more than', 'at least', 'less than'] as const;
const qualifier = v.optional(v.picklist(qualifiers));
const orQualified = `; qualifier may be ${qualifiers.join(', ')}`;
const currency = v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be a currency such as USD')));
const positive = v.pipe(v.number(), v.gtValue(0, 'must be more than 0'));
const whole = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0));

/** Money: a number of US dollars; or with a currency, a qualifier or both ends of a range; or the sender's own words. */
export const money = v.union(
  [
    positive,
    v.strictObject({ amount: positive, currency, qualifier }),
    v.strictObject({ from: positive, to: positive, currency, qualifier }),
    v.strictObject({ phrase: line(120) }),
  ],
  `must be a number of US dollars, or an object with amount, with from and to, or with phrase${orQualified}`,
);

/** How many: a whole number, one with a qualifier, a range, or the sender's own words. */
export const count = v.union(
  [
    whole,
    v.strictObject({ count: whole, qualifier }),
    v.strictObject({ from: whole, to: whole, qualifier }),
    v.strictObject({ phrase: line(120) }),
  ],
  `must be a whole number, or an object with count, with from and to, or with phrase${orQualified}`,
);

/** A share of a hundred, with a qualifier where it is not exact. */
export const percent = v.union(
  [
    v.pipe(positive, v.maxValue(1000)),
    v.strictObject({ percent: v.pipe(positive, v.maxValue(1000)), qualifier }),
  ],
  `must be a percentage such as 35, or an object with percent and qualifier${orQualified}`,
);

/** A clause that may be published, such as "electing not to continue in management". */
export const clause = line(400);

/** Clauses, each printed as an item of one list. */
export const clauses = v.pipe(v.array(clause), v.minLength(1), v.maxLength(12));

/** What a measure costs, and when that is recorded. */
export const charge = v.strictObject({
  amount: money,
  /** As it is printed after "in", such as "the quarter ended March 31, 2005". */
  period: v.optional(line(120)),
  /** As it is printed after "for", such as "severance and other costs". */
  for: v.optional(line(200)),
  perShare: v.optional(money),
  cash: v.optional(money),
  /** True where it stands in the books already; else the company expects to record it. */
  recorded: v.optional(v.boolean()),
});

/** What a measure saves. */
export const saving = v.strictObject({
  amount: money,
  /** As it is printed after the amount, such as "annually" or "in fiscal 2027". */
  period: v.optional(line(120)),
});

/** A meeting of shareholders. */
export const meeting = v.strictObject({
  /** As it is printed before "meeting of shareholders", such as "2026 annual". */
  type: line(60),
  date: v.optional(localDate),
});

/** A committee of the board, without the word "Committee", and the role on it. */
export const committee = v.strictObject({
  name: line(120),
  role: v.optional(v.picklist(['member', 'chair'])),
});

export type Person = v.InferOutput<typeof personSchema>;
export type IntroducedPerson = v.InferOutput<typeof introducedPerson>;
export type When = v.InferOutput<typeof when>;
export type Money = v.InferOutput<typeof money>;
export type Count = v.InferOutput<typeof count>;
export type Percent = v.InferOutput<typeof percent>;
export type Charge = v.InferOutput<typeof charge>;
export type Meeting = v.InferOutput<typeof meeting>;
export type Committee = v.InferOutput<typeof committee>;
