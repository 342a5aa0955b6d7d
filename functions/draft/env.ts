import * as v from 'valibot';

const number = v.pipe(v.string(), v.regex(/^[1-9]\d*$/, 'must be a whole number'), v.transform(Number));

/** Environment of draft: the two buckets, and how many releases of one source may begin within so many minutes. */
export const draftEnv = v.object({
  LEDGER_BUCKET: v.string(),
  DESK_BUCKET: v.string(),
  MASS_CHANGE_RELEASES: number,
  MASS_CHANGE_MINUTES: number,
});
