import type { EventFact } from '../domain/event.ts';
import type { Officer } from '../domain/officers.ts';
import type { Ignored, Mapping } from '../sources/mapping.ts';
import type { Source } from '../sources/source.ts';
import type { Proof } from './verified.ts';

/** What receive knows of a company. */
export interface KnownCompany {
  id: string;
  timeZone: string;
  officers: readonly Officer[];
}

/** A source whose deliveries are read by a mapping, and the one company that it speaks for. */
export interface MappedSource {
  id: string;
  source: Source;
  mapping: Mapping;
  company: KnownCompany;
}

/** A delivery that is proven to be its source's, and when it came. */
export interface ProvenDelivery {
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  proof: Proof;
  receivedAt: Date;
}

/** What is kept of an event, however it was sent. */
export type ReceivedEvent = Pick<
  EventFact,
  'id' | 'subject' | 'time' | 'untimed' | 'data' | 'mapping' | 'lookup'
>;

/** A delivery that was read: an event of a company, or nothing to record. */
export type Reading =
  | { outcome: 'event'; event: ReceivedEvent; company: KnownCompany }
  | { outcome: 'ignored'; reason: Ignored['reason'] | 'no-lookup' }
  | { outcome: 'not-disclosable' };
