import { Problem } from '../domain/problem.ts';
import { screened } from '../domain/screening.ts';
import { type Source, screens } from '../sources/source.ts';
import { readCloudEvent } from './cloud-event.ts';
import type { KnownCompany, ProvenDelivery, Reading, ReceivedEvent } from './reading.ts';

type Data = ReceivedEvent['data'];

/** A headline may name whomever it is about, and so goes with the first act that does. */
const screenedData = ({ headline, ...data }: Data, source: string, { officers }: KnownCompany): Data => {
  const left = screened(data, { officers, source, usesOurIds: true, officersOnly: true });
  const isWhole = left.acts.length === data.acts.length && left.retracts.length === data.retracts.length;
  return { ...data, ...left, ...(isWhole && headline !== undefined && { headline }) };
};

/** Reads a delivery of a source that sends CloudEvents of ours, which say themselves what company they are about. */
export const readGeneric = (
  companies: ReadonlyMap<string, KnownCompany>,
  [id, source]: [string, Source],
  delivery: ProvenDelivery,
): Reading => {
  const event = readCloudEvent(delivery, source);
  const company = companies.get(event.data.company);
  if (company === undefined || !source.companies.includes(company.id)) {
    throw new Problem(403, 'company', 'The source may not speak for this company', 'Check data.company.', {
      errors: [{ pointer: '/data/company', detail: 'is not one of the companies of this source' }],
    });
  }
  if (!screens(source)) return { outcome: 'event', event, company };
  const data = screenedData(event.data, id, company);
  return data.acts.length + data.retracts.length + data.replaces.length === 0
    ? { outcome: 'not-disclosable' }
    : { outcome: 'event', event: { ...event, data }, company };
};
