import * as v from 'valibot';
import { line } from '../text.ts';
import { charge, clause, clauses, common, count, percent, saving, when } from './common.ts';

const charges = v.optional(v.pipe(v.array(charge), v.minLength(1), v.maxLength(8)));

const costs = {
  /** As it is printed at the end of the sentence, such as "because of lower orders for boilers". */
  reason: v.optional(clause),
  charges,
  saving: v.optional(saving),
  /** By when all is done. */
  completion: v.optional(when),
};

/** Fewer people work at a place or in the company. */
export const workforceReduction = v.strictObject({
  kind: v.literal('workforce-reduction'),
  /** The place as printed before "workforce", such as "Newark, New York", or "worldwide" for the whole company. */
  site: v.optional(line(120)),
  facility: v.optional(v.strictObject({ region: line(60), type: line(40) })),
  percent: v.optional(percent),
  positions: v.optional(count),
  /** What the company calls the measure, such as "restructuring". */
  program: v.optional(line(60)),
  /** Whether those concerned are to be called back. */
  temporary: v.optional(v.boolean()),
  ...common,
  ...costs,
});

/** A plant, an office or a line of business closes. */
export const facilityClosing = v.strictObject({
  kind: v.literal('facility-closing'),
  /** What closes, as it is printed after "its", such as "boiler plant in Erie, Pennsylvania". */
  facility: v.optional(line(160)),
  /** How many are eliminated. */
  positions: v.optional(count),
  /** Where the work goes, as it is printed after "to". */
  movesTo: v.optional(line(160)),
  ...common,
  ...costs,
});

/** A plan to change how the company works, with what it costs and saves. */
export const restructuring = v.strictObject({
  kind: v.literal('restructuring'),
  /** What the company calls it, without an article, such as "restructuring plan" or, where it is a name, "Focus 2027 plan". */
  program: v.optional(line(120)),
  /** What is done, each as it is printed after "to", such as "stop the development of Silverline". */
  measures: v.optional(clauses),
  positions: v.optional(count),
  percent: v.optional(percent),
  ...common,
  ...costs,
});
