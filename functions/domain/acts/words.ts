import * as v from 'valibot';
import { formItem } from '../filing/form-item.ts';
import { line } from '../text.ts';
import { common, personSchema } from './common.ts';

/** Somebody's own words, quoted. */
export const statement = v.strictObject({
  kind: v.literal('statement'),
  speaker: v.strictObject({
    ...personSchema.entries,
    /** The name by which the release quotes the speaker, where it is not the full name. */
    knownAs: v.optional(line(120)),
  }),
  title: v.optional(line(160)),
  /** Whose officer the speaker is, where it is not the company's. */
  organization: v.optional(line(120)),
  paragraphs: v.pipe(v.array(line(2000)), v.minLength(1, 'must have a paragraph'), v.maxLength(6)),
});

/** What none of the other kinds can say, in the sender's own sentences, which need no details to follow them. */
export const other = v.strictObject({
  kind: v.literal('other'),
  /** What it is, for the headline, such as "Sale of Its Lens Business". */
  topic: v.optional(line(120)),
  paragraphs: v.pipe(v.array(line(2000)), v.minLength(1, 'must have a paragraph'), v.maxLength(12)),
  /** The item of Form 8-K that it comes under, such as 5.05. */
  item: v.optional(formItem),
  decided: common.decided,
  noticed: common.noticed,
  effective: common.effective,
});
