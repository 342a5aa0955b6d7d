import * as v from 'valibot';
import { actKind } from '../acts.ts';
import { localDate } from '../dates.ts';
import { ordinal } from '../ordinal.ts';
import { instant, line, sha256Hex, slug } from '../text.ts';

/** The source of the events that editors make on Gazette's own pages; no source of a configuration may be called so. */
export const deskSource = 'desk';

/** The id of the one event that may be made on a draft: two editors cannot both change it, and a form posted twice is one. */
export const deskEventId = (draft: number): string => ordinal(draft);

/** The most characters of a paragraph, and of a note. */
export const wordingLimits = { paragraph: 4000, note: 1000 } as const;

const eventName = line(200);
const actIndex = v.pipe(v.number(), v.integer(), v.minValue(0));
const plain = v.union([v.string(), v.number(), v.boolean()]);

/** A value of a field of an act; that it is one is checked by the act's own schema. */
const factValue = v.union([plain, v.array(v.string()), v.record(v.string(), plain)]);

/** A fact for an act of an event, at its place in the act. */
const suppliedFact = v.strictObject({
  event: eventName,
  /** Which of the event's acts it is, from 0. */
  act: actIndex,
  path: v.pipe(v.string(), v.regex(/^[a-zA-Z]+(\.([a-zA-Z]+|\d{1,3}))*$/, 'must be a place in an act')),
  /** What was asked for, in words. */
  fact: line(600),
  value: factValue,
  /** The same as it was typed. */
  entered: v.pipe(v.string(), v.minLength(1), v.maxLength(wordingLimits.paragraph)),
});

/** Words in the place of the mark of a fact that has no place in its act. */
const suppliedWords = v.strictObject({
  event: eventName,
  act: actIndex,
  fact: line(600),
  words: line(wordingLimits.paragraph),
});

/**
 * A place of a release whose wording can be edited: `headline`, `subheads`, `dateline`, the second paragraph of the news
 * `news.1`, a heading `safe-harbor.heading`, the lines of the contact `contact.lines`.
 */
const wordingPlace = v.pipe(
  v.string(),
  v.regex(/^(headline|subheads|dateline|[a-z-]+\.(\d{1,3}|heading|lines))$/, 'must be a place of a release'),
);

/** Words in the place of those that were composed. */
const wording = v.strictObject({
  place: wordingPlace,
  /** SHA-256 of the composed words that it takes the place of. */
  replaces: sha256Hex,
  /** Paragraphs, or lines; none where the place is left out. */
  text: v.pipe(v.array(line(wordingLimits.paragraph)), v.maxLength(60)),
});

/** What an editor has done to a draft, bound to the SHA-256 of what was shown. */
export const deskSchema = v.strictObject({
  /** An approver's id, or `owner`. */
  by: slug,
  draft: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: sha256Hex,
  /** The events of that draft: what is supplied takes the place of whatever these said there. */
  seen: v.array(eventName),
  facts: v.pipe(v.array(v.union([suppliedFact, suppliedWords])), v.maxLength(400)),
  wording: v.pipe(v.array(wording), v.maxLength(400)),
  /** The day that the release is to bear, in place of what those events said. */
  announce: v.optional(localDate),
  /** Earlier edits that no longer fit what is composed, and that are given up. */
  givenUp: v.array(v.strictObject({ event: eventName, place: wordingPlace })),
  /** Whether the same text is put before everyone anew. */
  renews: v.optional(v.literal(true)),
  /** Why, for those who are asked. */
  note: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(wordingLimits.note))),
});

/** What a draft says of the changes by editors that it holds. */
export const draftEditsSchema = v.strictObject({
  /** Every place whose wording can be edited, with what the events and the profile say there. */
  places: v.array(
    v.strictObject({
      place: wordingPlace,
      form: v.picklist(['line', 'lines', 'paragraphs']),
      text: v.array(v.string()),
    }),
  ),
  wording: v.array(
    v.strictObject({
      place: wordingPlace,
      event: v.string(),
      by: slug,
      at: instant,
      /** What the events and the profile say in its place now. */
      composed: v.array(v.string()),
      text: v.array(v.string()),
      /** False where that has changed since the edit, which then does not stand. */
      stands: v.boolean(),
    }),
  ),
  facts: v.array(
    v.strictObject({
      /** The event that supplied it. */
      event: v.string(),
      by: slug,
      at: instant,
      /** The event that lacked it, and which of its acts, from 0. */
      of: v.string(),
      act: v.number(),
      /** Absent where the act is no longer told. */
      kind: v.optional(actKind),
      fact: v.string(),
      path: v.optional(v.string()),
      value: v.string(),
      /** False where the act is no longer told, or no longer takes it. */
      stands: v.boolean(),
    }),
  ),
  /** The day of the release, where an editor has set it; false where an event has said otherwise since. */
  day: v.optional(
    v.strictObject({ event: v.string(), by: slug, at: instant, day: localDate, stands: v.boolean() }),
  ),
  notes: v.array(v.strictObject({ event: v.string(), by: slug, at: instant, note: v.string() })),
});

export type Desk = v.InferOutput<typeof deskSchema>;
export type SuppliedFact = v.InferOutput<typeof suppliedFact>;
export type SuppliedWords = v.InferOutput<typeof suppliedWords>;
export type Wording = v.InferOutput<typeof wording>;
export type DraftEdits = v.InferOutput<typeof draftEditsSchema>;
