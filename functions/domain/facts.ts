import * as v from 'valibot';
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
  }),
]);

/** The one end of a draft, and what brought it about: an approver's id, or the event that a newer draft takes in. */
export const outcomeSchema = v.strictObject({
  outcome: v.picklist(['approved', 'changes-requested', 'superseded', 'expired', 'withdrawn']),
  draft: draftNumber,
  sha256: sha256Hex,
  at: instant,
  by: line(300),
  /** The approvers whose decisions were counted; what was decided after the end counts for nothing. */
  counted: v.optional(v.array(slug), []),
});

/** A mail about a draft that must be sent; it names whom by the id in the profile, and holds no address, token or code. */
export const draftMailSchema = v.strictObject({
  kind: v.picklist(['ask', 'code', 'reminder', 'changes-requested', 'published', 'too-late', 'withdrawn']),
  draft: draftNumber,
  /** An approver's id; the company's owner where there is none. */
  approver: v.optional(slug),
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

/** The manifest of a published release. */
export const publishedSchema = v.strictObject({
  release: line(200),
  draft: draftNumber,
  sha256: sha256Hex,
  publishedAt: instant,
  files: v.array(v.strictObject({ name: line(), bytes: v.number(), sha256: sha256Hex })),
  approvals: v.array(v.strictObject({ approver: slug, name: line(), title: line(), decidedAt: instant })),
});

export type Decision = v.InferOutput<typeof decisionSchema>;
export type Outcome = v.InferOutput<typeof outcomeSchema>;
export type MailAsk = v.InferOutput<typeof draftMailSchema>;
export type MassChangeMail = v.InferOutput<typeof massChangeMailSchema>;
export type Held = v.InferOutput<typeof heldSchema>;
export type Sent = v.InferOutput<typeof sentSchema>;
export type Published = v.InferOutput<typeof publishedSchema>;
