import type { ActOf } from '../domain/acts.ts';

/** A person as a system names them: by an id of its own, by name, or by both. */
export interface NamedPerson {
  id?: string;
  name?: string;
}

/**
 * A date and the words for where it stands in a delivery: a day; an instant, whose day depends on the company's time zone;
 * or what is no clear day, as it was sent.
 */
export type MappedWhen = { source: string } & ({ date: string } | { instant: string } | { asSent: string });

type DateOf = 'decided' | 'noticed' | 'effective';
type Mapped<A> = Omit<A, 'person' | DateOf> & { person: NamedPerson } & { [D in DateOf]?: MappedWhen };

/**
 * An act whose person is yet to be found in the company's profile, and whose dates are yet to be put into its time zone:
 * local-dates.ts.
 */
export type MappedAct = Mapped<ActOf<'officer-departure'>> | Mapped<ActOf<'officer-appointment'>>;

/** An act of a person that is off, and the office that it was about, by which somebody unlisted is known to be disclosed. */
export interface MappedRetraction {
  kind: MappedAct['kind'];
  person: NamedPerson;
  title?: string;
}

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
  /** What is off, whoever has told of it. */
  retracts: readonly MappedRetraction[];
  /** What only this source takes back: the ids of its earlier events, and whom and which offices they were about. */
  replaces?: { ids: readonly string[]; about: readonly MappedRetraction[] };
  /** The id of the person about whom the system can be asked, where the delivery says only that something has changed. */
  lookup?: string;
  /** Whether the title is among what has changed, besides what the acts say. */
  retitled?: true;
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

/** What is known of a delivery besides its body. */
export interface DeliveryContext {
  receivedAt: Date;
}

/** How the deliveries of a system are read. */
export interface Mapping {
  /** Whether the system also sends bodies as forms, `data[employeeId]=1`. */
  takesForms?: true;
  /**
   * Reads the body of a verified delivery: an object of JSON, or the names and values of a form. Throws `Problem` (422,
   * `event-invalid`) where it is not as the system writes it; keeps nothing but what `MappedEvent` names. An event that has
   * neither an act nor a retraction has a lookup, and announces nothing unless that finds something.
   */
  read(body: object, context: DeliveryContext): MappedEvent | Ignored;
  /** Puts what a lookup has answered into an event that asked for one. */
  resolve?(event: MappedEvent, facts: PersonFacts, context: DeliveryContext): MappedEvent | Ignored;
}
