import * as v from 'valibot';
import { mailFates } from './keys.ts';
import { instant, line, sha256Hex, slug } from './text.ts';

const draftNumber = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One approver's answer to one draft, bound to the SHA-256 of what was shown. */
export const decisionSchema = v.variant('decision', [
  v.strictObject({
    decision: v.literal('approve'),
    approver: slug,
    draft: draftNumber,
    sha256: sha256Hex,
    decidedAt: instant,
  }),
  v.strictObject({
    decision: v.literal('request-changes'),
    approver: slug,
    draft: draftNumber,
    sha256: sha256Hex,
    decidedAt: instant,
    reason: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
    /** The sections of the release that it is about; the whole release where there are none. */
    sections: v.optional(v.array(line(60))),
  }),
]);

/** One decision of a draft: its approver's, of this round; 0 is one that the draft has carried over from an earlier one. */
const decisionName = { approver: slug, round: v.pipe(v.number(), v.integer(), v.minValue(0)) };

/**
 * A step of a draft. Its steps are numbered, and each is put once: an approver takes a decision back, or those that stand by
 * then are counted and end the draft. Nothing follows `ended`: what was taken back is never counted, and until then each can
 * be taken back.
 */
export const stepSchema = v.variant('step', [
  v.strictObject({ step: v.literal('taken-back'), draft: draftNumber, ...decisionName, at: instant }),
  v.strictObject({
    step: v.literal('ended'),
    draft: draftNumber,
    /** `superseded`: for a draft that follows, and that the decisions are carried over to. */
    outcome: v.picklist(['approved', 'changes-requested', 'superseded']),
    by: line(300),
    counted: v.array(v.strictObject(decisionName)),
    at: instant,
  }),
]);

/** That somebody was shown a draft, and its SHA-256 then; by an approver's id, or `owner`. */
export const seenSchema = v.strictObject({
  reader: slug,
  draft: draftNumber,
  sha256: sha256Hex,
  at: instant,
});

/**
 * A step of a release's gate. Its steps are numbered, and each is put once: a release cannot be frozen and published at
 * the same time. `by` is an approver's id, `owner`, or whoever runs Gazette.
 */
export const gateSchema = v.variant('gate', [
  v.strictObject({ gate: v.literal('frozen'), by: line(60), at: instant }),
  v.strictObject({ gate: v.literal('thawed'), by: line(60), at: instant }),
  v.strictObject({ gate: v.literal('published'), draft: draftNumber, sha256: sha256Hex, at: instant }),
]);

/** That a reader says, once the gate has opened for publication, that somebody else acted in their name. It stops nothing. */
export const notMeSchema = v.strictObject({ by: slug, draft: draftNumber, at: instant });

/** The ways in which a draft can end. */
export const outcomes = [
  'approved',
  'changes-requested',
  'superseded',
  'expired',
  'withdrawn',
  'frozen',
] as const;

/** The one end of a draft, and what brought it about: an approver's id, or the event that a newer draft takes in. */
export const outcomeSchema = v.strictObject({
  outcome: v.picklist(outcomes),
  draft: draftNumber,
  sha256: sha256Hex,
  at: instant,
  by: line(300),
  /** The approvers whose decisions were counted; what was decided after the end counts for nothing. */
  counted: v.optional(v.array(slug), []),
});

/**
 * The kinds of mail about a draft: to approvers (`ask` to `link`), to whoever it concerns that it has ended (`outcome` to
 * `withdrawn`), and to the owner and whoever runs Gazette.
 */
export const draftMailKinds = [
  'drafted',
  'ask',
  'delegated',
  'reminder',
  'escalation',
  'receipt',
  'taken-back',
  'cooling',
  'code',
  'link',
  'outcome',
  'no-action',
  'published',
  'expired',
  'withdrawn',
  'changes-requested',
  'edit',
  'too-late',
  'late-edit',
  'at-risk',
  'frozen',
  'not-me',
] as const;

/** A mail about a draft that must be sent; it names whom by the id in the profile, and holds no address, token or code. */
export const draftMailSchema = v.strictObject({
  kind: v.picklist(draftMailKinds),
  draft: draftNumber,
  /** An approver's id; the company's owner where there is none. */
  approver: v.optional(slug),
  /** Where it goes to whoever runs Gazette, and to nobody of the company. */
  operations: v.optional(v.literal(true)),
  askedAt: instant,
});

/** A mail to whoever runs Gazette: so many releases began from a source that the further ones are held. */
const massChangeMailSchema = v.strictObject({
  kind: v.literal('mass-change'),
  source: slug,
  /** When the time began in which they are counted. */
  since: instant,
  askedAt: instant,
});

/** A mail that must be sent. */
export const mailSchema = v.variant('kind', [draftMailSchema, massChangeMailSchema]);

/**
 * That a release makes no draft of what was received until then, unless somebody says that it goes on: it began with too
 * many others of a source.
 */
export const heldSchema = v.strictObject({ source: slug, at: instant, until: instant });

/** What became of a mail: SES took it, or there was no longer a reason to send it. */
export const sentSchema = v.variant('result', [
  v.strictObject({ result: v.literal('sent'), messageId: line(300), at: instant }),
  v.strictObject({ result: v.literal('not-needed'), reason: line(), at: instant }),
]);

/** What SES told of a mail after it took it; of whom it was for, only the mail's own fact tells. */
export const mailFateSchema = v.strictObject({
  fate: v.picklist(mailFates),
  messageId: line(300),
  at: instant,
  /** In the words of SES: `Permanent/NoEmail`, or `MailboxFull` of a delay. */
  kind: v.optional(line(130)),
});

/** The manifest of a published release. */
export const publishedSchema = v.strictObject({
  release: line(200),
  draft: draftNumber,
  sha256: sha256Hex,
  publishedAt: instant,
  files: v.array(v.strictObject({ name: line(), bytes: v.number(), sha256: sha256Hex })),
  approvals: v.array(v.strictObject({ approver: slug, name: line(), title: line(), decidedAt: instant })),
});

export type Step = v.InferOutput<typeof stepSchema>;
export type EndStep = Extract<Step, { step: 'ended' }>;
export type Seen = v.InferOutput<typeof seenSchema>;
export type NotMe = v.InferOutput<typeof notMeSchema>;
export type Gate = v.InferOutput<typeof gateSchema>;
export type Decision = v.InferOutput<typeof decisionSchema>;
export type Outcome = v.InferOutput<typeof outcomeSchema>;
export type DraftMailKind = (typeof draftMailKinds)[number];
export type MailAsk = v.InferOutput<typeof draftMailSchema>;
export type MassChangeMail = v.InferOutput<typeof massChangeMailSchema>;
export type Held = v.InferOutput<typeof heldSchema>;
export type Sent = v.InferOutput<typeof sentSchema>;
export type MailFateFact = v.InferOutput<typeof mailFateSchema>;
export type Published = v.InferOutput<typeof publishedSchema>;
