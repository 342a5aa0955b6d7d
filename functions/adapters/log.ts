import type { Log } from '../ports/log.ts';

/** Writes to the standard output, which Lambda keeps in the function's log group. */
export const log: Log = (level, code, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, code, ...fields })}\n`);
};
