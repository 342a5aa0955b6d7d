import * as v from 'valibot';
import { actKind } from './acts.ts';
import { localDate } from './dates.ts';
import { draftEditsSchema } from './desk-edits/desk-edits.ts';
import { sha256Of } from './digest.ts';
import { decisionSchema } from './facts.ts';
import { disclosureSchema } from './filing/disclosure.ts';
import { sectionNames, wireNames } from './house-styles.ts';
import { instant, sha256Hex, slug } from './text.ts';

const table = v.strictObject({
  caption: v.optional(v.string()),
  columns: v.array(v.string()),
  rows: v.array(v.array(v.string())),
});

/** A paragraph, or a table between paragraphs. */
const block = v.union([v.string(), table]);

/** A part of a release; `lines` are set close, as a contact's are. */
const section = v.strictObject({
  name: v.picklist(sectionNames),
  heading: v.optional(v.string()),
  blocks: v.array(block),
  lines: v.array(v.string()),
});

/** What a release says, in order, before it is set as text or HTML. */
const contentSchema = v.strictObject({
  exhibitLabel: v.string(),
  releaseLine: v.optional(v.string()),
  /** What stands above the headline. */
  above: v.array(section),
  headline: v.string(),
  subheads: v.array(v.string()),
  sections: v.array(section),
  endMark: v.optional(v.string()),
  pageLine: v.boolean(),
});

/** A finding about a draft: an error keeps it from being approved, a warning is for the approvers to weigh. */
const checkSchema = v.strictObject({
  id: v.string(),
  severity: v.picklist(['error', 'warning']),
  message: v.string(),
  /** Line of the text exhibit, from 1. */
  line: v.optional(v.number()),
});

/** A fact that the release needs and that nobody has sent. */
const missingFactSchema = v.strictObject({
  event: v.string(),
  kind: actKind,
  /** Which of the event's acts lacks it, from 0. */
  act: v.number(),
  fact: v.string(),
  /** Where in the act it would stand, such as `meeting.date`; what has no such place is given in words. */
  path: v.optional(v.string()),
});

const aboutAct = { kind: actKind, person: v.optional(v.string()) };

/** A date that an event gives to an act, in words, and where it comes from. */
const shownDateSchema = v.strictObject({
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
const evidenceSchema = v.strictObject({
  ...aboutAct,
  facts: v.array(v.strictObject({ fact: v.string(), events: v.array(v.string()) })),
});

/** A fact that was sent and that the release does not print. */
const unusedFactSchema = v.strictObject({
  event: v.string(),
  kind: actKind,
  fact: v.string(),
  value: v.string(),
  reason: v.string(),
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
  /** The release as each wire of the profile sets it. */
  wires: v.array(v.strictObject({ wire: v.picklist(wireNames), text: v.string() })),
  /** The Form 8-K that the release may go with, as HTML; a draft for counsel. */
  form8k: v.string(),
  missing: v.array(missingFactSchema),
  /** What editors have changed in it, and what they can. */
  edits: draftEditsSchema,
  unused: v.array(unusedFactSchema),
  disclosure: disclosureSchema,
  checks: v.array(checkSchema),
  dates: v.array(shownDateSchema),
  evidence: v.array(evidenceSchema),
  approvers: v.array(
    v.strictObject({
      id: slug,
      name: v.string(),
      title: v.string(),
      /** Why this approver is neither asked nor mailed: an act of the release is about them. */
      recused: v.optional(v.string()),
      /** Whether they have changed this draft, and so do not approve it. */
      changed: v.optional(v.literal(true)),
      /** Whether they may supply facts and edit the wording. */
      editor: v.optional(v.literal(true)),
    }),
  ),
  /** The policy as it stood when the draft was made; `approvers` holds only those who may decide, `recused` the others. */
  groups: v.array(
    v.strictObject({
      id: slug,
      name: v.string(),
      needed: v.number(),
      stage: v.number(),
      approvers: v.array(slug),
      required: v.array(slug),
      recused: v.array(slug),
    }),
  ),
  /**
   * Who is away while the draft can be decided on, and who is asked instead from when to when. Either may decide in that time,
   * and both together count once; `until` is the last day on which they are away.
   */
  delegations: v.array(
    v.strictObject({ approver: slug, delegate: slug, begins: instant, ends: instant, until: localDate }),
  ),
  /** Decisions on an earlier draft that hold for this one, as the two differ in the layout only. */
  carried: v.array(decisionSchema),
  /** Whether the release is about its owner, who then hears nothing of it. */
  ownerRecused: v.boolean(),
  decideBy: instant,
  /** When those who are awaited are reminded, in order; at night it waits for the morning. */
  remindAt: v.array(instant),
  escalateAt: instant,
  /** When it can no longer be approved. */
  expiresAt: instant,
  coolingOffMinutes: v.number(),
};

const unsealedSchema = v.strictObject(shown);

/** Version n of a release's text with everything that an approver sees, and the SHA-256 of all of it. */
export const draftSchema = v.strictObject({ ...shown, sha256: sha256Hex });

export type Content = v.InferOutput<typeof contentSchema>;
export type Section = v.InferOutput<typeof section>;
export type Block = v.InferOutput<typeof block>;
export type Table = v.InferOutput<typeof table>;
export type WireText = Draft['wires'][number];
export type Check = v.InferOutput<typeof checkSchema>;
export type ShownDate = v.InferOutput<typeof shownDateSchema>;
export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type UnusedFact = v.InferOutput<typeof unusedFactSchema>;
export type MissingFact = v.InferOutput<typeof missingFactSchema>;
export type Draft = v.InferOutput<typeof draftSchema>;
export type UnsealedDraft = v.InferOutput<typeof unsealedSchema>;

/** SHA-256 in hexadecimal over everything that a draft shows; the order of its fields is the schema's. */
export const digestOf = (draft: UnsealedDraft): string => {
  const fields = v.parse(v.object(shown), draft);
  return sha256Of(JSON.stringify(fields));
};

/** Adds the digest to a draft. */
export const seal = (draft: UnsealedDraft): Draft => ({ ...draft, sha256: digestOf(draft) });

/** Whether nothing in the draft itself keeps it from being approved. */
export const isApprovable = (draft: Pick<Draft, 'checks'>): boolean =>
  draft.checks.every(({ severity }) => severity !== 'error');
