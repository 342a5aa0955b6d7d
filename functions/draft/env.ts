import * as v from 'valibot';

/** Environment of draft: the two buckets. */
export const draftEnv = v.object({
  LEDGER_BUCKET: v.string(),
  DESK_BUCKET: v.string(),
});
