import * as v from 'valibot';

/** Environment of hear: the two buckets. */
export const hearEnv = v.object({ LEDGER_BUCKET: v.string(), DESK_BUCKET: v.string() });
