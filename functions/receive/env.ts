import * as v from 'valibot';

/** Environment of receive: where events go, and the secret of each source by source id (ARNs, as JSON). */
export const receiveEnv = v.object({
  LEDGER_BUCKET: v.string(),
  SOURCE_SECRETS: v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string())),
  DEVELOPMENT_SECRETS: v.picklist(['accepted', 'refused']),
});
