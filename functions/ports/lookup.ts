import type { PersonFacts } from '../sources/mapping.ts';

/**
 * Asks the system of a source about a person whom it names by an id of its own; undefined where it knows nobody by that
 * id, now or later. Throws LookupFailedError.
 */
export type Lookup = (source: string, personId: string) => Promise<PersonFacts | undefined>;

/** A system could not be asked about a person, or gave no answer that can be used; `reason` is a word for logs. */
export class LookupFailedError extends Error {
  override readonly name = 'LookupFailedError';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super('The system of a source could not be asked about a person', options);
    this.reason = reason;
  }
}
