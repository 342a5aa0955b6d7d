import { isDeepStrictEqual } from 'node:util';
import { type EventFact, eventFactSchema } from '../domain/event.ts';
import { keys } from '../domain/keys.ts';
import { Problem } from '../domain/problem.ts';
import { releaseMark } from '../domain/release.ts';
import { type Ledger, putFact, readRequiredFact } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';

const conflict = (): Problem =>
  new Problem(
    409,
    'event-id-taken',
    'An event with this id says something else',
    'Give a corrected event an id of its own and name the earlier one in data.replaces.',
  );

/**
 * Whether two facts are one event: of the same bytes, whatever the profile or a system that was asked has made of them
 * since; or of others that say the same of the same matter, as a retry may count itself.
 */
const saysTheSame = (a: EventFact, b: EventFact): boolean =>
  a.proof.bodySha256 === b.proof.bodySha256 || (a.subject === b.subject && isDeepStrictEqual(a.data, b.data));

/** Records an event; an id that is known for another one is refused, because an id names one event for good. */
export const record = async (
  { ledger, log }: { ledger: Pick<Ledger, 'put' | 'get'>; log: Log },
  fact: EventFact,
): Promise<'recorded' | 'known'> => {
  const key = keys.event(fact.release, fact.source, fact.id);
  if ((await putFact(ledger, key, fact)) === 'written') return 'recorded';
  const earlier = await readRequiredFact(ledger, key, eventFactSchema);
  if (saysTheSame(earlier, fact)) return 'known';
  // Both are proven to be the source's: it is broken, or somebody else has its secret. An alarm counts this code.
  log('ERROR', 'EVENT_ID_CONFLICT', { source: fact.source, release: releaseMark(fact.release) });
  throw conflict();
};
