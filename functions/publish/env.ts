import * as v from 'valibot';

/** Environment of publish: the ledger. */
export const publishEnv = v.object({
  LEDGER_BUCKET: v.string(),
});
