import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { actKind } from './acts.ts';
import { localDate } from './dates.ts';
import { instant, sha256Hex, slug } from './text.ts';

const passage = v.strictObject({ heading: v.optional(v.string()), paragraphs: v.array(v.string()) });

/** What a release says, in order, before it is set as text or HTML. */
export const contentSchema = v.strictObject({
  exhibitLabel: v.string(),
  releaseLine: v.optional(v.string()),
  headline: v.string(),
  subheads: v.array(v.string()),
  paragraphs: v.array(v.string()),
  boilerplate: passage,
  safeHarbor: passage,
  contact: v.strictObject({ heading: v.string(), lines: v.array(v.string()) }),
  endMark: v.optional(v.string()),
  pageLine: v.boolean(),
});

/** A finding about a draft: an error keeps it from being approved, a warning is for the approvers to weigh. */
export const checkSchema = v.strictObject({
  id: v.string(),
  severity: v.picklist(['error', 'warning']),
  message: v.string(),
  /** Line of the text exhibit, from 1. */
  line: v.optional(v.number()),
});

/** A fact that the release needs and that nobody has sent. */
export const missingFactSchema = v.strictObject({ event: v.string(), kind: actKind, fact: v.string() });

const aboutAct = { kind: actKind, person: v.optional(v.string()) };

/** A date that an event gives to an act, in words, and where it comes from. */
export const shownDateSchema = v.strictObject({
  ...aboutAct,
  which: v.picklist(['decided', 'noticed', 'effective']),
  value: v.string(),
  /** Whether no day is known from it. */
  unclear: v.boolean(),
  events: v.array(v.string()),
  /** The sender's own words for where it stood, else the id of the source. */
  source: v.string(),
});

/** An act that several events tell of, and for each of its facts those that say it. */
export const evidenceSchema = v.strictObject({
  ...aboutAct,
  facts: v.array(v.strictObject({ fact: v.string(), events: v.array(v.string()) })),
});

const shown = {
  release: v.string(),
  draft: v.pipe(v.number(), v.integer(), v.minValue(1)),
  company: slug,
  createdAt: instant,
  announced: localDate,
  /** The events whose acts it announces or that it has taken account of, as `{source}~{id}`, sorted. */
  events: v.array(v.string()),
  content: contentSchema,
  text: v.string(),
  html: v.string(),
  missing: v.array(missingFactSchema),
  checks: v.array(checkSchema),
  dates: v.array(shownDateSchema),
  evidence: v.array(evidenceSchema),
  approvers: v.array(
    v.strictObject({
      id: slug,
      name: v.string(),
      title: v.string(),
      /** Why this approver is not asked: an act of the release is about them. */
      recused: v.optional(v.string()),
    }),
  ),
  /** The policy as it stood when the draft was made; `approvers` holds only those who may decide. */
  groups: v.array(
    v.strictObject({
      id: slug,
      name: v.string(),
      needed: v.number(),
      approvers: v.array(slug),
      recused: v.array(slug),
    }),
  ),
  /** Whether the release is about its owner, who then hears nothing of it. */
  ownerRecused: v.boolean(),
  decideBy: instant,
  remindAt: instant,
};

const unsealedSchema = v.strictObject(shown);

/** Version n of a release's text with everything that an approver sees, and the SHA-256 of all of it. */
export const draftSchema = v.strictObject({ ...shown, sha256: sha256Hex });

export type Content = v.InferOutput<typeof contentSchema>;
export type Check = v.InferOutput<typeof checkSchema>;
export type ShownDate = v.InferOutput<typeof shownDateSchema>;
export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type MissingFact = v.InferOutput<typeof missingFactSchema>;
export type Draft = v.InferOutput<typeof draftSchema>;
export type UnsealedDraft = v.InferOutput<typeof unsealedSchema>;

/** SHA-256 in hexadecimal over everything that a draft shows; the order of its fields is the schema's. */
export const digestOf = (draft: UnsealedDraft): string => {
  const fields = v.parse(v.object(shown), draft);
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
};

/** Adds the digest to a draft. */
export const seal = (draft: UnsealedDraft): Draft => ({ ...draft, sha256: digestOf(draft) });

/** Whether nothing in the draft itself keeps it from being approved. */
export const isApprovable = (draft: Pick<Draft, 'checks'>): boolean =>
  draft.checks.every(({ severity }) => severity !== 'error');
