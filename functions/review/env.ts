import * as v from 'valibot';

/** Environment of review: the two buckets, the public address that a form must have come from, and the key of evidence. */
export const reviewEnv = v.object({
  LEDGER_BUCKET: v.string(),
  DESK_BUCKET: v.string(),
  BASE_URL: v.pipe(v.string(), v.url()),
  EVIDENCE_KEY: v.string(),
});
