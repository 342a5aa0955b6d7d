import { officerById, type Roster } from '../domain/officers.ts';
import { Problem } from '../domain/problem.ts';
import type { Log } from '../ports/log.ts';
import { type Lookup, LookupFailedError } from '../ports/lookup.ts';
import type { DeliveryContext, Ignored, MappedEvent } from '../sources/mapping.ts';
import type { MappedSource, ReceivedEvent } from './reading.ts';

const unavailable = (cause: LookupFailedError): Problem =>
  new Problem(
    503,
    'unavailable',
    'The system that sent this cannot be asked',
    cause.reason === 'no-key'
      ? 'Gazette has no key to ask it: tell whoever runs Gazette, and send the event again when there is one.'
      : 'Send the event again in a while.',
    { headers: { 'retry-after': '30' }, cause },
  );

/**
 * Asks the system of a source about the person of an event that says only that something has changed, where it is
 * configured. An officer's event goes on without an answer, and what is missing is asked of people; whether anybody else
 * holds an office cannot be told without, and so the sender is to try again. Where the system knows nobody by the id, no
 * other try will tell more: the event goes on as it came. ADR 4.
 */
export const lookedUp = async (
  ports: { lookup: Lookup; now: () => Date; log: Log },
  { source, mapping }: Pick<MappedSource, 'source' | 'mapping'>,
  roster: Roster,
  event: MappedEvent,
  context: DeliveryContext,
): Promise<{ read: MappedEvent | Ignored; lookup?: ReceivedEvent['lookup'] }> => {
  const { lookup: person, acts, retracts } = event;
  if (person === undefined || source.lookup === undefined || mapping.resolve === undefined)
    return { read: event };
  try {
    const facts = await ports.lookup(roster.source, person);
    if (facts === undefined) {
      ports.log('WARN', 'LOOKUP_KNOWS_NOBODY', { source: roster.source });
      return { read: event };
    }
    const lookup = { at: ports.now().toISOString(), system: source.lookup.kind };
    return { read: mapping.resolve(event, facts, context), lookup };
  } catch (error) {
    if (!(error instanceof LookupFailedError)) throw error;
    const canDoWithout = officerById(person, roster) !== undefined && acts.length + retracts.length > 0;
    const fields = { source: roster.source, reason: error.reason };
    ports.log(canDoWithout ? 'WARN' : 'ERROR', 'LOOKUP_FAILED', fields);
    if (canDoWithout) return { read: event };
    throw unavailable(error);
  }
};
