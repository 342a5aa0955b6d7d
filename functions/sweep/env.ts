import * as v from 'valibot';

/** Environment of sweep: the two buckets, and the queues that it puts lost work back on. */
export const sweepEnv = v.object({
  LEDGER_BUCKET: v.string(),
  DESK_BUCKET: v.string(),
  DRAFT_QUEUE_URL: v.string(),
  NOTIFY_QUEUE_URL: v.string(),
  PUBLISH_QUEUE_URL: v.string(),
});
