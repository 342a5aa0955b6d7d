import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Company, companySchema } from '../domain/company.ts';
import type { Templates } from '../domain/templates.ts';

const configSchema = v.pipe(v.string(), v.parseJson(), v.object({ companies: v.array(companySchema) }));
const templatesSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/** Reads the profiles that the build put beside a function; throws where they are not as their schema says. */
export const readBundledConfig = (url: URL): { companies: Company[] } =>
  v.parse(configSchema, readFileSync(url, 'utf8'));

/** Reads the templates that the build put beside a function, by path below templates/ without `.mustache`. */
export const readBundledTemplates = (url: URL): Templates =>
  v.parse(templatesSchema, readFileSync(url, 'utf8'));
