import * as v from 'valibot';
import { slug } from '../domain/text.ts';

/** A source: which signature scheme it uses, how far its clock may be off, and the companies it may speak for. */
export const sourceSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  scheme: v.picklist(['standard-webhooks']),
  toleranceSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3600)), 300),
  companies: v.pipe(v.array(slug), v.minLength(1, 'must name at least one company')),
});

/** `config/sources.json`: the sources by id. */
export const sourcesSchema = v.record(slug, sourceSchema);

export type Source = v.InferOutput<typeof sourceSchema>;
