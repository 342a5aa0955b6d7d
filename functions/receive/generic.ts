import { Problem } from '../domain/problem.ts';
import { screened } from '../domain/screening.ts';
import { invalidEvent } from '../domain/validation.ts';
import { type Source, screens } from '../sources/source.ts';
import { readCloudEvent, toleranceOf } from './cloud-event.ts';
import type { KnownCompany, ProvenDelivery, Reading, ReceivedEvent } from './reading.ts';

type Data = ReceivedEvent['data'];

const sayings = ({ acts, retracts }: Data): number => acts.length + retracts.length;

/** A headline and its subheads may name whomever they are about, and so go with the first act that does. */
const screenedData = (
  { headline, subheads, ...data }: Data,
  source: string,
  { officers }: KnownCompany,
): Data => {
  const left = screened(data, { officers, source, ids: 'profile', officersOnly: true });
  const isWhole = left.acts.length === data.acts.length && left.retracts.length === data.retracts.length;
  return {
    ...data,
    ...left,
    ...(isWhole && headline !== undefined && { headline }),
    ...(isWhole && subheads !== undefined && { subheads }),
  };
};

/** A time that is yet to come would win over whatever is sent until then. */
const requireNotAhead = ({ time }: ReceivedEvent, receivedAt: Date, toleranceSeconds: number): void => {
  if (Date.parse(time) <= receivedAt.getTime() + toleranceSeconds * 1000) return;
  throw invalidEvent([
    { pointer: '/time', detail: `must not be more than ${toleranceSeconds} seconds after it is received` },
  ]);
};

/** Reads a delivery of a source that sends CloudEvents of ours, which say themselves what company they are about. */
export const readGeneric = (
  companies: ReadonlyMap<string, KnownCompany>,
  [id, source]: [string, Source],
  delivery: ProvenDelivery,
): Reading => {
  const event = readCloudEvent(delivery, source);
  requireNotAhead(event, delivery.receivedAt, toleranceOf(source));
  const company = companies.get(event.data.company);
  if (company === undefined || !source.companies.includes(company.id)) {
    throw new Problem(403, 'company', 'The source may not speak for this company', 'Check data.company.', {
      errors: [{ pointer: '/data/company', detail: 'is not one of the companies of this source' }],
    });
  }
  if (!screens(source)) return { outcome: 'event', event, company };
  const data = screenedData(event.data, id, company);
  // What only replaces is about nobody; what was about somebody else leaves not even that it replaces something.
  return sayings(event.data) > 0 && sayings(data) === 0
    ? { outcome: 'not-disclosable' }
    : { outcome: 'event', event: { ...event, data }, company };
};
