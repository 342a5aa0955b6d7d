import * as v from 'valibot';
import { sha256Of } from '../domain/digest.ts';
import { cloudEventSchema, eventId } from '../domain/event.ts';
import type { Roster } from '../domain/officers.ts';
import { personKey } from '../domain/persons.ts';
import { Problem } from '../domain/problem.ts';
import { subjectSlug } from '../domain/release.ts';
import { screened } from '../domain/screening.ts';
import { parseBy, requireObject } from '../domain/validation.ts';
import type { Log } from '../ports/log.ts';
import type { Lookup } from '../ports/lookup.ts';
import { withLocalDates } from '../sources/local-dates.ts';
import type { MappedEvent, Mapping } from '../sources/mapping.ts';
import { isMarkedByCompany } from '../sources/mappings/names.ts';
import { type Source, screens } from '../sources/source.ts';
import { kept } from './cloud-event.ts';
import { bodyFormOf } from './content-mode.ts';
import { readForm } from './form.ts';
import { readJson } from './json.ts';
import { lookedUp } from './look-up.ts';
import type { MappedSource, ProvenDelivery, Reading } from './reading.ts';

const readBody = ({ headers, body }: ProvenDelivery, { takesForms }: Mapping): object => {
  const read = bodyFormOf(headers, takesForms === true) === 'form' ? readForm : readJson;
  return requireObject(read(body), '');
};

const requireTenant = ({ tenant }: MappedEvent, source: Source): void => {
  if (source.tenant === undefined || source.tenant === tenant) return;
  throw new Problem(
    403,
    'tenant',
    'The delivery is about another customer',
    'Send it to the source that is configured for this customer of your system.',
  );
};

/** An id of another system as one of ours: itself where it can stand in a key, else its SHA-256. */
const asEventId = (id: string): string => (v.is(eventId, id) ? id : sha256Of(id));

type Screened = ReturnType<typeof screened>;

/** The person, so that whatever any system says of them meets in one release. */
const subjectOf = ({ acts, retracts }: Screened): string | undefined => {
  const [person] = [...acts, ...retracts].flatMap((one) => ('person' in one ? [one.person] : []));
  return person && (person.id ?? subjectSlug(personKey(person).key.replaceAll(' ', '-')));
};

/** Reads a delivery of another system, in its own words: what it says of people whom the company discloses. */
export const readMapped = async (
  ports: { lookup: Lookup; now: () => Date; log: Log },
  mapped: MappedSource,
  delivery: ProvenDelivery,
): Promise<Reading> => {
  const { id, source, mapping, company } = mapped;
  const context = { receivedAt: delivery.receivedAt };
  const said = mapping.read(readBody(delivery, mapping), context);
  if (said.outcome === 'ignored') return said;
  requireTenant(said, source);

  const ids = source.mapping !== undefined && isMarkedByCompany(source.mapping) ? 'either' : 'vendor';
  const roster: Roster = { officers: company.officers, source: id, ids };
  const { read, lookup } = await lookedUp(ports, mapped, roster, said, context);
  if (read.outcome === 'ignored') return read;
  const { acts, retracts, replaces = { ids: [], about: [] } } = read;
  if (acts.length + retracts.length + replaces.about.length === 0)
    return source.lookup === undefined
      ? { outcome: 'ignored', reason: 'no-lookup' }
      : { outcome: 'not-disclosable' };

  const screen = { ...roster, officersOnly: screens(source) };
  const dated = acts.map((act) => withLocalDates(act, company.timeZone));
  const left = screened({ acts: dated, retracts }, screen);
  const about = screened({ acts: [], retracts: replaces.about }, screen);
  const subject = read.subject ?? subjectOf(left) ?? subjectOf(about);
  if (left.acts.length + left.retracts.length + about.retracts.length === 0)
    return { outcome: 'not-disclosable' };

  const event = parseBy(cloudEventSchema, {
    specversion: '1.0',
    id: asEventId(read.id ?? delivery.proof.deliveryId),
    source: `/${id}`,
    type: 'gazette.governance.v1',
    time: read.time ?? delivery.receivedAt.toISOString(),
    subject,
    data: { company: company.id, replaces: replaces.ids.map(asEventId), ...left },
  });
  return {
    outcome: 'event',
    event: {
      ...kept(event),
      ...(source.mapping !== undefined && { mapping: source.mapping }),
      ...(read.time === undefined && { untimed: true }),
      ...(lookup !== undefined && { lookup }),
    },
    company,
  };
};
