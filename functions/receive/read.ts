import type { Log } from '../ports/log.ts';
import type { Lookup } from '../ports/lookup.ts';
import type { Mapping } from '../sources/mapping.ts';
import type { Source } from '../sources/source.ts';
import { readGeneric } from './generic.ts';
import type { KnownCompany, ProvenDelivery, Reading } from './reading.ts';

/** What reading a delivery needs. */
export interface ReadPorts {
  loadMapping: Readonly<Partial<Record<string, () => Promise<Mapping>>>>;
  /** By id. */
  companies: ReadonlyMap<string, KnownCompany>;
  lookup: Lookup;
  now: () => Date;
  log: Log;
}

/** Reads a verified delivery by the mapping of its source, or else as a CloudEvent of ours. */
export const read = async (
  ports: ReadPorts,
  [id, source]: [string, Source],
  delivery: ProvenDelivery,
): Promise<Reading> => {
  if (source.mapping === undefined) return readGeneric(ports.companies, [id, source], delivery);
  const mapping = await ports.loadMapping[source.mapping]?.();
  const company = ports.companies.get(source.companies[0] ?? '');
  if (mapping === undefined || company === undefined)
    throw new Error('A source has no mapping or no company');
  // Loaded when a source first needs it, because most deliveries are events of ours.
  const { readMapped } = await import('./mapped.ts');
  return readMapped(ports, { id, source, mapping, company }, delivery);
};
