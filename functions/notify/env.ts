import * as v from 'valibot';

/**
 * Environment of notify: the two buckets, the public address that links start with, how SES sends, and where whoever runs
 * Gazette is mailed.
 */
export const notifyEnv = v.object({
  LEDGER_BUCKET: v.string(),
  DESK_BUCKET: v.string(),
  BASE_URL: v.pipe(v.string(), v.url()),
  MAIL_FROM: v.string(),
  MAIL_CONFIGURATION_SET: v.string(),
  OPERATIONS_EMAIL: v.string(),
});
