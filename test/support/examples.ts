import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Company } from '../../functions/domain/company.ts';
import { type CloudEvent, cloudEventSchema, type EventFact } from '../../functions/domain/event.ts';
import { releaseIdOf } from '../../functions/domain/release.ts';
import { readConfig } from '../../infra/config.ts';

const root = join(import.meta.dirname, '..', '..');

/** The profiles of config/, by id. */
export const companies = new Map(readConfig().companies.map((company) => [company.id, company]));

export const companyOfId = (id: string): Company => {
  const company = companies.get(id);
  if (company === undefined) throw new Error(`There is no profile ${id}`);
  return company;
};

/** The events of a folder of examples/, in order of file name. */
export const readExamples = (folder: string): CloudEvent[] => {
  const directory = join(root, 'examples', folder);
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => v.parse(cloudEventSchema, JSON.parse(readFileSync(join(directory, name), 'utf8'))));
};

/** An event as receive would record it; its source is the first part of the event's own. */
export const recorded = (event: CloudEvent): EventFact => {
  const source = event.source.split('/')[1] ?? 'hr';
  return {
    source,
    id: event.id,
    release: releaseIdOf(event, companyOfId(event.data.company).timeZone),
    ...(event.subject !== undefined && { subject: event.subject }),
    time: event.time,
    receivedAt: event.time,
    data: event.data,
    proof: {
      bodySha256: '0'.repeat(64),
      key: 'current',
      deliveryId: `msg_${event.id}`,
      signedAt: event.time,
    },
  };
};

export const recordedExamples = (folder: string): EventFact[] => readExamples(folder).map(recorded);
