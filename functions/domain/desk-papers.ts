import * as v from 'valibot';
import { instant, sha256Hex, slug } from './text.ts';

/** What a mailed link opens, for whom, and until when; it lies under the hash of the link's token. */
export const linkSchema = v.strictObject({
  release: v.string(),
  draft: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** An approver's id, or `owner`. */
  approver: slug,
  /** A link that was mailed before its release was frozen opens nothing any more. */
  mintedAt: instant,
  /** What its mail said that it needs, besides itself. */
  stepUp: v.picklist(['code', 'link']),
  expiresAt: instant,
  /** Whether it was minted for the owner of a frozen release, to read why while it is. */
  whileFrozen: v.optional(v.literal(true)),
});

/** That a code or a link was asked for, when, and by which link: SHA-256 of its token. */
export const claimSchema = v.strictObject({ askedAt: instant, link: sha256Hex });

/** A mailed code, hashed with its salt. */
export const codeSchema = v.strictObject({ salt: v.string(), hash: sha256Hex, expiresAt: instant });

/** That somebody who held a link typed the code that was mailed for it; good for that link alone. */
export const sessionSchema = v.strictObject({
  release: v.string(),
  approver: slug,
  /** SHA-256 of the link's token. */
  link: sha256Hex,
  expiresAt: instant,
});

/** Which mail of a release a message was. */
export const messageSchema = v.strictObject({ release: v.string(), mail: v.string() });

/** Which release carries the mail about a mass change. */
export const digestSchema = v.strictObject({ release: v.string() });

export type Link = v.InferOutput<typeof linkSchema>;
export type CodePaper = v.InferOutput<typeof codeSchema>;
export type Message = v.InferOutput<typeof messageSchema>;
export type Session = v.InferOutput<typeof sessionSchema>;
