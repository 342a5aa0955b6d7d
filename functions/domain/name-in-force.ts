import type { Act, ActOf } from './acts.ts';
import { whenParts } from './when.ts';

/** A change of name that has taken effect by a day, `YYYY-MM-DD`, and to which name. */
export const nameInForce = (
  act: Act,
  day: string,
): { to: string; from: string | undefined; since: string } | undefined => {
  if (act.kind !== 'name-change' || act.to === undefined || act.subjectTo !== undefined) return undefined;
  const { to, from, effective }: ActOf<'name-change'> = act;
  const since = whenParts(effective).date;
  return to === undefined || since === undefined || since > day ? undefined : { to, from, since };
};
