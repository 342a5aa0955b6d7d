import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireObject } from '../../../../functions/domain/validation.ts';
import { readForm } from '../../../../functions/receive/form.ts';
import { readJson } from '../../../../functions/receive/json.ts';
import type { Ignored, MappedEvent } from '../../../../functions/sources/mapping.ts';
import type { MappingName } from '../../../../functions/sources/mappings/names.ts';
import { mappings } from '../../../support/mappings.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'examples', 'sources');

/** When the samples are received, if a test does not say otherwise. */
export const receivedAt = new Date('2026-11-18T12:00:00Z');

/** The samples of a product by file name. */
export const samplesOf = (name: MappingName): string[] => readdirSync(join(folder, name)).sort();

/** The body of a sample as receive would hand it to the mapping. */
export const bodyOf = (name: MappingName, file: string): object => {
  const bytes = readFileSync(join(folder, name, file));
  return requireObject(file.endsWith('.form') ? readForm(bytes) : readJson(bytes), '');
};

/** What a mapping makes of a body. */
export const readBy = (name: MappingName, body: object, at: Date = receivedAt): MappedEvent | Ignored =>
  mappings[name].read(body, { receivedAt: at });
