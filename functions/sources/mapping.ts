import type { ActOf } from '../domain/acts.ts';

/** A person as a system names them: by an id of its own, by name, or by both. */
export interface NamedPerson {
  id?: string;
  name?: string;
}

type Named<A> = Omit<A, 'person'> & { person: NamedPerson };

/** An act whose person is yet to be found in the company's profile. */
export type MappedAct = Named<ActOf<'officer-departure'>> | Named<ActOf<'officer-appointment'>>;

/** What a mapping keeps of a delivery: nothing that it does not name leaves it. */
export interface MappedEvent {
  outcome: 'event';
  /** What identifies the happening, from the signed body; the delivery's own id where the body has none. */
  id?: string;
  /** When it happened, as an instant in UTC; the time of receipt where the body has none that is clear. */
  time?: string;
  /** The customer, in the system's own words, that the delivery is about. */
  tenant?: string;
  /** The release it belongs to, where the system can say; otherwise the person whom it is about. */
  subject?: string;
  acts: readonly MappedAct[];
  /** Acts of a person that are off. */
  retracts: readonly { kind: MappedAct['kind']; person: NamedPerson }[];
  /** The id of the person about whom the system can be asked, where the delivery says only that something has changed. */
  lookup?: string;
}

/** A delivery that is fit to be heard and that announces nothing, such as a test. */
export interface Ignored {
  outcome: 'ignored';
  reason: 'test' | 'no-governance-event';
}

/** What a system answers when it is asked about a person; each as the system writes it. */
export interface PersonFacts {
  name?: string;
  title?: string;
  /** Whether they still work there. */
  active?: boolean;
  terminated?: string;
  hired?: string;
}

/** How the deliveries of a system are read. */
export interface Mapping {
  /**
   * Reads the body of a verified delivery, parsed from JSON or a form. Throws `Problem` (422) where it is not as the
   * system writes it; keeps nothing but what `MappedEvent` names.
   */
  read(body: object, context: { receivedAt: Date }): MappedEvent | Ignored;
  /** Puts what a lookup has answered into an event that asked for one. */
  resolve?(event: MappedEvent, facts: PersonFacts): MappedEvent | Ignored;
}
