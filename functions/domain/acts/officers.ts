import * as v from 'valibot';
import { localDate } from '../dates.ts';
import { line } from '../text.ts';
import { clause, common, introducedPerson, personSchema, when } from './common.ts';

const consulting = v.strictObject({
  until: v.optional(localDate),
  /** What they are called meanwhile, such as "senior adviser". */
  title: v.optional(line(120)),
});

/** An officer leaves an office. */
export const officerDeparture = v.strictObject({
  kind: v.literal('officer-departure'),
  /** Left out where the company does not name the person; the title then says who it is. */
  person: v.optional(personSchema),
  title: v.optional(line(160)),
  /** `not-returning` is said of somebody who has been away, such as on leave. */
  manner: v.picklist([
    'left',
    'resigned',
    'retired',
    'stepped-down',
    'not-returning',
    'terminated',
    'removed',
  ]),
  /** Whether a termination was for cause. */
  cause: v.optional(v.picklist(['with', 'without'])),
  ...common,
  /** The last day of work, where it is another than that on which the office ends. */
  lastDay: v.optional(when),
  reason: v.optional(clause),
  /** As it is printed after "after", such as "five years with the company". */
  tenure: v.optional(line(120)),
  /** What the person keeps or becomes, as it is printed after "will remain". */
  keeps: v.optional(line(160)),
  /** True where the person leaves the board of directors too. */
  leavesBoard: v.optional(v.boolean()),
  /** Whether a disagreement with the company led to it. */
  disagreement: v.optional(v.boolean()),
  consulting: v.optional(consulting),
  /** True where the company has begun to look for a successor. */
  search: v.optional(v.boolean()),
});

/** A person takes an office, moves to another, is confirmed in one, or goes on in it. */
export const officerAppointment = v.strictObject({
  kind: v.literal('officer-appointment'),
  person: introducedPerson,
  manner: v.optional(v.picklist(['appointed', 'promoted', 'reappointed', 'made-permanent', 'continues'])),
  /** The post held until now, or kept. */
  currentTitle: v.optional(line(160)),
  title: v.optional(line(160)),
  capacity: v.optional(v.picklist(['acting', 'interim'])),
  ...common,
  /** On what it depends, as it is printed after "subject to". */
  subjectTo: v.optional(clause),
  succeeds: v.optional(personSchema),
  /** What the person keeps besides, as it is printed after "continues as". */
  keeps: v.optional(line(160)),
  /** To whom the person reports, as it is printed. */
  reportsTo: v.optional(line(160)),
  /** As it is printed after "for a term of", such as "twelve months". */
  term: v.optional(line(80)),
  /** As it is printed after "until", such as "a successor is appointed". */
  until: v.optional(line(160)),
  /** Posts that follow, each from its day on. */
  stages: v.optional(
    v.pipe(v.array(v.strictObject({ title: line(160), effective: when })), v.minLength(1), v.maxLength(4)),
  ),
});

/** A person who held or had held an office has died. */
export const death = v.strictObject({
  kind: v.literal('death'),
  person: v.strictObject({ ...personSchema.entries, age: introducedPerson.entries.age }),
  /** The office, present or former, as it is printed before the name. */
  title: v.optional(line(160)),
  ...common,
  /** Who takes over meanwhile, in a sentence. */
  cover: v.optional(line(400)),
});
